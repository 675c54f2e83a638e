// Bars on the wall, as large as they can be: under one another while they are few and legible, else in
// two columns, and on several pages where that is still too much.

import { breadth, fit } from "./fit.js";
import { LEGIBLE, NEARLY, pages } from "./pages.js";

const MOST = 1.4; // how far type grows where there is room
const MOST_DENSE = 1.15;
const FEW = 4; // bars compare best under one another
const WIDE = 32; // in letters: a narrower wall has no room for two columns

/** A function that arranges the bars of `list` once what it is told has changed since. */
export function wallBars(root, list) {
  let arranged;
  const inColumns = (number, most, least) => {
    list.dataset.columns = number;
    return fit(root, most, least);
  };
  const layOut = (shown, most, least) => {
    list.style.setProperty("--rows", Math.ceil(shown / 2));
    const dense = Math.min(most, MOST_DENSE);
    const wide = shown > 1 && breadth(root) >= WIDE;
    if (shown > FEW && wide && least >= LEGIBLE) return inColumns(2, dense, least);
    const one = inColumns(1, most, least);
    if (one >= LEGIBLE || !wide) return one;
    const two = inColumns(2, dense, least);
    return two > one ? two : inColumns(1, most, least);
  };
  const paged = pages(root, layOut, {
    once: Boolean(root.closest(".facet")),
    least: () => (list.matches(".judged, .to-judge") ? NEARLY : LEGIBLE),
  });
  const arrange = () => paged.arrange([...list.children], MOST, arranged);
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);

  return (told) => {
    arranged = told;
    arrange();
  };
}
