// The end of a session taken back, as long as the server allows it.

import { language, typographic, words } from "../js/page.js";

const clock = new Intl.DateTimeFormat(language, { timeStyle: "short" });

export function ending(over, { control, say }) {
  const line = over.querySelector(".taking-back");
  let left;
  let timer;
  line.querySelector("[data-reopen]").addEventListener("click", async () => {
    if (await control("reopen")) say(words("reopened"));
  });

  return {
    show({ reopens_in: now }) {
      if (now === left) return;
      left = now;
      clearTimeout(timer);
      line.hidden = !now;
      if (!now) return;
      timer = setTimeout(() => { line.hidden = true; }, now);
      const until = clock.format(new Date(Date.now() + now));
      line.querySelector("[data-slot=until]").textContent = typographic(words("reopen_until", { time: until }));
    },
  };
}
