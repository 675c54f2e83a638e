// Who is here: people, and walls. The loss of the last wall is an alert, since the host may be
// looking at this page alone.

import { page, typographic, words } from "../js/page.js";

const RETURN_MS = 4000; // after the server was away, walls come back when this page does

export function room(pills, lost) {
  const people = pills.querySelector("#room");
  const walls = pills.querySelector("#walls");
  let there = 0;
  let patience = 0;
  let timer;

  const warn = () => lost.show(words("walls_lost"), { link: { text: words("walls_again"), href: page.wall } });

  return {
    show({ session }, { connected, screens, simulated }) {
      const known = screens !== undefined;
      if (!known) patience = Date.now() + RETURN_MS;
      people.hidden = walls.hidden = !known || session.status === "ended";
      if (!known) return;
      const nobody = simulated ? `, ${words("simulated", { n: simulated })}` : "";
      write(people, words("room", { n: connected }) + nobody);
      write(walls, screens ? words("walls", { n: screens }) : words("walls_none"));
      walls.classList.toggle("warn", screens === 0);
      if (screens > 0 || session.status !== "live") {
        clearTimeout(timer);
        lost.clear();
      } else if (there > 0) {
        timer = setTimeout(warn, Math.max(0, patience - Date.now()));
      }
      there = screens;
    },
  };
}

function write(element, text) {
  const shown = typographic(text);
  if (element.textContent !== shown) element.textContent = shown;
}
