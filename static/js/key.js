// A key: what the marks of options stand for.

import { mark } from "./marks.js";
import { typographic } from "./page.js";

/** The line of a key for the option `index`, counted from 0. */
export function keyLine({ text }, index) {
  const line = document.createElement("li");
  const words = document.createElement("span");
  words.className = "text";
  words.dir = "auto";
  words.textContent = typographic(text);
  line.append(mark(index), " ", words);
  return line;
}
