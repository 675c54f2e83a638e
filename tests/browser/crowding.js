// Run in a wall's page: what is cut off, or lies on something else, in a line each.
() => {
  const TEXT = "h1, p, dd, .words, .card";
  const wrong = [];
  const seen = (selector) =>
    [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility() && !each.closest(".elsewhere, .visually-hidden"));
  const name = (each) => `${each.className || each.tagName} “${each.textContent.trim().slice(0, 30)}”`;

  const inside = (selector, frame) => {
    for (const each of seen(selector)) {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const out = Math.max(frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom);
      const spills = each.matches(TEXT) && each.scrollWidth > each.clientWidth + 1;
      if (out > 1 || spills) wrong.push(`${name(each)} is cut off`);
    }
  };
  const apart = (selector) => {
    const all = seen(selector).map((each) => ({ each, box: each.getBoundingClientRect() }));
    all.forEach((one, place) => {
      for (const other of all.slice(place + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const within = one.each.contains(other.each);
        if (!within && across > 1 && down > 1) wrong.push(`${name(one.each)} lies on ${name(other.each)}`);
      }
    });
  };

  inside("h1, .now, footer p, .qr, .way > *, .way dd, .seats, .end :is(p, .qr), .blank h1", new DOMRect(0, 0, innerWidth, innerHeight));
  for (const stage of seen(".stage")) {
    inside(".stage :is(li, .words, .figures, .track, .hint, .more, .nothing, .side, .verdict)", stage.getBoundingClientRect());
  }
  apart(".poll > :is(header, h1, .stage, footer)");
  apart(".poll header > p");
  apart(".late .qr, .way-in > *, .answered");
  apart(".join > .qr, .way > *");
  apart(".end :is(p, h1, .qr)");
  apart(".stage :is(.bars li, .hint, .more, .card, .side)");
  apart(".bars :is(.words, .mark, .figures, .track)");
  return wrong;
}
