// A text that a host wrote as Markdown and that polling/markdown.py has made into safe HTML.

import { setFormulas } from "./formulas.js";

/** A function that puts HTML into `place`; `arrange` is called when what it takes up has changed. */
export function written(place, arrange = () => {}) {
  let shown = "";
  return (html = "") => {
    if (html === shown) return;
    shown = html;
    place.innerHTML = html;
    setFormulas(place).then(arrange);
  };
}
