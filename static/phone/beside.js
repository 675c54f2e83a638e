// The questions beside the running order: a button each in the foot, or one for all where they are
// many, and a sheet that one of them fills. Only while it is open does the server tell its results.

import { typographic, words } from "../js/page.js";
import { question as questionOf } from "./question.js";

const AT_HAND = 2;
const part = (id) => document.getElementById(id);

/**
 * `vote(poll, answer, slot)`; `own(poll)` is the answer given, `waitsOf(poll)` which slots of it a
 * host has to read first; `live` the connection.
 */
export function beside({ kinds, drafts, vote, own, waitsOf, live }) {
  const bar = part("beside");
  const sheet = part("sheet");
  const title = part("sheet-title");
  const told = part("sheet-told");
  const question = questionOf({
    kinds,
    drafts,
    vote: (answer, slot) => vote(shown, answer, slot),
    form: sheet.querySelector("form"),
    section: sheet.querySelector("section"),
  });
  let polls = [];
  let shown = null;
  let results = null;

  sheet.addEventListener("close", () => {
    shown = null;
    watch(null);
  });
  bar.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || bar.dataset.folded !== "no") return;
    fold(true);
    bar.firstElementChild.focus();
  });
  sheet.querySelector("[data-close]").addEventListener("click", () => sheet.close());

  async function watch(poll) {
    const ack = await live().send("watch", { poll: poll?.id ?? null }).catch(() => null);
    if (poll && ack?.ok && shown?.id === poll.id) {
      results = ack.results;
      draw();
    }
  }

  async function open(id) {
    shown = polls.find((poll) => poll.id === id);
    results = null;
    await kinds.fetch(shown.kind);
    title.textContent = typographic(shown.title);
    draw();
    sheet.showModal();
    watch(shown);
  }

  function draw() {
    if (!shown) return;
    const answer = own(shown);
    const locked = shown.status !== "open";
    question.show({ poll: shown, answer, locked, waits: waitsOf(shown), results: results && { answered: results.answered, results: results.results } });
    told.textContent = locked ? words("closed") : question.complaint() || "";
  }

  function button(clicked, haspopup) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "button";
    if (haspopup) element.setAttribute("aria-haspopup", haspopup);
    element.append(document.createElement("span"));
    element.addEventListener("click", clicked);
    return element;
  }

  function fold(folded) {
    bar.dataset.folded = folded ? "yes" : "no";
    bar.firstElementChild.setAttribute("aria-expanded", String(!folded));
  }

  /** Those offered, anew: one button opens the list of many. */
  function offer() {
    const many = polls.length > AT_HAND;
    const each = polls.map(({ id }) => button(() => chosen(id, many), "dialog"));
    const all = many ? [button(() => fold(bar.dataset.folded === "no"))] : [];
    bar.replaceChildren(...all, ...each);
    delete bar.dataset.folded;
    if (many) fold(true);
  }

  function chosen(id, many) {
    if (many) {
      bar.firstElementChild.focus(); // where it comes back to once the sheet is closed
      fold(true);
    }
    open(id);
  }

  return {
    /** `standing` as in `state`: what is open now. */
    show(standing) {
      polls = standing.filter((poll) => poll.status === "open" || poll.id === shown?.id);
      const offered = polls.map(({ id }) => id).join();
      if (bar.dataset.polls !== offered) {
        bar.dataset.polls = offered;
        offer();
      }
      const texts = polls.map(({ title }) => typographic(title));
      if (polls.length > AT_HAND) texts.unshift(words("beside_all", { n: polls.length }));
      texts.forEach((text, place) => (bar.children[place].firstElementChild.textContent = text));
      bar.hidden = polls.length === 0;
      if (!shown) return;
      shown = polls.find(({ id }) => id === shown.id) ?? null;
      if (shown) draw();
      else sheet.close();
    },
    draw,
    /** A state may have overtaken results that were on their way. */
    refresh: () => shown && watch(shown),
    results(message) {
      if (message.poll !== shown?.id) return;
      results = message.results && message;
      draw();
    },
  };
}
