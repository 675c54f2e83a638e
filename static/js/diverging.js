// Statements as bars that part at the middle of the scale: who is below stands left of one line for
// all, who is above stands right of it. The middle of a bar is its median.

import { fit } from "./fit.js";
import { glide } from "./gliding.js";
import { labelOf, numbers } from "./grades.js";
import { decimal, number, typographic } from "./page.js";
import { LEGIBLE, pages } from "./pages.js";
import { parted, shade, stack } from "./stack.js";
import { table } from "./table.js";

const MOST = 1.4; // how far type grows on the wall where there is room
const WORTH = 1.1; // statements go beside their bars where type gains so much
const GRAIN = 0.1; // the line moves in steps of this share of the people, not with each vote

/** The wall() of scale; templates/kinds/scale.html has the markup. */
export function diverging(root, { words, screen }) {
  const part = (selector) => root.querySelector(selector);
  const [frame, list, nothing] = [part(".likert"), part(".rows"), part(".nothing")];
  const blank = part("[data-part=row]").content.firstElementChild;
  const figures = table(root, screen);
  let rows = [];
  let drawn;
  let arranged;

  const label = () => rows.forEach((row) => row.label());
  const layOut = (shown, most, least) => {
    frame.dataset.rows = shown;
    frame.dataset.layout = "above";
    const above = fit(root, most, least);
    if (above >= LEGIBLE) return above;
    frame.dataset.layout = "beside";
    const beside = fit(root, Math.min(most, LEGIBLE), least);
    if (beside >= LEGIBLE || beside > above * WORTH) return beside;
    frame.dataset.layout = "above";
    return fit(root, most, least);
  };
  const paged = screen === "wall" && pages(root, layOut, { once: Boolean(root.closest(".facet")), turned: label });
  const arrange = () => {
    if (paged) paged.arrange([...list.children], MOST, arranged);
    else label();
  };
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);

  return {
    show({ poll, answered, results }) {
      const { content } = poll;
      const values = numbers(content);
      const texts = JSON.stringify(content);
      if (texts !== drawn) {
        drawn = texts;
        rows = content.statements.map((item) => stack(blank.cloneNode(true), item, values, words));
        list.replaceChildren(...rows.map(({ element }) => element));
        frame.dataset.rows = rows.length;
        part(".degrees").replaceChildren(...values.map((value) => step(value, content, values)));
      }
      const told = results && content.statements.map(({ id }) => results.statements[id]);
      const extent = told && extents(told.map(({ counts }) => parted(counts, values)));
      frame.dataset.results = results ? "shown" : "hidden";
      nothing.hidden = screen === "wall" || !results || answered > 0;
      glide(rows.flatMap(({ pieces }) => pieces), () => rows.forEach((row, place) => row.show(told?.[place], extent, answered)));
      figures.show(...tabled(content, values, told));
      const arrangement = [drawn, Boolean(results), ...rows.map(({ note }) => note())].join();
      arranged = arrangement;
      arrange();
      label();
    },
  };

  function tabled(content, values, told) {
    const named = values.map((value) => [value, labelOf(content, value)].filter(Boolean).join(" "));
    const head = [words("scale_statement"), ...named, words("scale_median_head"), words("scale_mean_head")];
    return [head, told && content.statements.map(({ text }, place) => {
      const { counts, median, mean } = told[place];
      const said = [median === null ? "–" : number(median), mean === null ? "–" : decimal(mean)];
      return [typographic(text), ...values.map((value) => number(counts[value])), ...said];
    })];
  }
}

/** One number of the scale and what it stands for. */
function step(value, content, values) {
  const element = document.createElement("li");
  const sign = document.createElement("b");
  const said = document.createElement("span");
  sign.textContent = value;
  shade(sign, value, values);
  said.textContent = typographic(labelOf(content, value));
  said.dir = "auto";
  element.append(sign, said);
  return element;
}

/** How far the bars reach to both sides of the line, all of them, in steps. */
function extents(sides) {
  const reach = (side) => Math.max(GRAIN, ...sides.map((each) => Math.ceil(each[side] / GRAIN - 1e-9) * GRAIN));
  return { below: reach("below"), above: reach("above") };
}
