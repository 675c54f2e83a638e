// The questions of a survey in the console: each in a form of its own with the editor of its kind;
// what they hold goes along when the form of the whole question is sent.

import { ownForm } from "../js/own_form.js";

const SEPARATOR = ":";

/** The editor() of survey; templates/kinds/survey.html has the markup. */
export function surveyEditor(root) {
  const outer = root.closest("form");
  const list = root.querySelector(".survey-rows");
  const adding = root.querySelector(".adding");
  const choice = adding.querySelector("select");
  const rows = () => [...list.children];
  const keyOf = (row) => row.querySelector("[name=item]").value;
  const formOf = (row) => row.querySelector("[data-part=fields] > form");
  let made = rows().length;

  adding.hidden = false;
  for (const row of rows()) enhance(row);
  number();

  root.querySelector("[data-add]").addEventListener("click", () => {
    const row = root.querySelector(`template[data-row="${choice.value}"]`).content.firstElementChild.cloneNode(true);
    const key = String(made);
    made += 1;
    for (const element of everything(row)) {
      for (const attribute of ["name", "id", "for", "list", "aria-describedby", "aria-labelledby"]) {
        const value = element.getAttribute(attribute);
        if (value) element.setAttribute(attribute, value.replaceAll(/(^| )new:/g, `$1${key}:`));
      }
    }
    row.querySelector("[name=item]").value = key;
    list.append(row);
    enhance(row);
    number();
    row.querySelector("textarea").focus();
    changed();
  });

  list.addEventListener("click", ({ target }) => {
    const button = target.closest(".deeds > button");
    const row = button?.closest(".survey-row");
    if (!row) return;
    if (button.matches("[data-remove]")) {
      (row.nextElementSibling ?? row.previousElementSibling ?? adding).querySelector("button, select").focus();
      row.remove();
    } else if (button.matches("[data-up]")) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    if (row.isConnected) button.focus();
    number();
    changed();
  });

  outer.addEventListener("formdata", ({ formData }) => {
    for (const row of rows()) {
      for (const [name, value] of new FormData(formOf(row))) formData.append(keyOf(row) + SEPARATOR + name, value);
    }
  });

  async function enhance(row) {
    const place = row.querySelector("[data-part=fields]");
    row.querySelector(".deeds").hidden = false;
    const fields = ownForm(place, keyOf(row));
    const { editor } = await import(`../kinds/${fields.querySelector("[name=kind]").value}.js`);
    editor?.(fields);
  }

  function number() {
    rows().forEach((row, place) => {
      row.querySelector(".number").textContent = `${place + 1}.`;
      row.querySelector("[data-up]").disabled = place === 0;
      row.querySelector("[data-down]").disabled = place === rows().length - 1;
    });
  }

  /** Leaving the page would lose it. */
  const changed = () => outer.dispatchEvent(new Event("input", { bubbles: true }));
}

/** `row` and all within it, what its templates hold included. */
function* everything(row) {
  for (const element of [row, ...row.querySelectorAll("*")]) {
    yield element;
    if (element.content) yield* everything(element.content);
  }
}
