// What a host wrote around a question: details under it, and why the right answer is right.
// templates/_details.html has the places.

import { fit } from "./fit.js";
import { setFormulas } from "./formulas.js";
import { typographic } from "./page.js";

const LONG = 240; // characters of HTML: templates/_details.html counts the same

/** Fills the places within `root`. `screen` is "wall", "phone" or "console". */
export function details(root, screen) {
  const about = root.querySelector(":scope > .details");
  const why = root.querySelector(":scope > .explanation");
  const source = why.querySelector(".source");
  const arrange = () => {
    if (screen === "wall") for (const box of [about, why]) fit(box);
  };
  const writeAbout = writer(about, arrange);
  const writeWhy = writer(why, arrange);
  if (screen === "wall") {
    new ResizeObserver(arrange).observe(root);
    document.fonts.ready.then(arrange);
  }

  return {
    /** `poll` as a state has it, or null. */
    show(poll) {
      const { details: text = "", explanation = "" } = poll?.html ?? {};
      const from = poll?.content.source ?? "";
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

/** A function that puts HTML made by polling/markdown.py into `box`. */
function writer(box, arrange) {
  const place = box.querySelector(".written");
  let written = "";
  return (html) => {
    if (html === written) return;
    written = html;
    place.innerHTML = html;
    setFormulas(place).then(arrange);
  };
}
