// The bar with which a host runs the session on the wall itself, where there is but one screen. It
// knows no more than the wall does: no notes, no hidden results, nothing that waits for approval.

import { actions, endOf } from "../console/actions.js";
import { confirmation } from "../console/confirmation.js";
import { switches } from "../console/switches.js";
import { number, typographic, words } from "../js/page.js";
import { letters } from "./letters.js";
import { fill } from "./slots.js";

export function presenter(bar, { state, control, mayReveal }) {
  const confirmed = confirmation(document.getElementById("confirm"));
  const end = async () => (await confirmed(endOf(state()))) && control("end");
  const reveal = async () => (await mayReveal()) && control("reveal");
  const parts = [
    actions(bar.querySelector(".steps"), { control, reveal, end }),
    switches(bar, { control }),
  ];
  letters.switchedBy(document.getElementById("letters"));
  // Where somebody reads a dialog, keys are not the clicker's.
  for (const place of document.querySelectorAll("dialog, #keys")) {
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") event.stopPropagation();
    });
  }

  return {
    show(now, presence) {
      for (const part of parts) part.show(now);
      const { poll, answered = 0, session } = now;
      const joined = presence.joined && Math.max(presence.joined, answered);
      const counts = session.status === "live" && poll?.asks && poll.status !== "ready" && joined;
      for (const part of bar.querySelectorAll("[data-going]")) part.hidden = session.status === "ended";
      fill(bar, "bar-answered", counts ? typographic(words("bar_answered", { n: answered, joined: number(joined) })) : "");
      fill(bar, "bar-connected", presence.connected === undefined ? "" : words("bar_connected", { n: presence.connected }));
    },
  };
}
