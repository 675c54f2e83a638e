import { fit } from "../js/fit.js";
import { number, typographic, words as pageWords } from "../js/page.js";
import { LEGIBLE } from "../js/pages.js";
import { steady } from "../js/steady.js";
import { deed, kept, newlyWaiting, pending, toAll } from "../js/voted_up.js";
import { holds, said } from "../phone/said.js";
import { votables } from "../phone/votables.js";

const ON_WALL = 5;
const MOST = 1.4; // how far type grows there
const IN_SIGHT = 3;

// phone: the form fields, and what others ask.
export function phone(root, { words, vote }) {
  const own = said(root, { start: "q:", empty: words("qa_first"), words, vote });
  const others = votables(root, { words, vote, wrote: own.wrote });
  return {
    showsResults: true,
    show({ poll, answer, locked, results, waits }) {
      const questions = results?.results.questions ?? null;
      const standsOf = (text) => {
        const found = questions?.find((each) => holds(each, text));
        return found && (found.status === "answered" ? "said_answered" : "said_listed");
      };
      own.show({ poll, answer, waits, standsOf });
      others.show({ poll, answer, locked, all: questions, more: results?.results.more ?? 0, key: "qa_more" });
    },
  };
}

// wall: the results.
export function wall(root, { words, screen, remove, approve, mark, pin, most = Infinity }) {
  const part = (selector) => root.querySelector(selector);
  const list = part(".room-questions");
  const pinned = part(".alone");
  const blank = part('[data-part="question"]').content.firstElementChild;
  const onWall = screen === "wall";
  const put = steady(list);
  const showPending = pending(part(".pending"), { row, key: "qa_pending", steady, remove, approve });
  const rows = kept(asked, (each) => [each, each.pinned]);
  let beyond = 0; // questions that are not given to this wall

  /** The first questions, as many as are legible; the others are counted. */
  const arrange = () => {
    if (!onWall || !root.clientHeight) return;
    const all = [...list.children];
    for (let shown = all.length; shown >= Math.min(1, all.length); shown -= 1) {
      all.forEach((each, place) => { each.hidden = place >= shown; });
      count(beyond + all.length - shown);
      if (fit(root, MOST) >= LEGIBLE || shown <= 1) return;
    }
  };
  const count = (left) => {
    part(":scope > .more").hidden = left === 0;
    part(":scope > .more").textContent = left ? words("qa_more", { n: left }) : "";
  };
  if (onWall) new ResizeObserver(arrange).observe(root);

  return {
    show({ poll, results }) {
      const all = results ? openFirst(results.questions) : [];
      const alone = onWall ? all.find((each) => isPinned(each, poll)) : null;
      const here = all.slice(0, onWall ? ON_WALL : most);
      const left = all.length - here.length + (results?.more ?? 0);
      root.dataset.votes = poll.settings.votes ? "shown" : "none";
      pinned.hidden = !alone;
      list.hidden = Boolean(alone);
      if (alone) fillAlone(alone);
      put(rows(alone ? [] : here.map((each) => ({ ...each, pinned: isPinned(each, poll) }))));
      showPending(results?.pending);
      part(".nothing").hidden = all.length > 0;
      part(".nothing").textContent = words(results ? "qa_none" : "qa_hidden");
      beyond = alone ? 0 : left;
      count(beyond);
      arrange();
    },
  };

  function fillAlone({ text, votes }) {
    pinned.querySelector(".words").textContent = typographic(text);
    pinned.dataset.length = [60, 140].filter((length) => text.length > length).length;
    pinned.querySelector(".count").textContent = number(votes);
    pinned.querySelector("small").textContent = votesWord(votes);
  }

  function row({ text, votes, status, similar = [] }) {
    const element = blank.cloneNode(true);
    element.querySelector(".words").textContent = typographic(text);
    element.querySelector(".votes").hidden = votes === undefined;
    element.querySelector(".count").textContent = number(votes ?? 0);
    element.querySelector(".votes small").textContent = votesWord(votes ?? 0);
    element.querySelector(".done").hidden = status !== "answered";
    element.classList.toggle("answered", status === "answered");
    element.querySelector(".similar").textContent = similar.length ? words("said_similar", { n: similar.length }) : "";
    return element;
  }

  function asked(each) {
    const element = row(each);
    if (!remove) return element;
    const answered = each.status === "answered";
    const deeds = document.createElement("p");
    deeds.className = "deeds";
    deeds.append(
      deed(words("qa_answer"), each.text, toAll(each, answered ? approve : mark), answered),
      ...(pin ? [deed(words("qa_pin"), each.text, () => pin(each.pinned ? null : each.id), each.pinned)] : []),
      deed(words("said_remove"), each.text, toAll(each, remove)),
    );
    element.querySelector(".marks").after(deeds);
    return element;
  }

  /** The word after a number that stands for itself. */
  function votesWord(n) {
    return words("said_votes", { n }).replace(number(n), "").trim();
  }
}

/** What a host has at hand while it is open beside the questions: what waits, and what is on top. */
export function indicator(root, { say, ...deeds }) {
  root.className = "results";
  root.append(document.querySelector('#wall-templates > template[data-kind="qa"]').content.cloneNode(true));
  const drawn = wall(root, { words: pageWords, screen: "console", most: IN_SIGHT, ...deeds });
  const tell = newlyWaiting("qa_pending", say);
  return {
    show(results, poll) {
      drawn.show({ poll, results });
      tell(results.pending);
    },
  };
}

const isPinned = (each, { pinned }) =>
  pinned !== null && [each, ...each.similar].some(({ id }) => id === pinned);

/** Those by votes that wait for an answer, then those that have it. */
const openFirst = (questions) => {
  const answered = (each) => each.status === "answered";
  return [...questions.filter((each) => !answered(each)), ...questions.filter(answered)];
};
