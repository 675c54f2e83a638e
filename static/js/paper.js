// Ballots that people counted by hand, in words.

import { words } from "./page.js";

/** In words, the `n` paper ballots that are in what is drawn, or that are not; "" where there are none. */
export function paperLine(n, display) {
  if (!n) return "";
  return words(["certainty", "segments"].includes(display?.what) ? "paper_apart" : "paper", { n });
}
