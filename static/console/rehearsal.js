// A rehearsal's strip: a room of simulated people, and their leaving.

import { words } from "../js/page.js";
import { sending } from "./sending.js";

const COMING_MS = 20000; // by then those who were called are here, or something went wrong

export function rehearsal(strip, { say, refuse }) {
  const [fill, away] = ["fill", "away-with-them"].map((name) => strip.querySelector(`[data-${name}]`));
  const posted = sending(refuse);
  let coming = false;
  let here = 0;

  for (const [form, news] of [[fill, "they_come"], [away, "they_went"]]) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy(form)) return;
      expect(form === fill);
      if (await posted(form.action, new FormData(form))) say(words(news));
      else expect(false);
    });
  }

  const busy = (form) => form.querySelector("button").getAttribute("aria-disabled") === "true";

  function expect(people) {
    coming = people;
    draw();
    if (people) setTimeout(() => expect(false), COMING_MS);
  }

  function draw() {
    const hadFocus = strip.contains(document.activeElement);
    fill.hidden = here > 0;
    away.hidden = here === 0;
    fill.querySelector("button").setAttribute("aria-disabled", coming);
    if (hadFocus && document.activeElement.closest("[hidden]")) (here ? away : fill).querySelector("button").focus();
  }

  return {
    show(_state, { simulated = here }) {
      if (simulated === here) return;
      here = simulated;
      if (here) coming = false;
      draw();
    },
  };
}
