// What is put on the wall instead of the question, and taken off it again.

const VIEWS = { show_join: "join", blank: "blank" };

export function switches(root, { control }) {
  const buttons = [...root.querySelectorAll("[data-toggle]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      control(button.dataset.toggle, { on: button.getAttribute("aria-pressed") !== "true" });
    });
  }
  return {
    show({ view, poll }) {
      for (const button of buttons) {
        const on = VIEWS[button.dataset.toggle] === view;
        button.setAttribute("aria-pressed", on);
        button.setAttribute("aria-disabled", on && view === "join" && !poll);
      }
    },
  };
}
