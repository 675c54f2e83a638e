// Options with a bar each: counts first, then their share of the people who answered.

import { columns } from "./columns.js";
import { counter } from "./counting.js";
import { judge } from "./judging.js";
import { mark } from "./marks.js";
import { percent, number, typographic } from "./page.js";
import { draw } from "./pictures.js";

/** The wall() of the kinds that offer options; templates/kinds/_choices.html has the markup. */
export function bars(root, { words, screen }) {
  const list = root.querySelector(".bars");
  const nothing = root.querySelector(".nothing");
  const row = root.querySelector('[data-part="option"]').content.firstElementChild;
  let rows = [];
  let drawn;
  const arrange = columns(root, list, screen);

  return {
    show({ poll, answered, joined, results }) {
      const { options } = poll.content;
      const texts = JSON.stringify(options.map(({ id, text, image }) => [id, text, image]));
      if (texts !== drawn) {
        drawn = texts;
        rows = options.map((option, index) => bar(row.cloneNode(true), option, index));
        list.replaceChildren(...rows.map(({ element }) => element));
      }
      const judged = poll.status === "closed" && poll.results_shown && options.some(({ right }) => right);
      list.dataset.results = results ? "shown" : "hidden";
      judge(list, judged, Boolean(results));
      list.style.setProperty("--digits", number(Math.max(joined ?? 0, answered, 10)).length);
      nothing.hidden = screen === "wall" || !results || answered > 0;
      options.forEach((option, index) => {
        rows[index].show(option, results && (results.counts[option.id] ?? 0), results ? answered : 0);
      });
      arrange([drawn, judged, Boolean(results)].join());
    },
  };
}

function bar(element, { text, image }, index) {
  const part = (name) => element.querySelector(`.${name}`);
  element.dataset.option = index;
  part("mark").replaceWith(mark(index));
  part("text").textContent = typographic(text);
  draw(part("picture"), image);
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
