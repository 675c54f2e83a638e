// Ballots that people counted by hand, in words.

import { words } from "./page.js";

/** In words, the paper ballots that are in what is drawn, or that are not; "" where there are none. */
export function paperLine(figures, display) {
  const n = figures?.by_hand?.ballots;
  if (!n) return "";
  return words(["certainty", "segments"].includes(display?.what) ? "paper_apart" : "paper", { n });
}
