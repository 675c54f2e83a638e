// How sure people were, crossed with who was right. Who was sure and wrong is what a host talks
// about next, and is said in words.

import { fit } from "./fit.js";
import { number, typographic, words } from "./page.js";

const LEVELS = ["sure", "hesitant", "guess"];
const SIDES = ["right", "wrong"];

/** For panels.js: takes the place in `root` and gives what draws `{display}` into it. */
export function certainty(root, screen) {
  const trap = document.createElement("p");
  const table = document.createElement("table");
  const base = document.createElement("p");
  trap.className = "trap";
  base.className = "hint";
  table.className = "crossing";
  root.replaceChildren(trap, table, base);
  if (screen === "wall") {
    new ResizeObserver(() => fit(root)).observe(root);
    document.fonts.ready.then(() => fit(root));
  }

  return ({ display }) => {
    const counts = SIDES.flatMap((side) => LEVELS.map((level) => display[side][level]));
    const all = counts.reduce((sum, n) => sum + n, 0);
    const trapped = display.wrong.sure;
    trap.classList.toggle("sprung", trapped > 0);
    trap.textContent = typographic(sentence(all, trapped));
    table.hidden = base.hidden = all === 0;
    table.replaceChildren(caption(), head(), body(display, Math.max(...counts)));
    base.textContent = typographic(words("certainty_base", { n: all }));
    if (screen === "wall") fit(root);
  };
}

function sentence(all, trapped) {
  if (!all) return words("certainty_none");
  return trapped ? words("certainty_trap", { n: trapped }) : words("certainty_no_trap");
}

function caption() {
  const element = document.createElement("caption");
  element.className = "visually-hidden";
  element.textContent = words("certainty_title");
  return element;
}

function head() {
  const element = document.createElement("thead");
  const row = element.insertRow();
  row.append(document.createElement("td"), ...LEVELS.map((level) => heading(`certainty_${level}`, "col")));
  return element;
}

function body(display, most) {
  const element = document.createElement("tbody");
  for (const side of SIDES) {
    const row = element.insertRow();
    row.dataset.side = side;
    row.append(heading(`certainty_${side}`, "row"), ...LEVELS.map((level) => cell(display[side][level], most, level)));
  }
  return element;
}

function heading(key, scope) {
  const element = document.createElement("th");
  element.scope = scope;
  element.textContent = words(key);
  return element;
}

function cell(count, most, level) {
  const element = document.createElement("td");
  const figure = document.createElement("b");
  const bar = document.createElement("i");
  element.dataset.level = level;
  figure.textContent = number(count);
  bar.style.setProperty("--part", most ? count / most : 0);
  element.append(figure, bar);
  return element;
}
