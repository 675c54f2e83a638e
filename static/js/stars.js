// The mean as stars that are filled in part, and how many people gave how many.

import { counter } from "./counting.js";
import { fit } from "./fit.js";
import { decimal, number, percent, typographic } from "./page.js";

const MOST = 1.2; // how far type grows on the wall where there is room

/** The wall() of rating; templates/kinds/rating.html has the markup. */
export function stars(root, { words, screen }) {
  const part = (selector) => root.querySelector(selector);
  const [frame, list, nothing] = [part(".rating"), part(".levels"), part(".nothing")];
  const blank = (name) => part(`[data-part=${name}]`).content.firstElementChild.cloneNode(true);
  let levels = [];
  let drawn;
  let arranged;
  const arrange = () => screen === "wall" && fit(root, MOST);
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);

  return {
    show({ poll, answered, results }) {
      const most = poll.settings.stars;
      const { labels = {} } = poll.content;
      const texts = JSON.stringify([most, labels]);
      if (texts !== drawn) {
        drawn = texts;
        const ends = { 1: labels.low, [most]: labels.high };
        levels = Array.from({ length: most }, (_, place) =>
          level(blank("level"), most - place, typographic(ends[most - place] ?? "")));
        list.replaceChildren(...levels.map(({ element }) => element));
        for (const row of frame.querySelectorAll(".drawn > div")) {
          row.replaceChildren(...Array.from({ length: most }, () => blank("star")));
        }
      }
      const voted = Boolean(results) && results.mean !== null;
      frame.dataset.results = results ? "shown" : "hidden";
      frame.toggleAttribute("data-voted", voted);
      nothing.hidden = screen === "wall" || !results || voted;
      part(".mean b").textContent = voted ? decimal(results.mean) : "–";
      part(".of").textContent = words("rating_of", { n: most });
      part(".median").textContent = voted ? words("rating_median", { n: results.median }) : "";
      for (const each of levels) each.show(results && results.counts[each.stars], results ? answered : 0);
      // Two frames, so that stars that have just been put in fill from nothing.
      requestAnimationFrame(() => requestAnimationFrame(() =>
        frame.style.setProperty("--mean", voted ? results.mean / most : 0)));
      list.style.setProperty("--digits", number(Math.max(answered, 10)).length);
      const arrangement = [drawn, voted, Boolean(results)].join();
      if (arrangement !== arranged) arrange();
      arranged = arrangement;
    },
  };
}

function level(element, stars, label) {
  const part = (selector) => element.querySelector(selector);
  part(".level b").textContent = stars;
  part(".level-name").textContent = label;
  const count = counter(part(".count"));
  return {
    element,
    stars,
    show(votes, answered) {
      count(votes);
      part(".share").textContent = percent(votes, answered);
      requestAnimationFrame(() => requestAnimationFrame(() =>
        part(".bar").style.setProperty("--part", answered ? votes / answered : 0)));
    },
  };
}
