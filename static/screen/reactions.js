// Reactions on the wall: they rise in the margin, where no text stands, and fade. Beside them stands
// how many there were; where people want no movement, that is all there is.

import { reactionCounts } from "../js/reaction_counts.js";

const COUNTED_MS = 12000;
const MOST = 20; // on the wall at once; the count says the rest
const SPREAD_MS = 900; // over which those of one message set out
const still = matchMedia("(prefers-reduced-motion: reduce)");

export function reactions(layer) {
  const air = layer.querySelector(".air");
  const count = reactionCounts(layer.querySelector(".reaction-counts"), COUNTED_MS);
  const signs = new Map(
    [...layer.querySelectorAll("[data-reaction]")].map((row) => [row.dataset.reaction, row]),
  );

  function rise(reaction) {
    const sign = document.createElement("i");
    sign.dataset.option = signs.get(reaction).dataset.option;
    sign.append(signs.get(reaction).querySelector("svg").cloneNode(true));
    sign.style.setProperty("--x", Math.random());
    sign.style.setProperty("--delay", `${Math.random() * SPREAD_MS}ms`);
    sign.addEventListener("animationend", () => sign.remove());
    air.append(sign);
  }

  /** `counts`: how many came since the last time. */
  return (counts) => {
    count(counts);
    if (still.matches || document.hidden) return;
    for (const [reaction, number] of Object.entries(counts)) {
      if (!signs.has(reaction)) continue;
      const room = Math.max(0, MOST - air.childElementCount);
      for (let one = 0; one < Math.min(number, room); one += 1) rise(reaction);
    }
  };
}
