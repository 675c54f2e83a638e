// Options with the mean of what each got, and the middle half of the answers as a line on the bar.

import { columns } from "./columns.js";
import { glide } from "./gliding.js";
import { mark } from "./marks.js";
import { decimal, number, typographic } from "./page.js";
import { table } from "./table.js";

const TENTHS = 10; // bars reach to a tenth of all points, so that they stand still as votes come in

/** The wall() of points; templates/kinds/points.html has the markup. */
export function means(root, { words, screen }) {
  const part = (selector) => root.querySelector(selector);
  const [list, nothing, reach] = [part(".bars"), part(".nothing"), part(".reach")];
  const blank = part("[data-part=option]").content.firstElementChild;
  const figures = table(root, screen);
  const arrange = columns(root, list, screen);
  let rows = [];
  let drawn;

  return {
    show({ poll, answered, results }) {
      const { options } = poll.content;
      const texts = JSON.stringify(options.map(({ id, text }) => [id, text]));
      if (texts !== drawn) {
        drawn = texts;
        rows = options.map((option, index) => row(blank.cloneNode(true), option, index, words));
        list.replaceChildren(...rows.map(({ element }) => element));
      }
      const voted = results && answered > 0 ? results : null;
      const most = voted ? reachOf(voted, poll.settings.total) : 0;
      list.dataset.results = results ? "shown" : "hidden";
      nothing.hidden = screen === "wall" || !results || answered > 0;
      reach.hidden = !voted;
      reach.textContent = voted ? words("points_reach", { n: most }) : "";
      options.forEach(({ id }, index) => rows[index].show(voted && told(voted, id), most, answered));
      figures.show(...tabled(options, results));
      arrange([drawn, Boolean(results), Boolean(voted)].join());
    },
  };

  function tabled(options, results) {
    const head = ["option", "mean_head", "median_head", "half_head", "total_head"].map((name) => words(`points_${name}`));
    return [head, results && options.map(({ id, text }) => {
      const [first, median, last] = results.quartiles[id] ?? [];
      const said = median === undefined
        ? ["–", "–", "–"]
        : [decimal(results.means[id]), number(median), words("points_range", { first, last })];
      return [typographic(text), ...said, number(results.totals[id])];
    })];
  }
}

const told = ({ means: mean, quartiles }, id) => ({ mean: mean[id], quartiles: quartiles[id] });

/** How far the bars reach: all means and all lines, and no more than it takes. */
function reachOf({ means: all, quartiles }, total) {
  const furthest = Math.max(...Object.values(all), ...Object.values(quartiles).map((each) => each[2]));
  const tenth = total / TENTHS;
  return Math.ceil(furthest / tenth - 1e-9) * tenth;
}

function row(element, { text }, index, words) {
  const part = (name) => element.querySelector(`.${name}`);
  element.dataset.option = index;
  part("mark").replaceWith(mark(index));
  part("text").textContent = typographic(text);
  return {
    element,
    show(told, most, answered) {
      const [first, median, last] = told ? told.quartiles : [];
      part("count").textContent = told ? decimal(told.mean) : "";
      part("share").textContent = told ? words("points_median", { n: median }) : "";
      part("middle-half").hidden = !told || answered < 2;
      glide([part("middle-half")], () => {
        part("middle-half").style.setProperty("--first", told ? first / most : 0);
        part("middle-half").style.setProperty("--last", told ? last / most : 0);
      });
      requestAnimationFrame(() => requestAnimationFrame(() =>
        part("bar").style.setProperty("--part", told ? told.mean / most : 0)));
    },
  };
}
