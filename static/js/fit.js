// Text that must fit: the largest scale at which a box of a given size holds its content.

const LEAST = 0.2;
const STEPS = 7;

/**
 * Leaves on `box`, as --fit, the largest scale up to `most` at which it does not overflow, and
 * returns it. The box has a size of its own and sets its type by --fit.
 */
export function fit(box, most = 1) {
  const holds = (scale) => {
    box.style.setProperty("--fit", scale);
    return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
  };
  if (holds(most)) return most;
  let low = LEAST;
  let high = most;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  holds(low);
  return low;
}
