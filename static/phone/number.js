// A number to write. templates/kinds/_numbers.html has the markup; what was understood is said
// below the field where it is written otherwise than it was typed.

import { complaint, expected, measured, read, said, typed } from "../js/numbers.js";
import { writing } from "./writing.js";

/** The phone() of the kinds whose answer is a number. */
export function numberField(root, { words, vote }) {
  const field = root.querySelector("input");
  const understood = root.querySelector("[data-part=read]");
  let content = {};

  const written = writing(root, { fields: () => [field], empty: words("number_first"), vote: send });
  field.addEventListener("input", tell);

  function send([text]) {
    if (text === undefined) return answer(null);
    const number = read(text);
    const wrong = complaint(number, content, words);
    if (wrong) return field.setCustomValidity(wrong);
    field.value = typed(number);
    return answer(number);
  }

  function answer(number) {
    vote(number);
    tell();
  }

  function tell() {
    const number = read(field.value);
    const text = number === null ? "" : said(number);
    understood.hidden = text === field.value.trim() || !text;
    understood.textContent = understood.hidden ? "" : `= ${measured(text, content.unit)}`;
  }

  return {
    show({ poll, answer: given }) {
      ({ content } = poll);
      field.inputMode = content.min < 0 ? "text" : "decimal";
      root.querySelector(".unit").textContent = content.unit ?? "";
      root.querySelector("[data-part=expected]").textContent = expected(content, words);
      written.show(given === null ? [] : [typed(given)]);
      tell();
    },
  };
}
