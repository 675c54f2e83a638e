// Whether the own answer was right, and the points so far: for the person alone.

import { words } from "../js/page.js";

/** `line` is the element that says it.. */
export function earned(line) {
  return {
    /** `score` is undefined where nothing is judged, null where nothing was answered. */
    show({ score, points }) {
      const said = [];
      if (typeof score === "number") said.push(words(verdict(score)));
      if (points !== undefined) said.push(words("my_points", { n: points }));
      const text = said.join(" ");
      line.hidden = !text;
      line.dataset.score = typeof score === "number" ? verdict(score) : "";
      if (line.textContent !== text) line.textContent = text;
    },
  };
}

function verdict(score) {
  if (score === 1) return "score_right";
  return score > 0 ? "score_partly" : "score_wrong";
}
