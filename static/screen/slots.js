// The places of a view that are filled with text: elements with data-slot="name".

import { typographic } from "../js/page.js";

export const slot = (view, name) => view.querySelector(`[data-slot="${name}"]`);

/** Puts `text` into the slot, and hides it where there is none. */
export function fill(view, name, text) {
  const element = slot(view, name);
  const shown = typographic(text ?? "");
  if (element.textContent !== shown) element.textContent = shown;
  element.hidden = shown === "";
}

/** Like `fill`, with the numbers of the text set stronger. */
export function fillWithFigures(view, name, text) {
  const element = slot(view, name);
  if (element.textContent === text) return;
  const parts = text.split(/(\d(?:[\d.,\s]*\d)?)/u);
  element.replaceChildren(...parts.map((part, place) => (place % 2 ? strong(part) : part)));
}

function strong(text) {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}
