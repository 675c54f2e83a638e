// How numbers spread: a dot for each answer while there is room for dots, bars beyond.
// templates/kinds/_numbers.html has the markup, polling/kinds/distribution.py the bins.

import { number } from "./page.js";
import { said } from "./numbers.js";

const LEAST_DOT = 0.4; // in em: what is smaller is no dot but dust
const LARGEST_DOT = 1.5;
const COLUMN = 0.84; // how much of its column a pile takes
const SIGN = 0.58; // the width of a digit, in em

/** `show(bins, signs, half)`: `signs` are {name, at, text}; `half` the edges of the middle half. */
export function histogram(plot, blank) {
  const list = plot.querySelector(".piles");
  const axis = plot.querySelector(".axis");
  const spread = plot.querySelector(".spread");
  const half = plot.querySelector(".half");
  let bins = [];
  let signs = [];

  const draw = () => {
    if (!bins.length || !list.clientHeight) return;
    const most = Math.max(...bins.map(({ count }) => count));
    const em = Number.parseFloat(getComputedStyle(list).fontSize);
    const column = list.clientWidth / em / bins.length;
    const { dot, across } = dots(most, column * COLUMN, list.clientHeight / em - 1.3);
    const asDots = dot >= LEAST_DOT;
    list.dataset.as = asDots ? "dots" : "bars";
    list.style.setProperty("--dot", `${dot}em`);
    bins.forEach((bin, place) => fill(list.children[place], bin, most, asDots ? across : 0));
    axis.replaceChildren(...labels(bins, column));
  };
  new ResizeObserver(draw).observe(list);

  return {
    show(newBins, newSigns, [low, high] = []) {
      bins = newBins;
      signs = newSigns;
      while (list.children.length > bins.length) list.lastElementChild.remove();
      while (list.children.length < bins.length) list.append(blank.cloneNode(true));
      const place = places(bins);
      half.hidden = low === undefined;
      if (!half.hidden) {
        half.style.setProperty("--from", place(low));
        half.style.setProperty("--to", place(high));
      }
      for (const old of plot.querySelectorAll("[data-sign]")) old.remove();
      for (const { name, at, text } of signs) {
        plot.append(sign("line", name, place(at)));
        const label = sign("sign", name, place(at));
        label.textContent = text;
        spread.append(label);
      }
      draw();
    },
  };
}

/** The largest dots with which `most` of them fit a column, and how many stand side by side. */
function dots(most, width, height) {
  let best = { dot: 0, across: 1 };
  for (let across = 1; across <= most; across += 1) {
    const dot = Math.min(width / across, height / Math.ceil(most / across), LARGEST_DOT);
    if (dot > best.dot) best = { dot, across };
    if (width / across < best.dot) break;
  }
  return best;
}

/** `across` dots side by side, or none but a bar. */
function fill(element, { count, kept }, most, across) {
  const pile = element.querySelector(".pile");
  element.classList.toggle("kept", Boolean(kept));
  element.querySelector(".count").textContent = count ? number(count) : "";
  pile.style.setProperty("--part", count / most);
  pile.style.setProperty("--across", Math.min(across, count));
  const wanted = across ? count : 0;
  while (pile.children.length > wanted) pile.lastElementChild.remove();
  while (pile.children.length < wanted) pile.append(document.createElement("i"));
}

/** Where along the axis a value stands, from 0 to 1. */
function places(bins) {
  const between = bins.slice(1).map((bin, place) => middle(bins[place].to, bin.from));
  const gap = bins.slice(1).map((bin, place) => bin.from - bins[place].to).find((wide) => wide > 0) ?? 0;
  const [first, last] = [bins[0], bins.at(-1)];
  const margin = gap / 2 || (first?.from === first?.to ? 0.5 : 0);
  const edges = [
    first?.from === null ? -Infinity : first?.from - margin,
    ...between,
    last?.to === null ? Infinity : last?.to + margin,
  ];
  return (value) => {
    const found = edges.findIndex((edge, place) => place > 0 && value <= edge);
    const place = (found === -1 ? edges.length - 1 : found) - 1;
    const part = (value - edges[place]) / (edges[place + 1] - edges[place]);
    return (place + (Number.isFinite(part) ? Math.max(0, part) : 0.5)) / bins.length;
  };
}

const middle = (one, other) => ((one ?? other) + (other ?? one)) / 2;

/** Under each bin what it holds, or at each edge where bins lie against one another. */
function labels(bins, column) {
  const closed = bins.filter(({ from, to }) => from !== null && to !== null);
  const touching = touch(closed) || (closed.length === 1 && closed[0].from !== closed[0].to);
  const found = [];
  bins.forEach(({ from, to }, place) => {
    const at = (place + 0.5) / bins.length;
    if (from === null) found.push({ at, text: "<" });
    else if (to === null) found.push({ at, text: ">" });
    else if (touching) {
      found.push({ at: place / bins.length, text: said(from) });
      if (to === closed.at(-1).to) found.push({ at: (place + 1) / bins.length, text: said(to) });
    } else found.push({ at, text: from === to ? said(to) : `${said(from)}–${said(to)}` });
  });
  const widest = Math.max(...found.map(({ text }) => text.length)) * SIGN + 0.6;
  const stride = Math.ceil(widest / column);
  return found.filter((_, place) => place % stride === 0).map(({ at, text }) => {
    const label = document.createElement("span");
    label.textContent = text;
    label.style.setProperty("--at", at);
    return label;
  });
}

/** Whether bins share their edges, as where any number can be answered. */
export const touch = (bins) => bins.some(({ from, to }, place) => from !== to && bins[place + 1]?.from === to);

function sign(className, name, at) {
  const element = document.createElement("span");
  element.className = className;
  element.dataset.sign = name;
  element.style.setProperty("--at", at);
  return element;
}
