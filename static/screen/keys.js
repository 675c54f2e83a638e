// Keys and clicker. They drive the session only where this browser is a facilitator's.

import { letters } from "./letters.js";

const EDITABLE = "input, textarea, select, [contenteditable]";
const STEPS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous",
};

/**
 * `mayReveal()` is asked before results are shown: few answers may point at people. `more` are
 * further keys, in small letters, with what each does.
 */
export function keys({ state, control, manages, mayReveal, fullScreen, more = {} }) {
  const toggle = (action, view) => control(action, { on: state().view !== view });
  const blank = () => toggle("blank", "blank");
  const step = async () => {
    const { next_step: action } = state();
    if (!action || action === "end") return;
    if (action !== "reveal" || (await mayReveal())) control(action);
  };

  const acts = (key) => {
    if (key !== " " && key.length === 1 && !letters.on()) return undefined;
    if (key.toLowerCase() === "f") return fullScreen;
    if (!manages) return undefined;
    if (key in STEPS) return () => control(STEPS[key]);
    return { ...more, " ": step, b: blank, ".": blank, j: () => toggle("show_join", "join") }[key.toLowerCase()];
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
