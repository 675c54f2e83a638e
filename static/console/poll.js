// The form of one question: its kind's own part, and a warning before what was typed is lost.

import { uploads } from "../js/uploads.js";

import { markdownFields } from "./markdown.js";

const form = document.getElementById("poll");
uploads(form);

const { editor } = await import(`../kinds/${form.dataset.kind}.js`);
editor?.(form.querySelector("[data-editor]"));
markdownFields(form, form.dataset.markdown);

let changed = form.dataset.sent !== undefined;
form.addEventListener("input", () => { changed = true; });
form.addEventListener("submit", () => { changed = false; });
window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
