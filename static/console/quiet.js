// A vote in which nothing has come for a while may be closed: said once, and never done by itself.

import { words } from "../js/page.js";

const QUIET_MS = 3 * 60 * 1000;

export function quiet(line, { say }) {
  let asked;
  let timer;
  const begin = () => {
    clearTimeout(timer);
    line.hidden = true;
    timer = setTimeout(suggest, QUIET_MS);
  };

  function suggest() {
    if (!asked.answered || !asked.waits) return;
    line.hidden = false;
    say(words("quiet"));
  }

  line.querySelector("button").addEventListener("click", () => {
    line.hidden = true; // until somebody answers, and then nobody again
    line.parentElement.querySelector("[data-step]").focus();
  });

  return {
    show({ view, poll, results }) {
      const now = {
        vote: `${poll?.id}:${poll?.round}:${poll?.status}`,
        answered: results?.answered ?? 0,
        // A changed answer is an answer, and may have come while the server was lost.
        figures: JSON.stringify(results?.results),
        // What counts down closes by itself; a kind without votes has nothing to close.
        waits: poll?.status === "open" && poll.asks && !poll.standing && !poll.closes_at && view !== "blank",
      };
      const same = asked && Object.keys(now).every((name) => asked[name] === now[name]);
      asked = now;
      if (!same) begin();
    },
  };
}
