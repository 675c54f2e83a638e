// What the room sees, made small, and what the host wants at hand.

import { page } from "../js/page.js";
import { fill } from "../screen/slots.js";

const WALL_WIDTH = 1920;

export function mirror(root) {
  const preview = root.querySelector(".preview");
  new ResizeObserver(([{ contentRect }]) => {
    preview.style.setProperty("--scale", contentRect.width / WALL_WIDTH);
  }).observe(preview);

  const notes = root.querySelector("aside .notes");
  const coming = root.querySelector("aside .coming");
  return {
    show({ poll, notes: text, running_order: lines, session }) {
      fill(notes, "notes", text);
      notes.hidden = !text;
      const next = lines[poll ? poll.position : 0];
      coming.hidden = !next || session.status === "ended";
      fill(coming, "next-title", next?.title);
      fill(coming, "next-kind", next && page.kinds[next.kind]);
    },
  };
}
