// What a host wrote around a question: details under it, and why the right answer is right.
// templates/_details.html has the places.

import { fitInColumns } from "./fit.js";
import { typographic } from "./page.js";
import { written } from "./written.js";

const LONG = 240; // characters of HTML: templates/_details.html counts the same

/** Fills the places within `root`. `screen` is "wall", "phone" or "console". */
export function details(root, screen) {
  const about = root.querySelector(":scope > .details");
  const why = root.querySelector(":scope > .explanation");
  const source = why.querySelector(".source");
  let shown;
  const arrange = () => {
    if (screen === "wall") for (const box of [about, why]) fitInColumns(box);
  };
  const writeAbout = written(about.querySelector(".written"), arrange);
  const writeWhy = written(why.querySelector(".written"), arrange);
  if (screen === "wall") {
    new ResizeObserver(arrange).observe(root);
    document.fonts.ready.then(arrange);
  }

  return {
    /** `poll` as a state has it, or null. */
    show(poll) {
      const { details: text = "", explanation = "" } = poll?.html ?? {};
      const from = poll?.content.source ?? "";
      const now = JSON.stringify([poll?.id, poll?.status, text, explanation, from]);
      if (now === shown) return; // it comes with every vote
      shown = now;
      why.hidden = !explanation && !from;
      // A wall has no room for both: what was asked has been answered by then.
      about.hidden = !text || (screen === "wall" && !why.hidden);
      source.hidden = !from;
      source.querySelector("cite").textContent = typographic(from);
      writeWhy(explanation);
      writeAbout(text);
      if (about.localName === "details") fold(about, text.length > LONG, String(poll?.id));
      arrange();
    },
  };
}

/** Somebody who has unfolded it wants it so, as long as the question is the same. */
function fold(box, long, poll) {
  box.toggleAttribute("data-short", !long);
  if (!long) box.open = true;
  else if (box.dataset.place !== poll) box.open = false;
  box.dataset.place = poll;
}
