// The sign of an option: letter, shape and colour. templates/kinds/_choices.html draws the same,
// with the shapes of templates/_marks.svg.

const SVG = "http://www.w3.org/2000/svg";

/** The letter of option `index`, from A. */
export const letter = (index) => String.fromCharCode(65 + index);

/** The mark of option `index`, counted from 0. */
export function mark(index) {
  const element = document.createElement("span");
  element.className = "mark";
  element.dataset.option = index;
  const shape = document.createElementNS(SVG, "svg");
  shape.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#m${index}`);
  shape.append(use);
  const sign = document.createElement("b");
  sign.textContent = letter(index);
  element.append(shape, sign);
  return element;
}
