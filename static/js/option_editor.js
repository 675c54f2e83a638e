// Rows of options in the console: adding, removing, and going on with Enter. The markup stands in
// templates/kinds/_option_editor.html, which works without this too.

import { letter, mark } from "./marks.js";

const MOST = 12;
const LEAST = 2;

/** Enhances the options' fieldset inside `root`. */
export function editOptions(root) {
  const fieldset = root.querySelector(".options");
  const list = fieldset.querySelector(".option-rows");
  const add = fieldset.querySelector("[data-add]");
  const blank = fieldset.querySelector("template[data-part=row]");
  const rows = () => [...list.children];
  const named = (text, index) => text.replace("%(letter)s", letter(index));

  const number = () => {
    rows().forEach((row, index) => {
      row.querySelector(".mark").replaceWith(mark(index));
      row.querySelector("[name=option_text]").setAttribute("aria-label", named(fieldset.dataset.name, index));
      for (const field of row.querySelectorAll("[name=right], [name=option_image_remove]")) field.value = index;
      const remove = row.querySelector("[data-remove]");
      remove.setAttribute("aria-label", named(fieldset.dataset.removeName, index));
      remove.hidden = rows().length <= LEAST;
    });
    add.hidden = rows().length >= MOST;
  };
  const append = () => {
    if (rows().length >= MOST) return;
    list.append(blank.content.cloneNode(true));
    number();
    list.lastElementChild.querySelector("[name=option_text]").focus();
  };

  add.addEventListener("click", append);
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-remove]")?.closest("li");
    if (!row) return;
    const near = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    number();
    near.querySelector("[name=option_text]").focus();
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.target.name !== "option_text") return;
    event.preventDefault();
    const next = event.target.closest("li").nextElementSibling;
    if (next) next.querySelector("[name=option_text]").focus();
    else append();
  });
  number();
}
