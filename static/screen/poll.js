// A question on the wall: what it is, where the vote stands, and its results by kind.

import { countdown } from "../js/countdown.js";
import { details } from "../js/details.js";
import { withBase } from "../js/figures.js";
import { number, words } from "../js/page.js";
import { facets } from "../js/facets.js";
import { paperLine } from "../js/paper.js";
import { illustration } from "../js/pictures.js";
import { fill, fillWithFigures, slot } from "./slots.js";

const LENGTHS = [60, 120]; // characters from which a question is set smaller

const LAST = [60, 30, 10, 0]; // seconds left that are announced

/** `kinds` holds those that the page can draw; `said(text)` tells a screen reader. */
export function pollView(view, kinds, said) {
  const drawn = facets(slot(view, "stage"), { kinds, screen: "wall" });
  const clock = countdown(slot(view, "countdown"), (left) => LAST.includes(left) && said(words("seconds_left", { n: left })));
  const pictured = illustration(view);
  const written = details(view, "wall");

  return {
    show({ session, poll, answered = 0, by_hand: onPaper, results, display, closes_in: left }, presence) {
      // Presence comes once a second: until then, whoever has answered is here.
      const joined = presence.joined && Math.max(presence.joined, answered);
      fill(view, "title", session.title);
      slot(view, "rehearsal").hidden = !session.rehearsal;
      fill(view, "place", poll.standing ? words("beside") : words(poll.asks ? "question" : "page", { n: poll.position, total: session.polls }));
      fill(view, "round", poll.round > 1 ? roundName(poll.round) : "");
      fill(view, "withheld", withheld(poll) ? words("hidden") : "");
      fill(view, "status", poll.asks ? words(poll.status) : "");
      fill(view, "question", poll.title);
      fill(view, "address", session.address);
      slot(view, "address").style.setProperty("--signs", session.address.length);
      slot(view, "question").dataset.length = LENGTHS.filter((length) => poll.title.length > length).length;
      view.toggleAttribute("data-withheld", withheld(poll));
      view.dataset.status = poll.asks ? poll.status : "shown";
      written.show(poll);
      pictured.show(poll);
      slot(view, "count").hidden = !poll.asks;
      fillWithFigures(view, "answered", answeredLine(poll, answered, joined, onPaper));
      slot(view, "meter").style.setProperty("--part", joined ? Math.min(1, answered / joined) : 0);
      clock.show(poll.closes_at, left);
      const base = withBase({ answered, ...results }).answered;
      fill(view, "abstained", results?.abstained ? words("abstained", { n: results.abstained }) : "");
      fill(view, "paper", answered ? paperLine(onPaper, display) : "");
      drawn.show(poll, { poll, answered: base, joined, results: results?.results ?? null }, display);
    },
    announcement: ({ poll }) =>
      !poll.asks ? "" : [words(poll.status), ...(poll.status === "ready" ? [] : [words(withheld(poll) ? "hidden" : "shown")])].join(". "),
  };
}

const withheld = ({ status, results_shown: shown }) => status !== "ready" && !shown;

const roundName = (round) => (round === 2 ? words("second_round") : words("round", { n: round }));

function answeredLine({ status }, answered, joined, onPaper) {
  if (answered === 0) {
    if (onPaper) return words("paper_alone", { n: onPaper });
    if (status !== "open") return status === "closed" ? words("answered_nobody") : "";
    return words("answered_none");
  }
  if (!joined) return words("answered", { n: answered });
  return words("answered_of", { n: answered, joined: number(joined) });
}
