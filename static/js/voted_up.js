// What people wrote and voted up, as walls and consoles show it. templates/kinds/_voted_up.html has
// the words.

import { typographic, words } from "./page.js";

/** A small button with a name that says what it is about. */
export function deed(label, text, act, pressed) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "remove";
  button.textContent = label;
  button.setAttribute("aria-label", typographic(words("said_about", { what: label, text })));
  if (pressed !== undefined) button.setAttribute("aria-pressed", pressed);
  button.addEventListener("click", act);
  return button;
}

/** Does `act` to every wording of `each`. */
export const toAll = (each, act) => () => {
  for (const { id } of [each, ...(each.similar ?? [])]) act(id);
};

/** Makes an element once for each thing shown, and anew only where `says(each)` has changed. */
export function kept(make, says) {
  let made = new Map();
  return (all) => {
    const now = new Map();
    const elements = all.map((each) => {
      const said = JSON.stringify(says(each));
      const old = made.get(each.id);
      const element = old?.said === said ? old.element : make(each);
      element.dataset.entry = each.id;
      now.set(each.id, { said, element });
      return element;
    });
    made = now;
    return elements;
  };
}

/** Tells a screen reader that more waits than before. */
export function newlyWaiting(key, say) {
  let before = 0;
  return (waiting = []) => {
    if (waiting.length > before) say(typographic(words(key, { n: waiting.length })));
    before = waiting.length;
  };
}

/** What waits for approval, in the console: `row(each)` draws it, `key` heads it. */
export function pending(section, { row, key, steady, remove, approve }) {
  const list = section.querySelector("ol");
  const put = steady(list);
  const rows = kept((each) => {
    const element = row(each);
    const caught = element.querySelector(".caught");
    if (each.caught) caught.textContent = typographic(words("said_caught", { n: each.caught.length, words: each.caught.join(", ") }));
    const deeds = document.createElement("p");
    deeds.className = "deeds";
    if (approve) deeds.append(deed(words("said_approve"), each.text, () => approve(each.id)));
    if (remove) deeds.append(deed(words("said_refuse"), each.text, () => remove(each.id)));
    element.querySelector(".marks").after(deeds);
    return element;
  }, (each) => each);
  return (waiting = []) => {
    section.hidden = waiting.length === 0;
    section.querySelector("h2").textContent = waiting.length ? words(key, { n: waiting.length }) : "";
    put(rows(waiting));
  };
}
