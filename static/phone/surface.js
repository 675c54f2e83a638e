// A surface on which people set points: by tapping it, by dragging a marker, and by arrow keys.
// Points are [x, y] from 0 to 1, from the upper left, or from the lower left where y goes upwards.

const STEP = 0.01;
const STRIDE = 0.1; // with Shift
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const within = (part) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000;

/**
 * `tapped(point)` is called with a place that was tapped, `moved(marker, point, done)` while a
 * marker is moved, and once more when that is done.
 */
export function surface(plane, { upwards = false, tapped, moved }) {
  let held = null;

  const pointOf = ({ clientX, clientY }) => {
    const { left, top } = plane.getBoundingClientRect();
    const x = (clientX - left - plane.clientLeft) / plane.clientWidth; // within its border
    const y = (clientY - top - plane.clientTop) / plane.clientHeight;
    return [within(x), within(upwards ? 1 - y : y)];
  };
  const markerOf = ({ target }) => target.closest(".pin");

  plane.addEventListener("click", (event) => {
    if (!plane.closest(":disabled") && !markerOf(event)) tapped(pointOf(event));
  });
  plane.addEventListener("pointerdown", (event) => {
    const marker = markerOf(event);
    if (!marker || marker.matches(":disabled")) return;
    held = marker;
    held.setPointerCapture(event.pointerId);
  });
  plane.addEventListener("pointermove", (event) => {
    if (held && (event.movementX || event.movementY)) {
      held.toggleAttribute("data-moved", true);
      moved(held, pointOf(event), false);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    plane.addEventListener(end, () => {
      if (held?.hasAttribute("data-moved")) moved(held, held.point, true);
      held?.removeAttribute("data-moved");
      held = null;
    });
  }
  plane.addEventListener("keydown", (event) => {
    const marker = markerOf(event);
    const way = WAYS[event.key];
    if (!marker || !way) return;
    event.preventDefault();
    const [x, y] = marker.point;
    const step = event.shiftKey ? STRIDE : STEP;
    moved(marker, [within(x + way[0] * step), within(y + way[1] * step * (upwards ? -1 : 1))], false);
  });
  plane.addEventListener("keyup", (event) => {
    const marker = markerOf(event);
    if (marker && WAYS[event.key]) moved(marker, marker.point, true);
  });

  return {
    /** Puts `marker` where `point` is, or takes it away. Not from under a finger. */
    put(marker, point) {
      marker.hidden = !point;
      marker.point = point;
      if (!point) return;
      marker.style.setProperty("--x", point[0]);
      marker.style.setProperty("--y", upwards ? 1 - point[1] : point[1]);
    },
    holds: () => held !== null,
  };
}

/** What a field from 0 to 100 shows of a part of 1, and the part that it says, or null. */
export const hundredths = (part) => String(Math.round(part * 1000) / 10);
export const part = (field) =>
  field.value !== "" && field.validity.valid ? within(field.valueAsNumber / 100) : null;
