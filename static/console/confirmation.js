// Asks before something that cannot be undone.

import { typographic } from "../js/page.js";

/** Gives a function that opens `dialog` with a question and resolves to whether it was agreed to. */
export function confirmation(dialog) {
  return ({ title, text, yes }) => {
    dialog.querySelector("h2").textContent = typographic(title);
    dialog.querySelector("#confirm-text").textContent = typographic(text);
    dialog.querySelector("[value=yes]").textContent = yes;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  };
}
