// Options with a bar each: counts first, then their share of the people who answered.

import { counter } from "./counting.js";
import { fit } from "./fit.js";
import { mark } from "./marks.js";
import { percent, number, typographic } from "./page.js";

const MOST = 1.25; // how far type grows on the wall where there is room
const DENSE = 5; // from so many options on, two columns are tried
const WORTH = 1.35; // and taken where type gains so much: bars compare best under one another
const MOST_DENSE = 1;

/** The wall() of the kinds that offer options; templates/kinds/_choices.html has the markup. */
export function bars(root, { words, screen }) {
  const list = root.querySelector(".bars");
  const nothing = root.querySelector(".nothing");
  const row = root.querySelector('[data-part="option"]').content.firstElementChild;
  let rows = [];
  let drawn;
  let arranged;

  const arrange = () => {
    list.dataset.columns = 1;
    const one = fit(root, MOST);
    if (rows.length < DENSE) return;
    list.dataset.columns = 2;
    if (fit(root, MOST_DENSE) > one * WORTH) return;
    list.dataset.columns = 1;
    fit(root, MOST);
  };
  if (screen === "wall") {
    new ResizeObserver(arrange).observe(root);
    document.fonts.ready.then(arrange);
  }

  return {
    show({ poll, answered, joined, results }) {
      const { options } = poll.content;
      const texts = JSON.stringify(options.map(({ id, text }) => [id, text]));
      if (texts !== drawn) {
        drawn = texts;
        rows = options.map((option, index) => bar(row.cloneNode(true), option, index));
        list.replaceChildren(...rows.map(({ element }) => element));
        list.style.setProperty("--rows", Math.ceil(rows.length / 2));
      }
      const judged = poll.status === "closed" && poll.results_shown && options.some(({ right }) => right);
      list.dataset.results = results ? "shown" : "hidden";
      list.classList.toggle("judged", judged);
      list.style.setProperty("--digits", number(Math.max(joined ?? 0, answered, 10)).length);
      nothing.hidden = screen === "wall" || !results || answered > 0;
      options.forEach((option, index) => {
        rows[index].show(option, results && (results.counts[option.id] ?? 0), results ? answered : 0);
      });
      const arrangement = [drawn, judged, Boolean(results)].join();
      if (screen === "wall" && arrangement !== arranged) {
        arranged = arrangement;
        arrange();
      }
    },
  };
}

function bar(element, { text }, index) {
  const part = (name) => element.querySelector(`.${name}`);
  element.dataset.option = index;
  part("mark").replaceWith(mark(index));
  part("text").textContent = typographic(text);
  const count = counter(part("count"));
  return {
    element,
    show(option, votes, answered) {
      element.classList.toggle("right", Boolean(option.right));
      part("verdict").hidden = !option.right;
      count(votes);
      part("share").textContent = percent(votes, answered);
      // Two frames, so that a bar that has just been put in grows from zero.
      requestAnimationFrame(() => requestAnimationFrame(() =>
        part("bar").style.setProperty("--part", answered ? votes / answered : 0)));
    },
  };
}
