// The bar that runs the session: one primary action that is always the right next step, and the rest.

import { words } from "../js/page.js";

const SETTLING_MS = 600; // a second press of a double click must not do the step after this one

export function actions(bar, { control, end }) {
  const primary = bar.querySelector("[data-step]");
  const button = (name) => bar.querySelector(`[data-action="${name}"]`);
  const shown = button("shown");
  const [reopen, revote, previous, next] = ["open", "revote", "previous", "next"].map(button);

  primary.addEventListener("click", () => press(primary, primary.dataset.step));
  for (const each of [reopen, revote, previous, next]) {
    each.addEventListener("click", () => press(each, each.dataset.action));
  }
  shown.addEventListener("click", () => press(shown, shown.dataset.does));

  function press(element, action) {
    if (element.getAttribute("aria-disabled") === "true") return;
    if (action === "end") end();
    else control(action);
  }

  return {
    show(state) {
      const { poll, next_step: step, running_order: lines } = state;
      const focused = bar.contains(document.activeElement);
      bar.hidden = !step;
      if (bar.hidden) return;
      if (primary.dataset.step !== step) settle(primary);
      primary.dataset.step = step;
      primary.textContent = words(label(state));
      const voted = Boolean(poll) && poll.status !== "ready";
      shown.hidden = !voted || step === "reveal";
      shown.dataset.does = poll?.results_shown ? "hide" : "reveal";
      shown.textContent = words(shown.dataset.does);
      reopen.hidden = poll?.status !== "closed";
      revote.hidden = !voted;
      previous.hidden = next.hidden = !poll;
      next.hidden ||= step === "next";
      previous.setAttribute("aria-disabled", poll?.position === 1);
      next.setAttribute("aria-disabled", poll?.position === lines.length);
      if (focused && document.activeElement?.hidden !== false) primary.focus();
    },
  };
}

function label({ poll, next_step: step, running_order: lines }) {
  if (step === "next" && !poll) return "step_first";
  const line = lines.find(({ id }) => id === poll?.id);
  if (step === "close" && poll.results_shown && line?.has_right_answers) return "step_close_right";
  return `step_${step}`;
}

function settle(button) {
  button.setAttribute("aria-disabled", "true");
  setTimeout(() => button.setAttribute("aria-disabled", "false"), SETTLING_MS);
}
