// How many reactions there were lately: templates/_reactions.html has the markup.

import { number } from "./page.js";

/** Counts in `list`; what is older than `lasts` milliseconds is gone. */
export function reactionCounts(list, lasts) {
  const rows = new Map([...list.children].map((row) => [row.dataset.reaction, row]));
  const totals = new Map();

  function add(reaction, count) {
    const total = Math.max(0, (totals.get(reaction) ?? 0) + count);
    totals.set(reaction, total);
    const row = rows.get(reaction);
    row.hidden = total === 0;
    row.querySelector("b").textContent = number(total);
    list.hidden = [...totals.values()].every((each) => each === 0);
  }

  /** `counts` as the server tells them: how many came since the last time. */
  return (counts) => {
    for (const [reaction, count] of Object.entries(counts)) {
      if (!rows.has(reaction)) continue;
      add(reaction, count);
      setTimeout(() => add(reaction, -count), lasts);
    }
  };
}
