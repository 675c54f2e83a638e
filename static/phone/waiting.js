// The votes that wait: given on this phone and not yet acknowledged by the server. They outlive a
// reload and a closed tab. Only the newest of a question, round and slot is kept.

import { memory } from "./memory.js";

const lastSeq = memory("localStorage", "matinale.seq");
const place = ({ poll, round, slot }) => `${poll}:${round}:${slot}`;

/** `ahead`: how many milliseconds the server's clock is ahead of this phone's. */
export function waitingVotes(code, ahead = 0) {
  const kept = memory("localStorage", `matinale.${code}.waiting`);
  const read = () => kept.read() ?? {};

  return {
    /** Keeps `vote` and gives it the number by which the server tells new from old. */
    add(vote) {
      const seq = Math.max((lastSeq.read() ?? 0) + 1, Date.now() + ahead);
      lastSeq.write(seq);
      const waiting = { ...vote, seq, since: Date.now() };
      kept.write({ ...read(), [place(vote)]: waiting });
      return waiting;
    },
    all: () => Object.values(read()),
    of: (poll, round, slot = "") => read()[place({ poll, round, slot })] ?? null,
    /** Forgets `vote`. False where a newer vote has taken its place, which stays. */
    settle(vote) {
      const votes = read();
      const current = votes[place(vote)];
      if (current && current.seq > vote.seq) return false;
      delete votes[place(vote)];
      kept.write(Object.keys(votes).length ? votes : null);
      return true;
    },
    watch: kept.watch,
  };
}
