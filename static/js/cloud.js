// Words by how many wrote them: a cloud for the eye, the same words as a ranked list for readers.

import { placed } from "./sky.js";
import { number } from "./page.js";
import { steady } from "./steady.js";

const MOST_WORDS = 60;
const FEWER = 0.8; // words of those that would be too small on a wall
const FEWEST = 10;
const REST_MS = 2000; // between two layouts, so that the cloud can be read while it grows
const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1200;
const MOST_GROWTH = 1.5;
const TYPE = 100; // as in kinds/word_cloud.css: type grows by transform alone
const DESCENT = 0.24; // of the type, below the line

/** The wall() of word_cloud; templates/kinds/word_cloud.html has the markup. */
export function cloud(root, { words, screen, remove }) {
  const part = (selector) => root.querySelector(selector);
  const item = part('[data-part="word"]').content.firstElementChild;
  const sky = part(".sky");
  const drawing = document.createElementNS(SVG, "svg");
  const group = document.createElementNS(SVG, "g");
  drawing.append(group);
  sky.append(drawing);
  const texts = new Map();
  const rows = new Map();
  const rank = steady(part(".ranked"));
  part(".ranked").classList.toggle("visually-hidden", screen === "wall");
  let top = [];
  let beyond = 0; // words that have no place here
  let drawn;
  let due;
  let rested = 0;

  const draw = async () => {
    due = undefined;
    rested = performance.now() + REST_MS;
    const box = sky.getBoundingClientRect();
    if (!box.width || !box.height) return;
    // The layout has units of its own, so that a wall of any resolution shows the same cloud.
    const [width, height] = [WIDTH, (WIDTH * box.height) / box.width];
    drawing.setAttribute("viewBox", `${-width / 2} ${-height / 2} ${width} ${height}`);
    const { fontFamily: font, fontSize } = getComputedStyle(sky);
    // In those units, the least that is legible; elsewhere than on a wall people are near.
    const least = screen === "wall" ? (parseFloat(fontSize) * WIDTH) / box.width : 0;
    let layout;
    let filled;
    let most = top.length;
    do {
      layout = await placed(top.slice(0, most), { width, height, font });
      filled = filling(layout, width, height);
      most = Math.floor(most * FEWER);
    } while (most >= FEWEST && filled.scale * Math.min(...layout.map(({ size }) => size)) < least);
    if (top.length === 0) return; // hidden meanwhile
    count(beyond + top.length - layout.length);
    group.style.setProperty("transform", filled.transform);
    const gone = new Set(texts.keys());
    for (const word of layout) {
      gone.delete(word.text);
      const text = texts.get(word.text) ?? newText(word.text);
      text.style.setProperty("transform", `translate(${word.x}px, ${word.y}px) scale(${word.size / TYPE})`);
      text.dataset.depth = word.depth;
    }
    for (const key of gone) {
      texts.get(key).remove();
      texts.delete(key);
    }
  };
  const count = (left) => {
    part(".more").hidden = left === 0;
    part(".more").textContent = left ? words("words_more", { n: left }) : "";
  };
  const newText = (key) => {
    const text = document.createElementNS(SVG, "text");
    text.textContent = key;
    texts.set(key, text);
    group.append(text);
    return text;
  };
  const clear = () => {
    clearTimeout(due);
    due = undefined;
    rested = 0;
    group.replaceChildren();
    texts.clear();
  };
  const redraw = () => {
    due ??= setTimeout(draw, Math.max(0, rested - performance.now()));
  };
  new ResizeObserver(redraw).observe(sky);

  return {
    show({ poll, results }) {
      top = results?.words.slice(0, MOST_WORDS) ?? [];
      beyond = results ? results.words.length - top.length + results.more : 0;
      const over = poll.status === "closed" && results;
      part(".nothing").hidden = top.length > 0 || (screen === "wall" && over);
      part(".nothing").textContent = words(results && screen !== "wall" ? "words_none" : "words_hidden");
      if (screen !== "wall" || top.length === 0) count(beyond);
      rank(top.map(ranked));
      const kept = new Set(top.map(({ text }) => text));
      for (const text of rows.keys()) if (!kept.has(text)) rows.delete(text);
      const asked = JSON.stringify(top);
      if (top.length === 0) clear();
      else if (asked !== drawn) redraw();
      drawn = asked;
    },
  };

  function ranked({ text, count }) {
    if (!rows.has(text)) rows.set(text, row(text));
    rows.get(text).querySelector(".count").textContent = number(count);
    return rows.get(text);
  }

  function row(text) {
    const element = item.cloneNode(true);
    element.querySelector(".text").textContent = text;
    if (!remove) return element;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "remove";
    button.textContent = "×";
    button.setAttribute("aria-label", words("word_remove", { word: text }));
    button.title = words("word_remove", { word: text });
    button.addEventListener("click", () => remove(text));
    element.append(button);
    return element;
  }
}

/** The scale and the transform with which a layout fills its box. */
function filling(layout, width, height) {
  if (layout.length === 0) return { scale: 1, transform: "none" };
  const [left, right] = [
    Math.min(...layout.map(({ x, x0 }) => x + x0)),
    Math.max(...layout.map(({ x, x1 }) => x + x1)),
  ];
  const [top, bottom] = [
    Math.min(...layout.map(({ y, y0 }) => y + y0)),
    Math.max(...layout.map(({ y, size }) => y + size * DESCENT)),
  ];
  const scale = Math.min(MOST_GROWTH, width / (right - left), height / (bottom - top));
  return { scale, transform: `scale(${scale}) translate(${-(left + right) / 2}px, ${-(top + bottom) / 2}px)` };
}
