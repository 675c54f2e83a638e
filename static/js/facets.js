// A question's results, once or several times beside one another: as they are, two rounds, or
// groups of people. Or, in their place, how sure people were.

import { certainty } from "./certainty.js";
import { flows } from "./flows.js";
import { number, typographic, words } from "./page.js";

const template = (kind) =>
  document.querySelector(`template[data-kind="${kind}"]`).content.cloneNode(true);

/**
 * Draws into `stage`. `load(kind)` resolves to a kind's module, or to nothing where it cannot be
 * had; `more` goes to its wall().
 */
export function facets(stage, { load, screen, more = {} }) {
  let drawn = {};

  async function mount(poll, plan) {
    const key = [poll.id, poll.round, poll.kind, ...plan.map(({ key }) => key)].join();
    if (drawn.key === key) {
      drawn.plan = plan; // also while the kind's module is still on its way
      draw();
      return;
    }
    const here = { key, plan, shown: [] };
    drawn = here;
    const places = plan.map(({ title }) => place(poll, title));
    stage.replaceChildren(plan.length > 1 ? grid(places) : places[0].element);
    const module = await load(poll.kind);
    if (drawn !== here || !module) return;
    here.shown = places.map(({ element, root, note }, index) => {
      if (here.plan[index].draw) return here.plan[index].draw(element, screen);
      const wall = module.wall(root, { words, screen, ...more });
      return (part) => {
        if (note) note.textContent = part.note;
        wall.show(part.figures);
      };
    });
    draw();
  }

  function draw() {
    drawn.shown.forEach((show, index) => show(drawn.plan[index]));
  }

  return {
    /** `figures` is what a kind's wall().show takes; `display` as in `state`, or undefined. */
    show(poll, figures, display) {
      stage.dataset.display = display?.what ?? "";
      mount(poll, plans[display?.what ?? "results"](poll, figures, display));
    },
  };
}

/** What is drawn for each `display`: a part each, with its heading and its figures. */
const plans = {
  results: (poll, figures) => [{ key: "", figures }],
  compare(poll, figures, { round, answered, abstained = 0, results, moves }) {
    const before = { ...figures, answered: answered - abstained, results };
    return [
      part("before", words("round", { n: round }), before),
      ...(moves ? [{ key: "moves", title: words("moves", { n: moves.both }), moves, draw: flows(poll) }] : []),
      part("after", words("round", { n: poll.round }), figures),
    ];
  },
  certainty: (poll, figures, display) => [{ key: "certainty", display, draw: certainty }],
  segments(poll, figures, { groups, title, by }) {
    if (!groups.length) return [{ key: "withheld", draw: said(words("segments_withheld")) }];
    return groups.map(({ labels, answered, results }, index) =>
      part(`group ${index}`, name(labels, by, title), { ...figures, answered, results }));
  },
};

const part = (key, title, figures) =>
  ({ key, title, figures, note: words("answered", { n: figures.answered }) });

function name(labels, by) {
  if (!labels.length) return words(by === "team" ? "segment_no_team" : by === "site" ? "segment_no_site" : "segment_unknown");
  return labels.map(typographic).join(", ");
}

const said = (text) => (element) => {
  element.textContent = text;
  element.className = "results said";
  return () => {};
};

function place(poll, title) {
  const root = document.createElement("div");
  root.className = "results";
  root.dataset.kind = poll.kind;
  root.append(template(poll.kind));
  if (title === undefined) return { element: root, root };
  const element = document.createElement("section");
  element.className = "facet";
  const head = document.createElement("h2");
  const note = document.createElement("p");
  head.textContent = title;
  head.dir = "auto";
  element.append(head, note, root);
  return { element, root, note };
}

function grid(places) {
  const element = document.createElement("div");
  element.className = "facets";
  element.dataset.count = number(places.length);
  element.style.setProperty("--columns", places.length <= 3 ? places.length : Math.ceil(places.length / 2));
  element.append(...places.map(({ element: each }) => each));
  return element;
}
