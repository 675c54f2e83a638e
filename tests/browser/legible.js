// Run in a wall's page: what is written smaller than `least` pixels, in a line each. Not held to it: a
// mark's letter, the number in a narrow part of a bar, a wheel's slices, and the seed of a draw, which
// people take down from their phones.
(least) => {
  const OUT = ".elsewhere, .visually-hidden, .tools, .mark, .stack i, .seed, .disc, [data-cells^='none'] :is(td[data-column], thead, caption), .reactions";
  const small = new Set();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { textContent: text, parentElement: element } = walker.currentNode;
    if (!text.trim() || element.closest(OUT) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { a = 1, b = 0 } = element.closest("svg") ? element.getScreenCTM() : {};
    const size = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(a, b);
    if (size < least) small.add(`${size.toFixed(1)} px: ${element.className.baseVal ?? element.className} “${text.trim().slice(0, 24)}”`);
  }
  return [...small];
}
