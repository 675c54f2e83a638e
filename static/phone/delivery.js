// Brings the waiting votes to the server, again and again, until each has its answer. Sending a
// vote twice is harmless: its `seq` is the same.

const AGAIN_MS = 3000;
const NOT_COUNTED = new Set(["poll-closed", "wrong-round", "poll-not-found", "session-ended"]);
const FINAL = new Set(["answer-invalid", "bad-request", "removed"]);

/**
 * `recorded(vote)`: it is on the server's disk; `vote.waits` says whether a host reads it first. `notCounted(vote)`: its round was over before it
 * arrived. `refused(vote, message)`: the answer itself will not do.
 */
export function delivery({ waiting, live, recorded, notCounted, refused }) {
  let underWay = new Set();
  let timer = null;

  function again() {
    clearTimeout(timer);
    timer = setTimeout(deliver, AGAIN_MS);
  }

  async function bring({ since, title, ...vote }) {
    const round = underWay;
    round.add(vote.seq);
    // No acknowledgement, or "not now": the vote goes on waiting.
    const ack = await live.send("vote", vote).catch(() => null);
    round.delete(vote.seq);
    if (!ack || !(ack.ok || NOT_COUNTED.has(ack.error) || FINAL.has(ack.error))) return again();
    if (!waiting.settle(vote)) return;
    if (ack.ok) recorded({ ...vote, waits: Boolean(ack.waits) });
    else if (NOT_COUNTED.has(ack.error)) notCounted({ title, ...vote });
    else refused(vote, ack.message);
  }

  function deliver() {
    if (!live.connected()) return;
    for (const vote of waiting.all()) if (!underWay.has(vote.seq)) bring(vote);
  }

  return {
    deliver,
    /** After a lost connection: what was under way may never be acknowledged. */
    startOver() {
      underWay = new Set();
      deliver();
    },
  };
}
