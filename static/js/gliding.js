// Things that have moved or grown by layout, and are seen to by transform alone: no layout for each
// frame, and what lies still is left alone.

const MOVING = { duration: 420, easing: "cubic-bezier(.2, .7, .2, 1)" };
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Does `change`, which lays `elements` out otherwise, and lets them glide there from where they are. */
export function glide(elements, change, { duration = MOVING.duration } = {}) {
  if (still.matches || document.hidden) return change();
  const before = elements.map((element) => (element.isConnected ? element.getBoundingClientRect() : null));
  for (const element of elements) for (const running of element.getAnimations()) if (running.id === "glide") running.cancel();
  change();
  elements.forEach((element, place) => {
    const [from, to] = [before[place], element.getBoundingClientRect()];
    if (!from || !to.width || !to.height) return;
    const moved = [from.left - to.left, from.top - to.top, from.width / to.width, from.height / to.height];
    if (Math.abs(moved[0]) + Math.abs(moved[1]) < 0.5 && Math.abs(from.width - to.width) + Math.abs(from.height - to.height) < 0.5) return;
    const [x, y, wide, high] = moved;
    element.animate(
      [{ transformOrigin: "0 0", transform: `translate(${x}px, ${y}px) scale(${wide}, ${high})` }, { transformOrigin: "0 0", transform: "none" }],
      { ...MOVING, duration, id: "glide" },
    );
  });
}
