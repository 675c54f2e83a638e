// One statement as a bar: a part for each number of the scale, as long as its share of the people.
// templates/kinds/scale.html has the markup.

import { decimal, number, typographic } from "./page.js";

const DEEPEST = 5; // shades on each side of the middle
const DIGIT = 0.68; // the width of a digit with its share of the air, in em
const SMALLEST = 0.5; // how small the number in a narrow part may be before it is left out

/** The last step of each side is the deepest, however many there are. */
export function shade(element, value, values) {
  const middle = (values[0] + values.at(-1)) / 2;
  const away = Math.ceil(Math.abs(value - middle));
  element.dataset.side = value < middle ? "below" : "above";
  element.dataset.depth = away ? DEEPEST - Math.floor(values.length / 2) + away : 0;
}

/** The share of people below and above the middle; those on it count half on each side. */
export function parted(counts, values) {
  const middle = (values[0] + values.at(-1)) / 2;
  const people = values.reduce((sum, value) => sum + counts[value], 0);
  const below = values.reduce((sum, value) => sum + (value < middle ? 1 : value === middle ? 0.5 : 0) * counts[value], 0);
  return people ? { below: below / people, above: 1 - below / people } : { below: 0, above: 0 };
}

/** The row of a statement; `extent` says how far all bars reach to both sides of the line. */
export function stack(element, { text }, values, words) {
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
    pieces,
    /** What is said beside the text, which may need another line. */
    note: () => part("base").textContent.length,
    show(told, extent, answered) {
      const people = told ? values.reduce((sum, value) => sum + told.counts[value], 0) : 0;
      part("base").textContent = told && people !== answered ? `(${words("scale_people", { n: people })})` : "";
      part("median").textContent = people ? number(told.median) : told ? "–" : "";
      part("mean").textContent = people ? words("scale_mean", { n: decimal(told.mean) }) : "";
      line.toggleAttribute("data-voted", people > 0);
      if (!told) {
        for (const { style, dataset, firstChild } of pieces) {
          firstChild.textContent = "";
          delete dataset.count;
          style.removeProperty("--part");
        }
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
      line.style.setProperty("--wide", `${line.clientWidth}px`);
      const width = line.clientWidth / parseFloat(getComputedStyle(line).fontSize);
      for (const { style, firstChild } of pieces) {
        const room = (Number(style.getPropertyValue("--part")) * width) / (firstChild.textContent.length * DIGIT);
        style.setProperty("--small", Math.min(1, room));
        firstChild.hidden = room < SMALLEST;
      }
    },
  };
}
