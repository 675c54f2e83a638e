// A survey's results: how far people are, and each item drawn by its own kind. The wall shows what
// was answered once the survey is closed, all items by name or the one that the host chose.

import { counter } from "./counting.js";
import { fit } from "./fit.js";
import { typographic } from "./page.js";
import { pages } from "./pages.js";

const MOST = 1.2; // how far type grows on the wall where there is room

const markup = (kind) =>
  document.querySelector(`#wall-templates > template[data-kind="${kind}"]`).content.cloneNode(true);

/** The wall() of survey; templates/kinds/survey.html has the markup. */
export function surveyResults(root, { words, screen, remove }) {
  const part = (selector) => root.querySelector(selector);
  const [overview, parts] = [".overview", ".parts"].map(part);
  const [blankPart, blankLine] = ["part", "overview"].map((name) => part(`[data-part="${name}"]`).content.firstElementChild);
  const [finished, underWay] = [".through .count", ".under-way .count"].map((place) => counter(part(place)));
  let drawn = "";
  let rows = [];
  const paged = screen === "wall" && pages(root, (_shown, most, least) => fit(root, most, least));
  const arrange = () => paged && !overview.hidden && paged.arrange([...overview.children], MOST, overview.textContent.replace(/\d/g, ""));
  if (screen === "wall") new ResizeObserver(arrange).observe(root);

  return {
    show({ poll, answered, joined, results }) {
      mount(poll.content.items);
      const closed = poll.status === "closed";
      const alone = screen === "wall" && poll.display?.startsWith("item:") ? poll.display.slice(5) : null;
      const figures = results && (screen !== "wall" || closed);
      part(".far").hidden = !results || Boolean(figures && alone);
      finished(results && results.finished);
      underWay(results && Math.max(0, answered - results.finished));
      part(".under-way").hidden = closed;
      const asks = part(".asks");
      asks.hidden = poll.status !== "ready" && Boolean(results);
      asks.textContent = words("survey_questions", { n: poll.content.items.length });
      overview.hidden = screen !== "wall" || Boolean(figures && alone);
      parts.hidden = !figures || (screen === "wall" && !alone);
      for (const row of rows) row.show({ poll, joined, closed, alone, result: figures && results.items[row.id] });
      root.querySelector(".survey-results").toggleAttribute("data-alone", Boolean(figures && alone));
      arrange();
    },
  };

  function mount(items) {
    const now = JSON.stringify(items);
    if (now === drawn) return;
    drawn = now;
    rows = items.map(row);
    overview.replaceChildren(...rows.map(({ line }) => line));
    parts.replaceChildren(...rows.map(({ element }) => element));
  }

  function row(item) {
    const element = blankPart.cloneNode(true);
    const line = blankLine.cloneNode(true);
    const place = element.querySelector(".results");
    let shown = null; // the newest, which may wait for the module
    let wall = null;
    element.dataset.item = item.id;
    element.querySelector("h3").textContent = line.querySelector(".text").textContent = typographic(item.title);
    place.dataset.kind = item.kind;
    place.append(markup(item.kind));
    import(`../kinds/${item.kind}.js`).then((module) => {
      wall = module.wall(place, { words, screen, remove: remove && ((entry) => remove(`${item.id}:${entry}`)) });
      if (shown) wall.show(shown);
    });
    return {
      id: item.id,
      element,
      line,
      show({ poll, joined, closed, alone, result }) {
        const answers = result ? words("survey_answers", { n: result.answered }) : "";
        line.querySelector(".answers").textContent = answers;
        element.querySelector(".answers").textContent = answers;
        element.hidden = alone !== null && alone !== item.id;
        shown = {
          poll: { ...poll, ...item, settings: { ...poll.settings, ...item.settings } },
          answered: result?.answered ?? 0,
          joined,
          step: closed ? "closed" : poll.status,
          results: result ? result.results : null,
        };
        wall?.show(shown);
      },
    };
  }
}
