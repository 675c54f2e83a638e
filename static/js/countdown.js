// The time that is left, counted here: the server says once how much there is.

/**
 * Shows in `element` how much time is left, and hides it where nobody counts. `tick(seconds)` is
 * called whenever another second has gone, with 0 at the end.
 */
export function countdown(element, tick = () => {}) {
  let ends = null;
  let from = null;
  let timer = null;
  let shown = null;

  function draw() {
    const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    if (left === shown) return;
    shown = left;
    element.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    element.toggleAttribute("data-last", left <= 10);
    tick(left);
    if (left === 0) clearInterval(timer);
  }

  return {
    /** `closesIn` in milliseconds as the server said it just now in `state`; undefined for none. */
    show(closesAt, closesIn) {
      element.hidden = !closesAt;
      if (closesAt === from) return;
      from = closesAt;
      clearInterval(timer);
      shown = null;
      if (!closesAt) return;
      ends = performance.now() + closesIn;
      timer = setInterval(draw, 200);
      draw();
    },
    over: () => Boolean(from) && shown === 0,
  };
}
