// The question of the moment and its results, as its kind draws them; or what comes before and after.

import { countdown } from "../js/countdown.js";
import { details } from "../js/details.js";
import { withBase } from "../js/figures.js";
import { number, words } from "../js/page.js";
import { facets } from "../js/facets.js";
import { paperLine } from "../js/paper.js";
import { illustration } from "../js/pictures.js";
import { fill, fillWithFigures, slot } from "../screen/slots.js";

export function stage(main, { control, kinds }) {
  const scene = main.querySelector(".scene");
  const place = (name) => main.querySelector(`.${name}`);
  const places = ["current", "before", "empty", "over"].map(place);
  const current = place("current");
  const pictured = illustration(current);
  const written = details(current, "console");
  const entry = (action) => (id) => control(action, { entry: id });
  const drawn = facets(slot(current, "results"), {
    kinds,
    screen: "console",
    more: { remove: entry("hide_entry"), approve: entry("approve"), mark: entry("answer_entry"), pin: entry("pin") },
  });
  const clock = countdown(slot(current, "countdown"));
  let asked = null;

  // The scene is read with the keys that otherwise run the session.
  scene.addEventListener("keydown", (event) => {
    if (scene.scrollHeight > scene.clientHeight && event.key !== " ") event.stopPropagation();
  });

  return {
    show(state, presence) {
      const now = place(nameOf(state));
      for (const each of places) each.hidden = each !== now;
      if (now === current) showPoll(state, presence);
      fill(place("over"), "took-part", presence.joined ? words("took_part", { n: presence.joined }) : "");
      fill(place("before"), "arrived", presence.connected ? words("arrived", { n: presence.connected }) : "");
    },
  };

  function showPoll({ view, session, poll, results: figures, display, closes_in: left, looks_back: looksBack }, { joined }) {
    const answered = figures?.answered ?? 0;
    const parts = [poll.standing ? words("beside") : words(poll.asks ? "place" : "page", { n: poll.position, total: session.polls })];
    if (poll.round && !poll.standing) parts.push(words("round", { n: poll.round }));
    fill(current, "place", parts.join(" · "));
    fill(current, "title", poll.title);
    slot(current, "title").classList.toggle("long", poll.title.length > 120);
    fill(current, "status", poll.asks ? words(poll.status) : "");
    slot(current, "status").className = `state ${poll.status}`;
    const counted = joined ? words("answered_of", { n: answered, joined: number(joined) }) : words("answered", { n: answered });
    fillWithFigures(current, "answered", counted);
    fill(current, "paper", paperLine(figures?.by_hand?.ballots, display));
    slot(current, "answered").hidden = poll.status === "ready";
    fill(current, "shown", poll.status === "ready" || looksBack ? "" : words(poll.results_shown ? "shown" : "hidden"));
    fill(current, "view", view === "poll" || view === "end" ? "" : words(`view_${view}`));
    written.show(poll);
    pictured.show(poll);
    clock.show(poll.closes_at, left);
    const key = `${poll.id}:${poll.round}`;
    if (key !== asked) scene.scrollTop = 0;
    asked = key;
    const base = withBase({ answered, ...figures }).answered;
    const results = poll.asks && poll.status === "ready" ? null : (figures?.results ?? null);
    drawn.show(poll, { poll, answered: base, joined, results }, display);
  }
}

function nameOf({ session, poll, running_order: lines, looks_back: looksBack }) {
  if (session.status === "ended" && !looksBack) return "over";
  if (poll) return "current";
  return lines.length ? "before" : "empty";
}
