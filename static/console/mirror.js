// What the room sees, made small, with the switches of the wall, and what the host wants at hand.

import { page } from "../js/page.js";
import { fill } from "../screen/slots.js";

const WALL_WIDTH = 1920;
const VIEWS = { show_join: "join", blank: "blank" };

export function mirror(root, { control }) {
  const preview = root.querySelector(".preview");
  new ResizeObserver(([{ contentRect }]) => {
    preview.style.setProperty("--scale", contentRect.width / WALL_WIDTH);
  }).observe(preview);

  const switches = [...root.querySelectorAll("[data-toggle]")];
  for (const button of switches) {
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      control(button.dataset.toggle, { on: button.getAttribute("aria-pressed") !== "true" });
    });
  }

  const notes = root.querySelector("aside .notes");
  const coming = root.querySelector("aside .coming");
  return {
    show({ view, poll, notes: text, running_order: lines, session }) {
      for (const button of switches) {
        const on = VIEWS[button.dataset.toggle] === view;
        button.setAttribute("aria-pressed", on);
        button.setAttribute("aria-disabled", on && view === "join" && !poll);
      }
      fill(notes, "notes", text);
      notes.hidden = !text;
      const next = lines[poll ? poll.position : 0];
      coming.hidden = !next || session.status === "ended";
      fill(coming, "next-title", next?.title);
      fill(coming, "next-kind", next && page.kinds[next.kind]);
    },
  };
}
