// Who is here: people, and walls. The loss of the last wall is an alert, since the host may be
// looking at this page alone.

import { page, typographic, words } from "../js/page.js";

export function room(pills, lost) {
  const people = pills.querySelector("#room");
  const walls = pills.querySelector("#walls");
  let before;
  return {
    show({ session }, { connected, screens }) {
      const known = screens !== undefined;
      people.hidden = !known || session.status === "ended";
      walls.hidden = people.hidden;
      if (!known) return;
      write(people, words("room", { n: connected }));
      write(walls, screens ? words("walls", { n: screens }) : words("walls_none"));
      walls.classList.toggle("warn", screens === 0);
      if (screens > 0 || session.status !== "live") lost.clear();
      else if (before > 0) {
        lost.show(words("walls_lost"), { link: { text: words("walls_again"), href: page.wall } });
      }
      before = screens;
    },
  };
}

function write(element, text) {
  const shown = typographic(text);
  if (element.textContent !== shown) element.textContent = shown;
}
