// What the foot of the phone says: one sentence for where the vote stands, one for what comes.
// templates/phone/_told.html says the same without JavaScript, in the same words.

import { page, words } from "../js/page.js";
import { abstained } from "./answers.js";

/** "Your vote is recorded", or how many answers are. */
export const recorded = (answer) => {
  if (abstained(answer)) return words("abstained");
  return words("recorded", { n: isList(answer) ? answer.length : 1 });
};

/** A place is two numbers, and one answer. */
const isList = (answer) => Array.isArray(answer) && typeof answer[0] === "string";

/**
 * `phase`: joined, shown, ready, open, closed, between or ended. `waiting`: null, "sending" or "held".
 * `unread`: the host reads what was written before others do.
 * Returns {tone: "plain" | "good" | "warn", said, more}; `tone` also chooses the sign.
 */
export function sentences({ phase, answer, results, connected, waiting, unsent, refusal, withdrawn, unread }) {
  const tell = (tone, said, more = "") => ({ tone, said, more });
  if (phase === "ended") return tell("plain", words("ended_more"));
  if (refusal) return tell("warn", refusal, words("correct"));
  if (waiting === "held") return tell("warn", words("waiting"), words("waiting_more"));
  if (waiting === "sending") return tell("plain", words("sending"), words("change"));
  const answered = answer !== null;
  if (!connected) {
    const stay = words(page.wifi ? "lost_wifi" : "lost_more");
    if (answered) return tell("warn", words("lost_answered"), stay);
    return tell("warn", words(phase === "open" ? "lost_open" : "lost"), stay);
  }
  if (phase === "open") {
    const more = words(unsent ? "unsent" : "change");
    if (answered && unread) return tell("plain", words("unread"), more);
    if (answered) return tell("good", recorded(answer), more);
    return tell("plain", words(withdrawn ? "withdrawn" : "open"), more);
  }
  if (phase === "joined" || phase === "shown") return tell("plain", words("host"), words("moves_on"));
  if (phase === "ready") return tell("plain", words("ready"), words("ready_more"));
  const said = words(phase === "closed" ? (results ? "results" : "closed") : "host");
  if (unsent) return tell("warn", said, words("closed_unsent"));
  if (answered) return tell("good", said, words("closed_answered"));
  return tell("plain", said, words("closed_unanswered"));
}
