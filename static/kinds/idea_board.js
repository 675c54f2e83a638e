import { breadth, fit } from "../js/fit.js";
import { number, typographic, words as pageWords } from "../js/page.js";
import { LEGIBLE, pages } from "../js/pages.js";
import { steady } from "../js/steady.js";
import { deed, kept, newlyWaiting, pending, toAll } from "../js/voted_up.js";
import { holds, said } from "../phone/said.js";
import { votables } from "../phone/votables.js";

const IN = "in:";
const ABREAST = 4; // columns on a page of the wall, and half as many where it is narrow
const WIDE = 32; // in letters
const MOST = 1.1; // how far type grows there

// phone: the form fields, and what others had in mind.
export function phone(root, { words, vote }) {
  const into = root.querySelector(".composer .into");
  const place = into.querySelector("select");
  const own = said(root, {
    start: "idea:", empty: words("idea_first"), words, vote,
    answerOf: (text) => (place.value ? { text, column: place.value } : { text }),
    textOf: ({ text }) => text,
  });
  let columns = [];
  const others = votables(root, { words, vote, wrote: own.wrote, change: offerColumns });
  root.querySelector(".votables").addEventListener("change", ({ target }) => {
    const { ids } = target.closest("li").dataset;
    for (const id of ids.split(" ")) vote(target.value || null, `${IN}${id}`);
  });

  function options(select, chosen) {
    const wanted = JSON.stringify([columns, chosen]);
    if (select.dataset.offered === wanted || select === document.activeElement) return;
    select.dataset.offered = wanted;
    const nowhere = new Option(words("idea_nowhere"), "");
    select.replaceChildren(nowhere, ...columns.map(({ id, text }) => new Option(typographic(text), id)));
    select.value = chosen;
  }

  function offerColumns(element, each) {
    const label = element.querySelector(".into");
    label.hidden = columns.length === 0;
    element.dataset.ids = [each.id, ...each.similar.map(({ id }) => id)].join(" ");
    label.querySelector("span").textContent = words("idea_move", { text: typographic(each.text) });
    options(label.querySelector("select"), each.column);
  }

  return {
    showsResults: true,
    show({ poll, answer, locked, results, waits }) {
      columns = poll.content.columns;
      into.hidden = columns.length === 0;
      options(place, place.value);
      const ideas = results && results.results.columns.flatMap(({ id, ideas: listed }) => listed.map((each) => ({ ...each, column: id })));
      const standsOf = (text) => (ideas?.some((each) => holds(each, text)) ? "said_listed" : null);
      own.show({ poll, answer, waits, standsOf });
      others.show({ poll, answer, locked, all: ideas, more: results?.results.more ?? 0, key: "idea_more" });
    },
  };
}

// wall: the results.
export function wall(root, { words, screen, remove, approve }) {
  const part = (selector) => root.querySelector(selector);
  const board = part(".ideas");
  const blank = (name) => part(`[data-part="${name}"]`).content.firstElementChild;
  const [idea, column] = ["idea", "column"].map(blank);
  const onWall = screen === "wall";
  const showPending = pending(part(".pending"), { row, key: "idea_pending", steady, remove, approve });
  let places = []; // {element, put, rows} of each column
  let shape = "";

  /** What would be smaller than legible is counted instead of shown. */
  const layOut = (shown, most) => {
    board.dataset.columns = shown;
    for (const { element } of places) showAll(element);
    const scale = fit(root, most);
    if (scale >= LEGIBLE) return scale;
    root.style.setProperty("--fit", LEGIBLE);
    const { bottom } = board.getBoundingClientRect();
    for (const { element } of places) if (!element.matches(".elsewhere")) hideBeyond(element, bottom, words);
    return LEGIBLE;
  };
  const paged = onWall && pages(root, layOut, { most: () => (breadth(root) >= WIDE ? ABREAST : ABREAST / 2) });
  const arrange = () => onWall && root.clientHeight && paged.arrange([...board.children], MOST, board.textContent);
  if (onWall) new ResizeObserver(arrange).observe(root);

  return {
    show({ poll, results }) {
      const titles = Object.fromEntries(poll.content.columns.map(({ id, text }) => [id, text]));
      const nowhere = words(poll.content.columns.length ? "idea_nowhere" : "idea_all");
      const columns = results?.columns ?? poll.content.columns.map(({ id }) => ({ id, ideas: [] }));
      const total = columns.reduce((sum, { ideas }) => sum + ideas.length, 0);
      mount(columns.map(({ id }) => titles[id] ?? nowhere));
      root.dataset.votes = poll.settings.votes ? "shown" : "none";
      board.dataset.columns = columns.length;
      columns.forEach(({ ideas }, index) => places[index].put(places[index].rows(ideas)));
      showPending(results?.pending);
      part(".nothing").hidden = total > 0;
      part(".nothing").textContent = words(results ? "idea_none" : "idea_hidden");
      part(":scope > .more").hidden = !results?.more;
      part(":scope > .more").textContent = results?.more ? words("idea_more", { n: results.more }) : "";
      arrange();
    },
  };

  function mount(titles) {
    if (shape === JSON.stringify(titles)) return;
    shape = JSON.stringify(titles);
    places = titles.map((title) => {
      const element = column.cloneNode(true);
      element.querySelector("h2").textContent = typographic(title);
      return { element, put: steady(element.querySelector("ol")), rows: kept(card, (each) => each) };
    });
    board.replaceChildren(...places.map(({ element }) => element));
  }

  function row({ text, votes, similar = [] }) {
    const element = idea.cloneNode(true);
    element.querySelector(".words").textContent = typographic(text);
    element.querySelector(".votes").hidden = !votes;
    element.querySelector(".count").textContent = number(votes ?? 0);
    element.querySelector(".votes small").textContent = words("said_votes", { n: votes ?? 0 }).replace(number(votes ?? 0), "").trim();
    element.querySelector(".similar").textContent = similar.length ? words("said_similar", { n: similar.length }) : "";
    return element;
  }

  function card(each) {
    const element = row(each);
    if (remove) {
      const deeds = document.createElement("p");
      deeds.className = "deeds";
      deeds.append(deed(words("said_remove"), each.text, toAll(each, remove)));
      element.append(deeds);
    }
    return element;
  }
}

/** What a host has at hand while it is open beside the questions: what waits. */
export function indicator(root, { say, ...deeds }) {
  root.className = "results";
  root.append(document.querySelector('#wall-templates > template[data-kind="idea_board"]').content.cloneNode(true));
  const drawn = wall(root, { words: pageWords, screen: "console", ...deeds });
  const tell = newlyWaiting("idea_pending", say);
  root.querySelector(".ideas").hidden = true;
  return {
    show(results, poll) {
      drawn.show({ poll, results });
      tell(results.pending);
    },
  };
}

// The console's editor.
export const editor = (root) => import("../js/items_editor.js").then((module) => module.editItems(root));

const more = (column) => column.querySelector(".more");

function showAll(column) {
  for (const each of column.querySelectorAll("li")) each.hidden = false;
  more(column).hidden = true;
}

/** Says how many ideas of a column had to give way, where they go on below `bottom`. */
function hideBeyond(column, bottom, words) {
  const all = [...column.querySelectorAll("li")];
  const beyond = (limit) => all.filter((each) => each.getBoundingClientRect().bottom > limit + 1);
  if (beyond(bottom).length === 0) return;
  more(column).hidden = false;
  more(column).textContent = words("idea_more", { n: all.length });
  const over = beyond(bottom - 1.7 * more(column).offsetHeight);
  for (const each of over) each.hidden = true;
  more(column).textContent = words("idea_more", { n: over.length });
}
