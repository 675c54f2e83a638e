// A survey on the phone: an item a page, drawn by its own kind, and a summary from which each can be
// changed. templates/kinds/survey.html has the markup. Answers are sent as they are given.

import { ownForm } from "../js/own_form.js";
import { typographic } from "../js/page.js";

export const FINISHED = ":finished";

const markup = (kind) =>
  document.querySelector(`#phone-templates > template[data-kind="${kind}"]`).content.cloneNode(true);

/** The phone() of survey. */
export function paging(root, { words, vote, kinds }) {
  const part = (name) => root.querySelector(`[data-part=${name}]`);
  const pages = root.querySelector(".pages");
  const summary = root.querySelector(".summary");
  const lines = summary.querySelector(".lines");
  const [blankItem, blankLine] = ["item", "line"].map((name) => part(name).content.firstElementChild);
  const [previous, next, finish] = ["previous", "next", "finish"].map(part);
  let items = [];
  let drawn = "";
  let page = null; // the place of an item; as many as there are: the summary
  let warned = null; // of what could not be sent: pressed again, the page turns
  let state = { answer: null, locked: false };

  previous.addEventListener("click", () => turn(page - 1));
  next.addEventListener("click", () => turn(page + 1));
  finish.addEventListener("click", () => vote(1, FINISHED));
  root.addEventListener("input", () => {
    warned = null;
    tellUnsent();
  });
  root.addEventListener("click", () => queueMicrotask(tellUnsent));
  lines.addEventListener("click", ({ target }) => {
    const line = target.closest("button")?.closest("li");
    if (line) turn([...lines.children].indexOf(line));
  });

  return {
    show({ poll, answer, locked }) {
      mount(poll.content.items);
      state = { answer, locked };
      for (const { item, kind } of items) {
        const settings = { ...poll.settings, ...item.settings };
        kind.show({
          poll: { ...poll, ...item, settings, takes_slots: false },
          answer: answer?.[item.id] ?? null,
          locked,
          results: null,
        });
      }
      page ??= begin();
      draw(poll.status);
    },
  };

  /** What the server drew is taken over as it stands. */
  function mount(wanted) {
    const now = JSON.stringify(wanted);
    if (now === drawn) return;
    drawn = now;
    const there = [...pages.children];
    const here = there.length === wanted.length && wanted.every(({ id }, place) => there[place].dataset.item === id);
    const taken = here && !items.length;
    if (!taken) pages.replaceChildren(...wanted.map(() => blankItem.cloneNode(true)));
    items = wanted.map((item, place) => {
      const element = pages.children[place];
      const body = element.querySelector("[data-part=fields]");
      const title = element.querySelector("h2");
      element.dataset.item = item.id;
      title.textContent = typographic(item.title);
      title.id = `asked-${item.id}`;
      body.setAttribute("aria-labelledby", title.id);
      if (!taken) body.replaceChildren(markup(item.kind));
      const fields = ownForm(body, item.id);
      const kind = kinds.module(item.kind).phone(fields, { words, kinds, vote: (answer) => vote(answer, item.id) });
      return { item, element, fields, kind };
    });
    lines.replaceChildren(...items.map(() => blankLine.cloneNode(true)));
    page = null;
  }

  /** Where somebody goes on: at the first item without an answer, or at the summary. */
  function begin() {
    if (state.answer?.[FINISHED]) return items.length;
    const open = items.findIndex(({ item }) => !(item.id in (state.answer ?? {})));
    return open < 0 ? items.length : open;
  }

  function turn(to) {
    const left = items[page];
    if (left && !settled(left)) return;
    page = Math.min(Math.max(to, 0), items.length);
    draw("open");
    const title = (items[page]?.element ?? summary).querySelector("h2");
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
    part("said").textContent = items[page] ? progress() : "";
  }

  /** Sends what was written and not sent; false where that will not do, once. */
  function settled({ item, fields }) {
    if (begun(fields)) fields.querySelector("[data-part=send]")?.click();
    const wrong = fields.querySelector(":is(input, textarea, select):invalid");
    if (!wrong || warned === item.id) return true;
    warned = item.id;
    return false;
  }

  function progress() {
    return words("survey_progress", { n: page + 1, total: items.length });
  }

  function draw(status) {
    const { locked, answer } = state;
    const paged = !locked;
    // Closed, what was answered stays; before the opening, all can be read.
    const atEnd = paged ? page === items.length : status !== "ready";
    items.forEach(({ element }, place) => (element.hidden = paged ? place !== page : atEnd));
    summary.hidden = !atEnd;
    root.querySelector(".turning").hidden = !paged;
    previous.hidden = page === 0;
    next.hidden = page === items.length;
    next.textContent = words(page === items.length - 1 ? "survey_to_end" : "survey_next");
    part("progress").textContent = page < items.length ? progress() : "";
    if (atEnd) summarise();
    const finished = Boolean(answer?.[FINISHED]);
    finish.hidden = finished || locked || !answer;
    summary.querySelector(".thanks").hidden = !finished || locked;
    tellUnsent();
  }

  function summarise() {
    items.forEach(({ item, fields }, place) => {
      const line = lines.children[place];
      const title = typographic(item.title);
      const given = item.id in (state.answer ?? {});
      line.querySelector(".asked").textContent = title;
      line.querySelector(".given").textContent = begun(fields) ? words("survey_begun") : given ? said(fields) || words("survey_given") : words("survey_blank");
      line.toggleAttribute("data-given", given);
      const change = line.querySelector("button");
      change.hidden = state.locked;
      change.setAttribute("aria-label", words("survey_change_about", { title }));
    });
  }

  function tellUnsent() {
    root.toggleAttribute("data-unsent", items.some(({ fields }) => begun(fields)));
  }
}

const texts = (fields) => [...fields.querySelectorAll("textarea, input[type=text]")];

/** Whether something is filled in that was not sent. */
const begun = (fields) =>
  fields.hasAttribute("data-unsent") || texts(fields).some((field) => field.value.trim() && field.value !== field.defaultValue);

/** The answer in words, as far as the fields have them. */
function said(fields) {
  const chosen = [...fields.querySelectorAll("input:checked")].map((input) => input.closest("label")?.querySelector(".text")?.textContent ?? "");
  const written = texts(fields).map((field) => field.defaultValue);
  return [...chosen, ...written].filter(Boolean).join(" · ");
}
