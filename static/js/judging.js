// The moment of a reveal: bars first, then which answer is right.

const BARS_MS = 800; // --slow of css/tokens.css
const still = matchMedia("(prefers-reduced-motion: reduce)");
const moments = new WeakMap();

/**
 * Marks `frame` as judged, or not, each time it is shown. Where a wall's results were out of sight
 * until now, they have the room's eyes for a moment first; a page that is loaded afterwards has it all
 * at once. Laid out it is as it will be: nothing moves when the marks come.
 */
export function judge(frame, judged, shown) {
  const before = moments.get(frame) ?? { shown, ends: 0 };
  const now = performance.now();
  const revealed = shown && !before.shown && !still.matches && !document.hidden && document.body.matches(".wall");
  const ends = revealed ? now + BARS_MS : shown ? before.ends : 0;
  clearTimeout(before.timer);
  const moment = { shown, ends };
  moments.set(frame, moment);
  const mark = () => {
    frame.classList.remove("revealing", "to-judge");
    frame.classList.toggle("judged", judged);
  };
  if (ends <= now) return mark();
  frame.classList.add("revealing");
  frame.classList.remove("judged");
  frame.classList.toggle("to-judge", judged);
  moment.timer = setTimeout(mark, ends - now);
}
