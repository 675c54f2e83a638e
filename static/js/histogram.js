// How numbers spread: a dot for each answer while there is room for dots, bars beyond.
// templates/kinds/_numbers.html has the markup, polling/kinds/distribution.py the bins.

import { glide } from "./gliding.js";
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
    const piles = [...list.children];
    glide(asDots ? [] : piles.flatMap((pile) => [...pile.children]), () =>
      bins.forEach((bin, place) => fill(piles[place], bin, most, asDots ? across : 0)));
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

/** Under each bin what it holds; at its edges where they are shared, or where ranges are too long. */
function labels(bins, column) {
  const closed = bins.filter(({ from, to }) => from !== null && to !== null);
  const ranges = closed.some(({ from, to }) => from !== to);
  const fits = (texts) => widest(texts) <= column;
  const byEdge = ranges && (touch(closed) || closed.length === 1 || !fits(closed.map(held)));
  const found = [];
  bins.forEach((bin, place) => {
    const at = (part) => (place + part) / bins.length;
    if (bin.from === null) found.push({ at: at(0.5), text: byEdge ? "<" : `< ${said(bin.to)}` });
    else if (bin.to === null) found.push({ at: at(0.5), text: byEdge ? ">" : `> ${said(bin.from)}` });
    else if (!byEdge || bin.from === bin.to) found.push({ at: at(0.5), text: held(bin) });
    else {
      found.push({ at: at(0), text: said(bin.from) });
      if (bin === closed.at(-1)) found.push({ at: at(1), text: said(upper(closed)) });
    }
  });
  const stride = Math.ceil(widest(found.map(({ text }) => text)) / column);
  return found.filter((_, place) => place % stride === 0).map(({ at, text }) => {
    const label = document.createElement("span");
    label.textContent = text;
    label.style.setProperty("--at", at);
    return label;
  });
}

/** Where the last bin ends: at the next round edge, unless no answer can be as large. */
function upper(closed) {
  const [first, second] = closed;
  const last = closed.at(-1);
  const whole = second && last.to - last.from === first.to - first.from;
  return whole ? last.from + second.from - first.from : last.to;
}

const held = ({ from, to }) => (from === to ? said(to) : `${said(from)}–${said(to)}`);

/** The room that the longest of `texts` takes, in em. */
const widest = (texts) => Math.max(...texts.map(({ length }) => length)) * SIGN + 0.6;

/** Whether bins share their edges, as where any number can be answered. */
export const touch = (bins) => bins.some(({ from, to }, place) => from !== to && bins[place + 1]?.from === to);

function sign(className, name, at) {
  const element = document.createElement("span");
  element.className = className;
  element.dataset.sign = name;
  element.style.setProperty("--at", at);
  return element;
}
