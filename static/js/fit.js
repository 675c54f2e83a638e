// Text that must fit: the largest scale at which a box of a given size holds its content.

const LEAST = 0.2;
const FINE = 0.02; // nearer than that nobody sees
const MOST_COLUMNS = 3;
const WORTH = 1.15; // another column is taken where type gains so much

/**
 * Leaves on `box`, as --fit, the largest scale up to `most` at which it does not overflow, and
 * returns it; 0 where it is below `least`. The box has a size of its own and sets its type by --fit.
 */
export function fit(box, most = 1, least = 0) {
  const holds = (scale) => {
    box.style.setProperty("--fit", scale);
    return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
  };
  if (holds(most)) return most;
  if (least && (least === most || !holds(least))) return 0;
  let low = least || LEAST;
  let high = most;
  while (high - low > FINE) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  holds(low);
  return low;
}

/** How wide `box` is, in letters that are as high as a label is at --fit 1. */
export function breadth(box) {
  const scale = Number(box.style.getPropertyValue("--fit")) || 1;
  return (box.clientWidth * scale) / parseFloat(getComputedStyle(box).fontSize);
}

/** What `fit` does, for a box that sets its text in --columns: long texts are read better in several. */
export function fitInColumns(box, most = 1) {
  const columns = (number) => box.style.setProperty("--columns", number);
  let best = { scale: 0 };
  for (let number = 1; number <= MOST_COLUMNS && best.scale < most; number += 1) {
    columns(number);
    const scale = fit(box, most);
    if (scale > best.scale * WORTH) best = { number, scale };
  }
  columns(best.number);
  fit(box, most);
}
