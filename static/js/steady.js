// A list whose order follows what comes in, but not under somebody's hand.

/**
 * A function that gives `list` its elements, in order. While a list with buttons is pointed at or
 * holds the focus, what stands in it keeps its place and the new comes last, so that nobody
 * presses a button that has just moved; afterwards the order is mended.
 */
export function steady(list) {
  let wanted = [];
  const held = () => list.querySelector("button") && list.matches(":hover, :focus-within");
  const arrange = () => {
    const kept = new Set(wanted);
    for (const child of [...list.children]) if (!kept.has(child)) child.remove();
    const order = held() ? [...list.children, ...wanted.filter(({ parentNode }) => parentNode !== list)] : wanted;
    order.forEach((element, place) => {
      if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
    });
  };
  list.addEventListener("pointerleave", arrange);
  list.addEventListener("focusout", () => requestAnimationFrame(arrange));
  return (elements) => {
    wanted = elements;
    arrange();
  };
}
