// The kinds of questions that this phone can draw. One comes with the page; the others are fetched
// once that is done, so that a question that comes later needs no network but the live one.

import { language, page } from "../js/page.js";
import { styled } from "../js/style.js";

const AGAIN_MS = 2000;

/** Those that the page holds, ready to draw. */
export async function kinds() {
  const modules = new Map();
  const here = [...document.querySelectorAll("#phone-templates > template")].map(
    ({ dataset }) => dataset.kind,
  );
  await Promise.all(here.map(async (name) => modules.set(name, await import(`../kinds/${name}.js`))));

  async function take(address) {
    const parts = await (await fetch(address)).json();
    await Promise.all(Object.entries(parts).map(([name, part]) => mount(name, part)));
  }

  async function mount(name, { phone, wall, words, module: address, styles }) {
    if (modules.has(name)) return;
    Object.assign(page.words, words);
    hold("phone-templates", name, phone);
    hold("wall-templates", name, wall);
    const [module] = await Promise.all([import(address), ...styles.map(styled)]);
    modules.set(name, module);
  }

  return {
    has: (name) => modules.has(name),
    module: (name) => modules.get(name),
    /** Fetches those of the running order that are not here yet. */
    fetchRest: async () => page.kinds && take(page.kinds).catch(() => {}),
    /** Fetches one, and tries again until it is here. */
    async fetch(name) {
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
  const template = document.createElement("template");
  template.dataset.kind = name;
  template.innerHTML = markup;
  document.getElementById(place).append(template);
}
