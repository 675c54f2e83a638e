// From 0 to 10, how many would recommend it: a column for each answer, three groups, one score.

import { counter } from "./counting.js";
import { fit } from "./fit.js";
import { number, percent } from "./page.js";
import { table } from "./table.js";

const MOST = 1.2; // how far type grows on the wall where there is room
const GRADES = Array.from({ length: 11 }, (_, n) => n);
const GROUPS = ["detractors", "passives", "promoters"];

/** The wall() of nps; templates/kinds/nps.html has the markup. */
export function promoters(root, { words, screen }) {
  const part = (selector) => root.querySelector(selector);
  const frame = part(".nps");
  const figures = table(root, screen);
  const columns = GRADES.map((grade) => {
    const element = part(`[data-grade="${grade}"]`);
    return { element, count: counter(element.querySelector(".grade-count")) };
  });
  const groups = GROUPS.map((name) => {
    const element = part(`.groups [data-group="${name}"]`);
    return { name, count: counter(element.querySelector(".count")), share: element.querySelector(".share") };
  });
  const arrange = () => screen === "wall" && fit(root, MOST);
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);
  let arranged;

  return {
    show({ answered, results }) {
      const counts = GRADES.map((grade) => results && results.counts[grade]);
      const highest = Math.max(...counts, 1);
      const shown = results ? "shown" : "hidden";
      frame.dataset.results = shown;
      frame.style.setProperty("--digits", number(highest).length);
      part(".nothing").hidden = screen === "wall" || !results || answered > 0;
      const known = Boolean(results) && results.score !== null;
      part(".score b").textContent = known ? signed(results.score) : "–";
      part(".score b").toggleAttribute("data-none", !known);
      columns.forEach(({ element, count }, grade) => {
        count(counts[grade]);
        element.toggleAttribute("data-none", !counts[grade]);
        requestAnimationFrame(() => requestAnimationFrame(() =>
          element.style.setProperty("--part", counts[grade] / highest)));
      });
      for (const { name, count, share } of groups) {
        count(results && results[name]);
        share.textContent = results ? percent(results[name], answered) : "";
      }
      figures.show([words("nps_grade"), words("nps_people"), words("nps_group")], results && GRADES.map((grade) =>
        [number(grade), number(counts[grade]), words(`nps_${frame.querySelector(`[data-grade="${grade}"]`).dataset.group}`)]));
      if (shown !== arranged) arrange();
      arranged = shown;
    },
  };
}

/** A score with its sign, a true minus. */
const signed = (score) => `${score > 0 ? "+" : score < 0 ? "−" : ""}${number(Math.abs(score))}`;
