// What this phone has answered: what the server knows, and what waits here to be sent.

export const ABSTAINED = { abstain: true };

export const abstained = (answer) => answer?.abstain === true;

/** `stored` with the answer of one vote put in; for a kind with slots an object by slot. */
export function withVote(poll, stored, { slot, answer }) {
  if (!poll.takes_slots) return answer;
  const all = { ...stored };
  if (answer === null) delete all[slot];
  else all[slot] = answer;
  return Object.keys(all).length ? all : null;
}

/** What was answered, of a kind with slots as a list, to say how many there are: slots that begin
 * with ":" hold no answers. */
export function asList(poll, answer) {
  if (!poll?.takes_slots || answer === null) return answer;
  return Object.keys(answer).filter((slot) => !slot.startsWith(":"));
}

/** `waits`, the slots by poll that a host has to read first, once `vote` has arrived. */
export function withWait(waits, { poll, slot, waits: does }) {
  const others = (waits?.[poll] ?? []).filter((each) => each !== slot);
  return { ...waits, [poll]: does ? [...others, slot] : others };
}

/** The answer to `poll` as the person gave it, whether it has arrived or not. */
export function ownAnswer(poll, stored, waiting) {
  return waiting
    .all()
    .filter((vote) => vote.poll === poll.id && vote.round === poll.round)
    .reduce((answer, vote) => withVote(poll, answer, vote), stored ?? null);
}

/** Of the votes on `poll` that wait, the one that has waited longest; null where none does. */
export function longestWait(poll, waiting) {
  const own = waiting.all().filter((vote) => vote.poll === poll.id && vote.round === poll.round);
  return own.sort((one, other) => one.since - other.since)[0] ?? null;
}
