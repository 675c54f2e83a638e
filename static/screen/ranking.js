// Who has most points: a podium for the first three ranks, a step for all who share one, and a list
// of those who follow.

import { fit } from "../js/fit.js";
import { number, typographic, words } from "../js/page.js";
import { called, emptiness, places } from "../js/places.js";
import { fill, slot } from "./slots.js";

const STEPS = 3;
const BREADTHS = [1, 3, 8, 16]; // names from which a step is broader

export function rankingView(view) {
  const tables = places(slot(view, "tables"));
  const stands = slot(view, "stands");
  const boards = [...stands.querySelectorAll("[data-stand]")].map(board);
  let drawn = "";
  const arrange = () => boards.forEach((one) => one.arrange());
  new ResizeObserver(arrange).observe(stands);
  document.fonts.ready.then(arrange);

  return {
    show({ session, ranking }) {
      fill(view, "title", session.title);
      slot(view, "rehearsal").hidden = !session.rehearsal;
      const now = JSON.stringify(ranking);
      if (now === drawn) return;
      drawn = now;
      tables.show(ranking);
      for (const one of boards) one.show(ranking);
      const shown = boards.filter((one) => !one.isEmpty()).length;
      stands.dataset.stands = shown;
      fill(view, "nothing", shown ? "" : emptiness(ranking));
      arrange();
    },
    /** Who leads, in words. */
    announcement: ({ ranking }) =>
      [words("quiz_title"), ...boards.map((one) => one.leaders(ranking)), emptyLine(ranking)].filter(Boolean).join(". "),
  };
}

const emptyLine = (ranking) => (ranking.teams.length || ranking.people.length ? "" : emptiness(ranking));

function board(root) {
  const of = root.dataset.stand;
  const [podium, rest] = [".podium", ".rest"].map((name) => root.querySelector(name));

  return {
    isEmpty: () => root.hidden,
    arrange: () => root.hidden || fit(root),
    leaders: (ranking) => {
      const [first] = byRank(ranking[of]);
      return first ? `${names(first)} (${points(first)})` : "";
    },
    show(ranking) {
      const ranks = byRank(ranking[of]);
      root.hidden = ranks.length === 0;
      podium.replaceChildren(...ranks.filter(({ rank }) => rank <= STEPS).map(step));
      rest.replaceChildren(...ranks.filter(({ rank }) => rank > STEPS).map(line));
      rest.hidden = !rest.children.length;
    },
  };
}

/** Those who share a rank stand together: [{rank, points, sharing: [place]}]. */
function byRank(lines) {
  const ranks = new Map();
  for (const line of lines) {
    if (!ranks.has(line.rank)) ranks.set(line.rank, { rank: line.rank, points: line.points, sharing: [] });
    ranks.get(line.rank).sharing.push(line);
  }
  return [...ranks.values()];
}

const points = ({ points: n }) => typographic(words("quiz_points", { n }));
const names = ({ sharing }) => sharing.map(called).join(", ");

function step(rank) {
  const item = element("li", "step");
  item.dataset.rank = rank.rank;
  item.dataset.breadth = BREADTHS.filter((least) => rank.sharing.length >= least).length;
  const who = element("ul", "names");
  who.append(...rank.sharing.map((place) => named("li", place)));
  const block = element("div", "block");
  block.append(text("b", number(rank.rank)), text("span", points(rank)));
  item.append(who, block);
  return item;
}

function line(rank) {
  const item = element("li", "line");
  const who = element("span", "names");
  rank.sharing.forEach((place, at, { length }) => {
    const one = element("span", ""); // no name is broken, nor its comma set apart, where it fits a line
    one.append(named("bdi", place), at < length - 1 ? "," : "");
    who.append(one, " ");
  });
  item.append(text("b", number(rank.rank)), who, text("span", points(rank)));
  return item;
}

function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function text(tag, said) {
  const made = document.createElement(tag);
  made.textContent = said;
  return made;
}

function named(tag, place) {
  const made = text(tag, typographic(called(place)));
  made.dir = "auto";
  return made;
}
