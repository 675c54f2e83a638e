// Lines of a list moved by their handle, with a mouse or a finger.

/** `moved(line, place)` is told the new place, counted from 1; `dropped()` that a line was let go. */
export function dragging(list, { moved, dropped }) {
  let going = false;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // What runs the session does not wait for it.
  import("../vendor/sortable.esm.js").then(({ default: Sortable }) => {
    Sortable.create(list, {
      handle: ".handle",
      draggable: ".line",
      animation: calm ? 0 : 160,
      forceFallback: true, // the same with a finger and with a mouse, and in every browser
      fallbackOnBody: true,
      fallbackTolerance: 3,
      ghostClass: "from",
      fallbackClass: "dragged",
      onStart() { going = true; },
      onEnd({ item, oldIndex, newIndex }) {
        going = false;
        if (newIndex === oldIndex) dropped();
        else moved(item, newIndex + 1);
      },
    });
    list.toggleAttribute("data-draggable", true);
  });
  return { going: () => going };
}
