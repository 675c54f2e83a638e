// Two sides: one track that both fill from their own end.

import { counter } from "./counting.js";
import { fit } from "./fit.js";
import { judge } from "./judging.js";
import { percent } from "./page.js";

/** The wall() of kinds with two answers, and perhaps one between them; templates/kinds/_sides.html has
 * the markup. */
export function sides(root, { screen }) {
  const frame = root.querySelector(".sides");
  const nothing = root.querySelector(".nothing");
  const all = [...root.querySelectorAll(".side")].map((element) =>
    side(element, root.querySelector(`[data-bar="${element.dataset.answer}"]`)));
  const arrange = () => {
    if (screen === "wall") fit(root, 1.15);
  };
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);

  return {
    show({ poll, answered, results }) {
      const { right } = poll.content;
      const judged = Boolean(right) && poll.status === "closed" && poll.results_shown;
      const between = frame.querySelector('.side[data-place="between"]');
      if (between) between.hidden = !poll.settings.unsure;
      frame.dataset.results = results ? "shown" : "hidden";
      frame.toggleAttribute("data-voted", Boolean(results) && answered > 0);
      judge(frame, judged, Boolean(results));
      nothing.hidden = screen === "wall" || !results || answered > 0;
      for (const { answer, show } of all) {
        show({ right: answer === right, judged, votes: results && (results.counts[answer] ?? 0), answered: results ? answered : 0 });
      }
      arrange();
    },
  };
}

function side(element, bar) {
  const part = (selector) => element.querySelector(selector);
  const count = counter(part(".count"));
  return {
    answer: element.dataset.answer,
    show({ right, judged, votes, answered }) {
      element.classList.toggle("right", right);
      part(".verdict").hidden = !right;
      bar.toggleAttribute("data-wrong", judged && !right);
      count(votes);
      part(".share").textContent = percent(votes, answered);
      requestAnimationFrame(() => requestAnimationFrame(() =>
        bar.style.setProperty("--part", answered ? votes / answered : 0)));
    },
  };
}
