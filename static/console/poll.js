// The form of one question: its kind's own part, how it will look, and what was typed kept until saved.

import { uploads } from "../js/uploads.js";

import { drafts } from "./drafts.js";
import { markdownFields } from "./markdown.js";
import { preview } from "./preview.js";

const form = document.getElementById("poll");
const save = document.getElementById("save");
const said = form.querySelector("[data-unsaved-said]");
uploads(form);

const { editor } = await import(`../kinds/${form.dataset.kind}.js`);
editor?.(form.querySelector("[data-editor]"));
markdownFields(form, form.dataset.markdown);
drafts(form, document.getElementById("draft"));
preview(form, document.getElementById("preview"));

let changed;
differs(form.dataset.unsaved !== undefined);
form.addEventListener("input", () => differs(true));
form.addEventListener("submit", () => differs(false));
window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit(save);
});

function differs(from) {
  changed = from;
  said.hidden = !from;
}
