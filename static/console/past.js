// After the end, the results of each question, drawn where the question of the moment was. The address
// names the one that is looked at (#results-12, or #results-12-1 for its first round), so that the
// running order leads there, and the way back too.

import { words } from "../js/page.js";

/** `root` is the console; `show()` draws it anew. */
export function past(root, { show, refuse }) {
  const ways = root.querySelector(".past-ways");
  const [before, after, rounds] = ["before", "after", "rounds"].map((name) => ways.querySelector(`[data-${name}]`));
  let asked = [];
  let chosen = null;
  let ended;

  window.addEventListener("hashchange", () => choose(true));

  async function choose(moves) {
    const [, poll, round = ""] = location.hash.match(/^#results-(\d+)(?:-(\d+))?$/) ?? [];
    if (poll && ended) {
      try {
        const answer = await fetch(`/console/polls/${poll}/results?round=${round}`);
        if (!answer.ok) throw new Error(answer.statusText);
        chosen = await answer.json();
      } catch {
        refuse(words("not_done"));
        return;
      }
    } else {
      chosen = null;
    }
    show();
    if (moves) root.querySelector(".scene").focus({ preventScroll: true });
  }

  return {
    /** Of `state`, what is to be drawn: a question of the past, where one is looked at. */
    of: (state) => (chosen ? { ...state, ...chosen, display: undefined, looks_back: true } : state),
    show({ session, running_order: lines, beside }) {
      const now = session.status === "ended";
      asked = [...lines, ...beside].filter(({ round, asks }) => round || !asks).map(({ id }) => id);
      if (now !== ended) {
        ended = now;
        chosen = null;
        choose(false);
      }
      lead(root.querySelector(".to-results"), asked[0]);
      ways.hidden = !chosen;
      if (!chosen) return;
      const place = asked.indexOf(chosen.poll.id);
      lead(before, asked[place - 1]);
      lead(after, asked[place + 1]);
      const line = root.querySelector(`#poll-${chosen.poll.id}`);
      line?.classList.add("here");
      line?.setAttribute("aria-current", "true");
      const count = chosen.rounds > 1 ? chosen.rounds : 0;
      rounds.replaceChildren(...Array.from({ length: count }, (_, n) => roundLink(chosen.poll, n + 1)));
    },
  };
}

function lead(link, poll) {
  link.hidden = !poll;
  link.href = `#results-${poll}`;
}

function roundLink({ id, round: shown }, round) {
  const link = document.createElement("a");
  link.className = "button small";
  link.href = `#results-${id}-${round}`;
  link.textContent = words("round", { n: round });
  if (round === shown) link.setAttribute("aria-current", "true");
  return link;
}
