// A question's results, once or several times beside one another: as they are, two rounds, or
// groups of people. Or, in their place, how sure people were.

import { certainty } from "./certainty.js";
import { withBase } from "./figures.js";
import { flows } from "./flows.js";
import { number, typographic, words } from "./page.js";

const template = (kind) =>
  document.querySelector(`#wall-templates > template[data-kind="${kind}"]`).content.cloneNode(true);

/** Draws into `stage`, by the modules of `kinds`; `more` goes to their wall(). */
export function facets(stage, { kinds, screen, more = {} }) {
  let drawn = {};

  async function mount(poll, plan) {
    const key = [poll.id, poll.round, poll.kind, ...plan.map(({ key }) => key)].join();
    if (drawn.key === key) {
      drawn.plan = plan; // also while the kind is still on its way
      draw();
      return;
    }
    const here = { key, plan, shown: [] };
    drawn = here;
    if (!poll.kinds.every(kinds.has)) {
      stage.replaceChildren();
      await Promise.all(poll.kinds.map(kinds.fetch));
      if (drawn !== here) return;
    }
    const places = plan.map(({ title }) => place(poll, title));
    stage.replaceChildren(plan.length > 1 ? grid(places) : places[0].element);
    here.shown = places.map((each, index) => shown(each, here.plan[index], poll.kind));
    draw();
  }

  function draw() {
    drawn.shown.forEach((show, index) => show(drawn.plan[index]));
  }

  function shown({ element, root, note }, { draw }, kind) {
    if (draw) return draw(element, screen);
    const wall = kinds.module(kind).wall(root, { words, screen, ...more });
    return (part) => {
      if (note) note.textContent = part.note;
      wall.show(part.figures);
    };
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
  compare(poll, figures, { round, moves, ...earlier }) {
    const { answered, results } = withBase(earlier);
    const before = { ...figures, answered, results };
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
