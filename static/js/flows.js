// Who moved from which answer to which: two columns, with a ribbon for each group of people.

import { mark } from "./marks.js";
import { number, typographic, words } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";

/** For facets.js: takes the facet's element and gives what draws `{moves}` into it. */
export const flows = (poll) => (facet, screen) => {
  const root = facet.querySelector(".results");
  const note = facet.querySelector(":scope > p");
  return ({ moves }) => {
    const before = totals(moves.flows, "from");
    const after = totals(moves.flows, "to");
    note.textContent = moves.others ? words("moves_others", { n: moves.others }) : "";
    root.className = "results flows";
    root.replaceChildren(
      column(poll, before, "from"),
      ribbons(poll, moves.flows, before, after),
      column(poll, after, "to"),
      list(moves.flows),
    );
    root.querySelector(".moved").classList.toggle("visually-hidden", screen === "wall");
  };
};

/** How many there are at each end, in the order in which they come: [label, count]. */
function totals(found, end) {
  const sums = new Map();
  for (const flow of found) sums.set(flow[end], (sums.get(flow[end]) ?? 0) + flow.count);
  return [...sums].sort(([one], [other]) => place(found, end, one) - place(found, end, other));
}

const place = (found, end, label) => found.findIndex((flow) => flow[end] === label);

const optionOf = ({ content }, label) => (content.options ?? []).findIndex(({ text }) => text === label);

function column(poll, ends, side) {
  const element = document.createElement("div");
  element.className = `ends ${side}`;
  element.setAttribute("aria-hidden", "true");
  for (const [label, count] of ends) {
    const end = document.createElement("div");
    end.style.flexGrow = count;
    const option = optionOf(poll, label);
    const sign = document.createElement("span");
    if (option < 0) sign.textContent = typographic(label);
    else sign.append(mark(option));
    end.append(sign);
    element.append(end);
  }
  return element;
}

function ribbons(poll, found, before, after) {
  const element = document.createElement("div");
  element.className = "ribbons";
  element.setAttribute("aria-hidden", "true");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("preserveAspectRatio", "none");
  element.append(svg);
  const all = found.reduce((sum, { count }) => sum + count, 0);
  const starts = offsets(before, all);
  const ends = offsets(after, all);
  for (const { from, to, count } of found) {
    const high = (100 * count) / all;
    const [top, foot] = [starts.get(from), ends.get(to)];
    starts.set(from, top + high);
    ends.set(to, foot + high);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", `M0 ${top}C50 ${top} 50 ${foot} 100 ${foot}v${high}C50 ${foot + high} 50 ${top + high} 0 ${top + high}z`);
    path.dataset.option = Math.max(optionOf(poll, from), 0);
    path.classList.toggle("stayed", from === to);
    svg.append(path);
    const figure = document.createElement("b");
    figure.textContent = number(count);
    figure.style.top = `${(top + foot + high) / 2}%`;
    element.append(figure);
  }
  return element;
}

function offsets(ends, all) {
  let from = 0;
  return new Map(ends.map(([label, count]) => {
    const at = from;
    from += (100 * count) / all;
    return [label, at];
  }));
}

/** The same in words, the largest groups first. */
function list(found) {
  const element = document.createElement("ol");
  element.className = "moved";
  for (const { from, to, count } of [...found].sort((one, other) => other.count - one.count)) {
    const line = document.createElement("li");
    const strong = document.createElement("b");
    strong.textContent = number(count);
    const text = from === to ? words("stayed", { answer: typographic(from) }) : words("moved", { from: typographic(from), to: typographic(to) });
    line.append(strong, ` ${text}`);
    element.append(line);
  }
  return element;
}
