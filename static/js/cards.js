// Free answers as cards, the newest first: as many as the wall holds, all of them elsewhere.

import { fit } from "./fit.js";
import { typographic } from "./page.js";
import { steady } from "./steady.js";

const ON_WALL = 24;
const LENGTHS = [90, 190, 280]; // characters from which a card is set smaller

/** The wall() of open_text; templates/kinds/_cards.html has the markup. */
export function cards(root, { words, screen, remove, approve }) {
  const part = (selector) => root.querySelector(selector);
  const list = part(".cards.shown");
  const blank = part('[data-part="card"]').content.firstElementChild;
  const put = steady(list);
  const putPending = steady(part(".pending .cards"));
  const made = new Map();
  let beyond = 0;

  const count = () => {
    const left = beyond + (screen === "wall" ? hideWhatOverflows(root, list) : 0);
    part(".more").hidden = left === 0;
    part(".more").textContent = left ? words("entries_more", { n: left }) : "";
  };
  new ResizeObserver(count).observe(list);

  return {
    show({ poll, results }) {
      const entries = results?.entries ?? [];
      const pending = results?.pending ?? [];
      const here = screen === "wall" ? entries.slice(0, ON_WALL) : entries;
      beyond = entries.length - here.length + (results?.more ?? 0);
      keep([...here, ...pending]);
      put(here.map((entry) => card(entry)));
      putPending(pending.map((entry) => card(entry, true)));
      part(".pending").hidden = pending.length === 0;
      part(".pending h2").textContent = pending.length ? words("entries_pending", { n: pending.length }) : "";
      const over = poll.status === "closed" && results;
      part(".nothing").hidden = entries.length > 0 || (screen === "wall" && over);
      part(".nothing").textContent = words(results && screen !== "wall" ? "entries_none" : "entries_hidden");
      count();
    },
  };

  function keep(entries) {
    const wanted = new Set(entries.map(({ id }) => id));
    for (const id of made.keys()) if (!wanted.has(id)) made.delete(id);
  }

  function card({ id, text, caught }, waits = false) {
    const key = made.get(id);
    if (key?.waits === waits && key.text === text) return key.element;
    const element = blank.cloneNode(true);
    element.dataset.entry = id;
    element.querySelector("p").textContent = typographic(text);
    if (caught) element.append(told(words("entry_caught", { n: caught.length, words: caught.join(", ") })));
    element.dataset.length = LENGTHS.filter((length) => text.length > length).length;
    if (waits && approve) element.append(button(words("entry_approve"), () => approve(id)));
    if (remove) element.append(button(words(waits ? "entry_refuse" : "entry_remove"), () => remove(id)));
    made.set(id, { element, text, waits });
    return element;
  }
}

function told(text) {
  const element = document.createElement("p");
  element.className = "caught";
  element.textContent = typographic(text);
  return element;
}

function button(label, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "remove";
  element.textContent = label;
  element.addEventListener("click", act);
  return element;
}

/**
 * How many cards of `list` had to be hidden because its height ends before them. Where `root` has its
 * type by --fit, the first is always there, smaller where it has to be.
 */
function hideWhatOverflows(root, list) {
  const all = [...list.children];
  const least = root.matches(".results") ? 1 : 0;
  for (const each of all) each.hidden = false;
  root.style.removeProperty("--fit");
  const { bottom } = list.getBoundingClientRect();
  const isOver = (each) => each.getBoundingClientRect().bottom > bottom + 1;
  const over = all.filter((each, place) => place >= least && isOver(each));
  for (const each of over) each.hidden = true;
  if (least && all.length && isOver(all[0])) fit(root);
  return over.length;
}
