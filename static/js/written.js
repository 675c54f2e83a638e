// A text that a host wrote as Markdown and that polling/markdown.py has made into safe HTML.

/** A function that puts HTML into `place`; `arrange` is called when what it takes up has changed. */
export function written(place, arrange = () => {}) {
  let shown = "";
  return (html = "") => {
    if (html === shown) return;
    shown = html;
    place.innerHTML = html;
    if (place.querySelector(".math")) setFormulas(place, arrange);
  };
}

/** KaTeX is some hundred kilobytes: only who has a formula loads it. */
async function setFormulas(place, arrange) {
  const formulas = await import("./formulas.js");
  await formulas.setFormulas(place);
  arrange();
}
