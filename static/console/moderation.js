// What waits for approval, run by keys: the entry in hand, or else the one that waits longest.

/** Of `state`, what is approved or taken off next: {poll, round, entry}, or nothing. */
function inHand(state, focused = document.activeElement) {
  const asked = [state.poll && { ...state.poll, ...state.results }, ...state.standing].filter(Boolean);
  const held = focused?.closest("[data-entry]");
  if (held) {
    const beside = Number(held.closest("[data-poll]")?.dataset.poll);
    const poll = asked.find(({ id }) => id === (beside || state.poll?.id));
    return poll && { poll: poll.id, round: poll.round, entry: held.dataset.entry };
  }
  for (const { id, round, status, results } of asked) {
    const [first] = results?.pending ?? [];
    if (first && status !== "ready") return { poll: id, round, entry: first.id };
  }
  return null;
}

/** The keys of a console, each with what it does. */
export function moderationKeys({ state, control }) {
  const act = (action) => () => {
    const entry = inHand(state());
    if (entry) control(action, entry);
  };
  return { a: act("approve"), h: act("hide_entry") };
}
