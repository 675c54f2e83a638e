// Slides from a PDF: the pages are drawn small to choose from, then those chosen as large as the wall,
// and sent one by one; the server makes slides of them once all are there.

import { page as data, number, typographic, words } from "../js/page.js";
import { drawn, opened } from "./pdf.js";
import { pageText } from "./page_text.js";
import { sender } from "./slide_sender.js";

const THUMB_PX = 400;
const WALL_PX = 1920;
const SAID_EVERY = 10; // pages, to a screen reader
const MEGABYTE = 1024 * 1024;

const form = document.getElementById("slides");
const part = (selector) => form.querySelector(selector);
const [file, list, progress] = [part("#file"), part(".pages"), part("progress")];
const blank = part("#page-of-pdf").content.firstElementChild;
const server = sender(form);

let pages = []; // {line, page, number, title, text}
let calling = new AbortController();
let busy = false;

form.hidden = false;
file.addEventListener("change", () => choose(file.files[0]));
list.addEventListener("change", count);
part("#stop").addEventListener("click", () => calling.abort());
for (const button of form.querySelectorAll("[data-tick]")) {
  button.addEventListener("click", () => {
    for (const box of boxes()) box.checked = button.dataset.tick === "all" && !box.disabled;
    count();
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!busy) add();
});
addEventListener("beforeunload", (event) => { if (busy) event.preventDefault(); });
addEventListener("pagehide", server.discard);

/** Reads a file and shows its pages. */
async function choose(chosen) {
  calling.abort();
  calling = new AbortController();
  const { signal } = calling;
  reset();
  if (!chosen) return;
  const size = chosen.size / MEGABYTE;
  if (size > data.most_megabytes) {
    refuse("too_large", { size: number(Math.ceil(size)), most: data.most_megabytes });
    return;
  }
  work(words("opening"));
  try {
    const pdf = await opened(chosen);
    signal.throwIfAborted();
    if (pdf.numPages > data.most_pages) {
      refuse("too_long", { n: pdf.numPages, most: data.most_pages });
      return;
    }
    for (let place = 1; place <= pdf.numPages; place += 1) {
      work(words("reading", { page: place, total: pdf.numPages }), place - 1, pdf.numPages);
      await show(pdf, place, signal);
    }
    offer();
  } catch ({ message }) {
    if (signal === calling.signal) {
      reset();
      if (signal.aborted) file.value = "";
      refuse(signal.aborted ? "stopped" : message in data.words ? message : "not_a_pdf");
      file.focus();
    }
  } finally {
    if (signal === calling.signal) idle();
  }
}

/** One page to choose; one that cannot be drawn stays out. */
async function show(pdf, place, signal) {
  const line = blank.cloneNode(true);
  const box = line.querySelector("[type=checkbox]");
  const own = { line, box, number: place, title: "", text: "" };
  line.querySelector(".number").textContent = words("number", { page: place });
  try {
    own.page = await pdf.getPage(place);
    const [thumb, text] = [await drawn(own.page, THUMB_PX, signal), await own.page.getTextContent()];
    Object.assign(own, pageText(text));
    line.querySelector(".thumb").append(thumb);
  } catch {
    signal.throwIfAborted();
    [box.checked, box.disabled] = [false, true];
    line.querySelector(".name").textContent = words("cannot_draw");
  }
  signal.throwIfAborted();
  if (!box.disabled) line.querySelector(".name").textContent = typographic(own.title);
  const wordless = !own.title && !box.disabled;
  line.querySelector(".alt").hidden = !wordless;
  if (wordless) line.querySelector(".alt input").value = words("number", { page: place });
  list.append(line);
  pages.push(own);
}

function offer() {
  for (const each of form.querySelectorAll(".choosing")) each.hidden = false;
  const wordless = pages.filter(({ line }) => !line.querySelector(".alt").hidden).length;
  part("#wordless").hidden = !wordless;
  part("#wordless").textContent = words("wordless", { n: wordless });
  count();
  say(words("ready", { n: pages.length }));
}

/** Draws and sends the pages that are ticked; then they become slides, all at once. */
async function add() {
  calling = new AbortController();
  const { signal } = calling;
  const chosen = pages.filter(({ box }) => box.checked);
  part("#refusal").textContent = "";
  lock(true);
  work(words("opening"));
  part("#stop").focus();
  const sent = [];
  try {
    for (const { page, line, number: place, title, text } of chosen) {
      const step = words("sending", { page: place, done: sent.length + 1, total: chosen.length });
      work(step, sent.length, chosen.length);
      const image = await server.send(await picture(page, place, signal), place, signal);
      sent.push({ title: title || line.querySelector(".alt input").value.trim() || words("number", { page: place }), text, image });
    }
    work(words("sending", { page: chosen.at(-1).number, done: sent.length, total: sent.length }), sent.length, sent.length);
    const { value } = part("#after");
    const there = await server.add(sent, value === "" ? null : Number(value), signal);
    busy = false;
    location.assign(there);
  } catch (error) {
    server.discard();
    idle();
    lock(false);
    part("#add").focus();
    if (signal.aborted) refuse("stopped");
    else if (error.refusal) refuse(...error.refusal);
    else throw error;
  }
}

async function picture(page, place, signal) {
  try {
    const canvas = await drawn(page, WALL_PX, signal);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (blob) return blob;
  } catch {
    signal.throwIfAborted();
  }
  throw Object.assign(new Error("undrawn"), { refusal: ["undrawn", { page: place }] });
}

function reset() {
  pages = [];
  list.replaceChildren();
  part("#refusal").textContent = "";
  for (const each of form.querySelectorAll(".choosing")) each.hidden = true;
}

function boxes() {
  return pages.map(({ box }) => box);
}

function count() {
  const chosen = boxes().filter(({ checked }) => checked).length;
  part("#chosen").textContent = words("chosen", { n: chosen, total: pages.length });
  part("#add").textContent = words("add", { n: chosen });
  part("#add").disabled = chosen === 0;
}

function work(text, done = 0, total = 0) {
  busy = true;
  part(".working").hidden = false;
  part("#doing").textContent = text;
  if (total) [progress.max, progress.value] = [total, done];
  else progress.removeAttribute("value");
  if (done % SAID_EVERY === 0) say(text);
}

function idle() {
  busy = false;
  part(".working").hidden = true;
}

function lock(on) {
  part(".saving").hidden = on;
  for (const each of form.querySelectorAll("fieldset, #file, #after, #add")) each.disabled = on;
}

function refuse(key, values = {}) {
  idle();
  part("#refusal").textContent = words(key, values);
}

function say(text) {
  part("#said").textContent = text;
}
