// Bars on the wall have an arrangement of their own; phones and consoles do without what it takes.

/** A function that arranges the bars of `list` once what it is told has changed since. Until it has
    done so for the first time, they are not seen: nothing jumps. */
export function columns(root, list, screen) {
  if (screen !== "wall") return () => {};
  const coming = import("./wall_bars.js").then(({ wallBars }) => wallBars(root, list));
  list.style.visibility = "hidden";
  return async (told) => {
    (await coming)(told);
    list.style.visibility = "";
  };
}
