// The numbers of a room: median, mean and middle half in figures, then how they spread.
// templates/kinds/_numbers.html has the markup.

import { fit } from "./fit.js";
import { histogram, touch } from "./histogram.js";
import { judge } from "./judging.js";
import { expected, figure, measured, said } from "./numbers.js";
import { number } from "./page.js";
import { table } from "./table.js";

const ENOUGH = 4; // answers from which on a middle half says something

/**
 * The wall() of the kinds whose answer is a number. `own(poll, results)` may add `figures`, texts
 * by name, `signs` on the axis, and say with `kept(bin)` which piles stay plain when it is judged.
 */
export function numberResults(root, { words, screen }, own = () => ({})) {
  const frame = root.querySelector(".numbers");
  const plot = histogram(frame.querySelector(".plot"), frame.querySelector("[data-part=pile]").content.firstElementChild);
  const behind = table(frame, screen);
  const arrange = () => screen === "wall" && fit(root, 1);
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);

  return {
    show({ poll, results }) {
      const { content } = poll;
      const counted = results?.count > 0;
      frame.dataset.results = counted ? "shown" : results ? "none" : "hidden";
      frame.querySelector(".expected").textContent = told(content, results);
      frame.querySelector(".nothing").hidden = screen === "wall" || frame.dataset.results !== "none";
      const { figures = {}, signs = [], kept } = counted ? own(poll, results) : {};
      judge(frame, Boolean(kept), counted);
      const texts = { ...figures, ...(counted && common(results, content.unit)) };
      for (const each of frame.querySelectorAll("[data-figure]")) {
        const text = texts[each.dataset.figure];
        each.hidden = !text;
        each.querySelector("dd").textContent = text ?? "";
      }
      const bins = counted ? results.histogram.map((bin) => ({ ...bin, kept: kept?.(bin) })) : [];
      const median = { name: "median", at: results?.median, text: words("number_median") };
      const half = results?.count >= ENOUGH ? [results.quartiles[0], results.quartiles[2]] : [];
      plot.show(bins, counted ? [median, ...signs] : [], half);
      behind.show([words("number_head"), words("number_head_count")], counted ? rows(results, content.unit) : null);
      arrange();
    },
  };

  function told({ unit, ...content }, results) {
    const sentences = [unit && words("number_unit", { unit }), expected(content, words)].filter(Boolean);
    return sentences.join(" ") || words(results ? "number_none" : "number_hidden");
  }

  function common({ count, median, mean, quartiles }, unit) {
    const [from, , to] = quartiles.map(figure);
    return {
      median: measured(figure(median), unit),
      mean: measured(figure(mean), unit),
      middle: count < ENOUGH ? "" : measured(words("number_to", { from, to }), unit),
    };
  }

  function rows({ histogram: bins, mean, quartiles }, unit) {
    const closed = bins.filter(({ from, to }) => from !== null && to !== null);
    const touching = touch(closed);
    const [first, median, third] = quartiles;
    const figures = [["number_median", median], ["number_mean", mean], ["number_first_quartile", first], ["number_third_quartile", third]];
    return [
      ...figures.map(([key, value]) => [words(key), measured(said(value), unit)]),
      ...bins.map((bin) => [held(bin, touching && bin !== closed.at(-1)), number(bin.count)]),
    ];
  }

  function held({ from, to }, open) {
    if (from === null) return words("number_below", { to: said(to) });
    if (to === null) return words("number_above", { from: said(from) });
    if (from === to) return said(to);
    return words(open ? "number_edges" : "number_to", { from: said(from), to: said(to) });
  }
}
