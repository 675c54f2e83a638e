import { number } from "../js/page.js";
import { numberResults } from "../js/number_results.js";
import { measured, said } from "../js/numbers.js";

// phone: the form field.
export { numberField as phone } from "../phone/number.js";

// wall: the results, and once the right number may be known, who came nearest.
export function wall(root, tools) {
  const { words } = tools;
  const within = root.querySelector('[data-figure="found"] dt');

  return numberResults(root, tools, ({ content: { right, tolerance, unit } }, { nearest, found }) => {
    if (!nearest) return {};
    const away = measured(said(nearest.distance), unit);
    within.textContent = tolerance ? words("find_within", { tolerance: measured(said(tolerance), unit) }) : "";
    return {
      figures: {
        sought: measured(said(right), unit),
        nearest: words(nearest.distance ? "find_nearest" : "find_exact", { n: nearest.count, distance: away }),
        found: tolerance ? words("find_people", { n: found }) : "",
      },
      signs: [{ name: "sought", at: right, text: `✓ ${said(right)}` }],
      kept: (bin) => nearest.answers.some((answer) => holds(bin, answer)),
    };
  });
}

const holds = ({ from, to }, answer) => (from === null || answer >= from) && (to === null || answer <= to);
