// Statements as bars that part at the middle of the scale: who is below stands left of one line for
// all, who is above stands right of it. The middle of a bar is its median.

import { fit } from "./fit.js";
import { labelOf, numbers } from "./grades.js";
import { decimal, number, typographic } from "./page.js";
import { table } from "./table.js";

const MOST = 1.3; // how far type grows on the wall where there is room
const WORTH = 1.1; // statements go beside their bars where type gains so much
const DEEPEST = 5; // shades on each side of the middle
const GRAIN = 0.1; // the line moves in steps of this share of the people, not with each vote
const DIGIT = 0.68; // the width of a digit with its share of the air, in em
const SMALLEST = 0.5; // how small the number in a narrow part may be before it is left out

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
  const arrange = () => {
    if (screen === "wall") layOut();
    label();
  };
  const layOut = () => {
    frame.dataset.layout = "above";
    const above = fit(root, MOST);
    frame.dataset.layout = "beside";
    if (fit(root, 1) > above * WORTH) return;
    frame.dataset.layout = "above";
    fit(root, MOST);
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
        rows = content.statements.map((item) => statement(blank.cloneNode(true), item, values, words));
        list.replaceChildren(...rows.map(({ element }) => element));
        frame.dataset.rows = rows.length;
        part(".degrees").replaceChildren(...values.map((value) => step(value, content, values)));
      }
      const told = results && content.statements.map(({ id }) => results.statements[id]);
      const extent = told && extents(told.map(({ counts }) => parted(counts, values)));
      frame.dataset.results = results ? "shown" : "hidden";
      nothing.hidden = screen === "wall" || !results || answered > 0;
      rows.forEach((row, place) => row.show(told?.[place], extent, answered));
      figures.show(...tabled(content, values, told));
      const arrangement = [drawn, Boolean(results)].join();
      if (arrangement !== arranged) arrange();
      else label();
      arranged = arrangement;
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

/** The last step of each side is the deepest, however many there are. */
function shade(element, value, values) {
  const middle = (values[0] + values.at(-1)) / 2;
  const away = Math.ceil(Math.abs(value - middle));
  element.dataset.side = value < middle ? "below" : "above";
  element.dataset.depth = away ? DEEPEST - Math.floor(values.length / 2) + away : 0;
}

/** The share of people below and above the middle; those on it count half on each side. */
function parted(counts, values) {
  const middle = (values[0] + values.at(-1)) / 2;
  const people = values.reduce((sum, value) => sum + counts[value], 0);
  const below = values.reduce((sum, value) => sum + (value < middle ? 1 : value === middle ? 0.5 : 0) * counts[value], 0);
  return people ? { below: below / people, above: 1 - below / people } : { below: 0, above: 0 };
}

/** How far the bars reach to both sides of the line, all of them, in steps. */
function extents(sides) {
  const reach = (side) => Math.max(GRAIN, ...sides.map((each) => Math.ceil(each[side] / GRAIN - 1e-9) * GRAIN));
  return { below: reach("below"), above: reach("above") };
}

function statement(element, { text }, values, words) {
  const part = (name) => element.querySelector(`.${name}`);
  const line = part("stack");
  const pieces = values.map((value) => {
    const piece = document.createElement("i");
    piece.append(document.createElement("span"));
    shade(piece, value, values);
    return piece;
  });
  line.replaceChildren(...pieces);
  part("text").textContent = typographic(text);

  return {
    element,
    show(told, extent, answered) {
      const people = told ? values.reduce((sum, value) => sum + told.counts[value], 0) : 0;
      part("base").textContent = told && people !== answered ? `(${words("scale_people", { n: people })})` : "";
      part("median").textContent = people ? number(told.median) : told ? "–" : "";
      part("mean").textContent = people ? words("scale_mean", { n: decimal(told.mean) }) : "";
      line.toggleAttribute("data-voted", people > 0);
      if (!told) {
        for (const piece of pieces) piece.firstChild.textContent = "";
        return;
      }
      const span = extent.below + extent.above;
      let from = (extent.below - parted(told.counts, values).below) / span;
      line.style.setProperty("--below", extent.below / span);
      line.style.setProperty("--centre", from + 0.5 / span);
      values.forEach((value, place) => {
        const share = people ? told.counts[value] / people / span : 0;
        const { style, dataset, firstChild } = pieces[place];
        dataset.count = told.counts[value];
        firstChild.textContent = told.counts[value] ? number(told.counts[value]) : "";
        style.setProperty("--from", from);
        style.setProperty("--part", share);
        from += share;
      });
    },
    /** Numbers stand in their part as large as it lets them, or not at all: the table has them all. */
    label() {
      const width = line.clientWidth / parseFloat(getComputedStyle(line).fontSize);
      for (const { style, firstChild } of pieces) {
        const room = (Number(style.getPropertyValue("--part")) * width) / (firstChild.textContent.length * DIGIT);
        style.setProperty("--small", Math.min(1, room));
        firstChild.hidden = room < SMALLEST;
      }
    },
  };
}
