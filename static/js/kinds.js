// The kinds of questions that this page can draw. Some come with the page; others are fetched, once
// nothing else is to be, or when a question needs one that nobody foresaw.

import { language, page } from "./page.js";
import { styled } from "./style.js";

const AGAIN_MS = 2000;
const PARTS = ["phone", "wall"]; // of a kind's markup, each held where the page has a place for it

/** Those that came with the page, and by and by others. */
export function kinds() {
  const modules = new Map();
  const coming = new Map();
  for (const { dataset: { kind } } of document.querySelectorAll("#wall-templates > template")) {
    coming.set(kind, import(`../kinds/${kind}.js`).then((module) => modules.set(kind, module), () => null));
  }

  async function take(address) {
    const parts = await (await fetch(address)).json();
    await Promise.all(Object.entries(parts).map(([name, part]) => mount(name, part)));
  }

  async function mount(name, { words, module: address, styles, ...markup }) {
    if (modules.has(name)) return;
    Object.assign(page.words, words);
    for (const part of PARTS) hold(document.getElementById(`${part}-templates`), name, markup[part]);
    const [module] = await Promise.all([import(address), ...styles.map(styled)]);
    modules.set(name, module);
  }

  return {
    /** Resolves once all that came with the page are ready, or cannot be had. */
    here: Promise.all(coming.values()),
    has: (name) => modules.has(name),
    module: (name) => modules.get(name),
    /** Whether a bad network kept one from this page. */
    isIncomplete: () => [...coming.keys()].some((name) => !modules.has(name)),
    /** Fetches those of the running order that are not here yet. */
    fetchRest: async () => page.kinds && take(page.kinds).catch(() => {}),
    /** Waits for one; fetches it, and tries again, until it is here. */
    async fetch(name) {
      await coming.get(name);
      while (!modules.has(name)) {
        await take(`/kinds/${language}/${name}.json`).catch(
          () => new Promise((done) => setTimeout(done, AGAIN_MS)),
        );
      }
    },
  };
}

/** Keeps the server's empty markup of a kind where the page keeps the others'. */
function hold(place, name, markup) {
  if (!place || place.querySelector(`[data-kind="${name}"]`)) return;
  const template = document.createElement("template");
  template.dataset.kind = name;
  template.innerHTML = markup;
  place.append(template);
}
