// In the console, rows of one list that say which row of another goes with them. The markup stands in
// templates/kinds/_row_choice.html, which works without this: there, rows have numbers alone.

import { editItems } from "./items_editor.js";

/** Enhances the lists inside `root`, whose rows choose among the rows of the list called `of`. */
export function editRowChoices(root, of) {
  const list = root.querySelector(`[name="${of}_text"]`).closest(".item-rows");
  const chosen = new Map();
  const selects = () => [...root.querySelectorAll(`[data-rows-of="${of}"]`)];
  const remember = (select) => chosen.set(select, list.children[select.value || -1]);

  const name = () => {
    const rows = [...list.children];
    for (const select of selects()) {
      const [none] = select.options;
      const options = rows.map((row, index) => option(row, index)).filter(Boolean);
      select.replaceChildren(none, ...options);
      select.value = options.find(({ value }) => rows[value] === chosen.get(select))?.value ?? "";
    }
  };

  selects().forEach(remember);
  editItems(root, name);
  root.addEventListener("input", ({ target }) => {
    if (target.matches(`[data-rows-of="${of}"]`)) remember(target);
    else if (target.name === `${of}_text`) name();
  });

  function option(row, index) {
    const text = row.querySelector(`[name="${of}_text"]`).value.trim();
    if (!text) return null;
    const element = document.createElement("option");
    element.value = index;
    element.textContent = `${index + 1} · ${text}`;
    return element;
  }
}
