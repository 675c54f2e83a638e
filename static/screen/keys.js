// Keys and clicker. They drive the session only where this browser is a facilitator's.

const EDITABLE = "input, textarea, select, [contenteditable]";
const STEPS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous",
};

/**
 * `mayReveal()` is asked before results are shown: few answers may point at people. `more` are
 * further keys, in small letters, with what each does.
 */
export function keys({ state, send, isLost = () => false, manages, mayReveal, fullScreen, more = {} }) {
  const control = (action, details = {}) => {
    if (isLost()) return; // or it would be done when nobody expects it any more
    const { poll } = state();
    // What was on the wall goes with it: a press that comes too late changes nothing.
    send("control", { action, poll: poll?.id ?? null, round: poll?.round, drawn: poll?.drawn, ...details }).catch(() => {});
  };
  const toggle = (action, view) => control(action, { on: state().view !== view });
  const step = async () => {
    const { next_step: action } = state();
    if (!action || action === "end") return;
    if (action !== "reveal" || (await mayReveal())) control(action);
  };

  const acts = (key) => {
    if (key.toLowerCase() === "f") return fullScreen;
    if (!manages) return undefined;
    if (key in STEPS) return () => control(STEPS[key]);
    return { ...more, " ": step, b: () => toggle("blank", "blank"), j: () => toggle("show_join", "join") }[key.toLowerCase()];
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
    if (event.target.closest(EDITABLE)) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    const act = acts(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
