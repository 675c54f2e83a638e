// Bars on the wall, as large as they can be, in one column or in two.

import { fit } from "./fit.js";

const MOST = 1.25; // how far type grows on the wall where there is room
const DENSE = 5; // from so many options on, two columns are tried
const WORTH = 1.35; // and taken where type gains so much: bars compare best under one another
const MOST_DENSE = 1;

/**
 * A function that arranges the `rows` bars of `list` once what it is told has changed since; on the
 * wall alone, where the box has a size of its own.
 */
export function columns(root, list, screen) {
  let rows = 0;
  let arranged;
  const arrange = () => {
    list.dataset.columns = 1;
    const one = fit(root, MOST);
    if (rows < DENSE) return;
    list.dataset.columns = 2;
    if (fit(root, MOST_DENSE) > one * WORTH) return;
    list.dataset.columns = 1;
    fit(root, MOST);
  };
  if (screen === "wall") {
    new ResizeObserver(arrange).observe(root);
    document.fonts.ready.then(arrange);
  }
  return (number, told) => {
    rows = number;
    list.style.setProperty("--rows", Math.ceil(rows / 2));
    if (screen !== "wall" || told === arranged) return;
    arranged = told;
    arrange();
  };
}
