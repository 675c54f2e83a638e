// The running order: where the session stands, and its forms sent without leaving the page.

import { page, typographic, words } from "../js/page.js";
import { fill, slot } from "../screen/slots.js";
import { dragging } from "./dragging.js";
import { forgetSent } from "./drafts.js";
import { sending } from "./sending.js";
import { undoing } from "./undoing.js";

export function order(nav, { control, confirmed, say, refuse }) {
  const list = nav.querySelector(".lines");
  const blank = nav.querySelector("#line").content.firstElementChild;
  const lines = new Map([...list.children].map((line) => [Number(line.dataset.poll), line]));
  if (location.hash.startsWith("#poll-")) forgetSent(); // the form led here: it was saved
  const posted = sending(refuse);
  const undo = undoing(nav.querySelector(".undo"), { posted, say });
  const drag = dragging(list, { moved, dropped: () => newest && show(newest) });
  let items = [];
  let newest;
  let here;
  const itemOf = (element) => items.find(({ id }) => id === Number(element.closest(".line").dataset.poll));

  list.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { target: form, submitter } = event;
    if (!submitter.matches("[data-copy]")) {
      moved(form.closest(".line"), Number(submitter.value));
      return;
    }
    const { title } = itemOf(form);
    if (await posted(submitter.formAction, new FormData(form, submitter))) say(words("copied", { title }));
  });
  list.addEventListener("keydown", (event) => {
    const handle = event.target.closest(".handle");
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!handle || !by) return;
    event.preventDefault();
    const place = itemOf(handle).position + by;
    if (place >= 1 && place <= items.length) moved(handle.closest(".line"), place);
  });
  list.addEventListener("click", async (event) => {
    const item = event.target.closest("[data-ask], [data-delete]") && itemOf(event.target);
    if (!item) return;
    if (event.target.closest("[data-ask]")) {
      event.target.closest("details").open = false;
      control("open", { poll: item.id, round: item.round });
      return;
    }
    event.preventDefault();
    const form = event.target.closest("form");
    const neighbour = (form.closest(".line").nextElementSibling ?? form.closest(".line").previousElementSibling);
    if (item.ballots && !(await confirmed(lossOf(item)))) return;
    if (!(await posted(event.target.closest("[data-delete]").href, new FormData(form)))) return;
    say(words("deleted", { title: item.title }));
    (neighbour?.querySelector("summary") ?? nav.querySelector(".adding a")).focus();
  });

  /** To `place`, counted from 1. The new order may be here before the answer. */
  async function moved(line, place) {
    const { id, title, position: before } = itemOf(line);
    const address = `/console/polls/${id}/move`;
    if (!(await posted(address, at(line, place)))) {
      show(newest);
      return;
    }
    say(words("line_moved", { title, n: place }));
    undo.offer({ text: words("moved", { title }), title, address, fields: at(line, before) });
  }

  function show(state) {
    newest = state;
    if (drag.going()) return; // nothing moves under the finger
    const { view, poll, results, session, running_order: order } = state;
    undo.show(state);
    // The order is as old as the last transition; the figures of the moment are not.
    items = order.map((item) => (item.id === poll?.id ? { ...item, answered: results?.answered ?? 0 } : item));
    const ended = session.status === "ended";
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const wanted = items.map((item) => {
      const line = lines.get(item.id) ?? blank.cloneNode(true);
      lines.set(item.id, line);
      write(line, item, { draft: session.status === "draft", ended, last: items.length, current: poll?.id, next: (poll?.position ?? 0) + 1, view });
      return line;
    });
    if (wanted.some((line, place) => list.children[place] !== line) || list.children.length !== wanted.length) {
      for (const [id, line] of lines) if (!wanted.includes(line)) lines.delete(id);
      list.replaceChildren(...wanted);
    }
    if (focused?.isConnected) (focused.disabled ? focused.parentElement.querySelector("[data-up]:enabled, [data-down]:enabled") : focused)?.focus();
    if (here !== poll?.id) {
      here = poll?.id;
      // Only within the list: the page is never moved under the host's finger.
      if (list.scrollHeight > list.clientHeight) lines.get(here)?.scrollIntoView({ block: "nearest" });
    }
  }

  return { show };
}

/** The form of a line, with where it is to go. */
function at(line, position) {
  const fields = new FormData(line.querySelector("form"));
  fields.set("position", position);
  return fields;
}

function write(line, item, { draft, ended, last, current, next, view }) {
  const { id, title, position, status, answered } = item;
  const part = (name) => line.querySelector(`[data-${name}]`);
  const name = (element, key) => element.setAttribute("aria-label", typographic(words(key, { title })));
  const isHere = id === current && !ended;
  line.id = `poll-${id}`;
  line.dataset.poll = id;
  line.classList.toggle("here", isHere);
  if (isHere) line.setAttribute("aria-current", "true");
  else line.removeAttribute("aria-current");
  line.querySelector(".number").textContent = position;
  const handle = line.querySelector(".handle");
  handle.hidden = last < 2;
  handle.setAttribute("aria-label", typographic(words("handle", { title })));
  fill(line, "title", title);
  if (draft) slot(line, "title").href = `/console/polls/${id}`;
  else if (ended && (item.round || !item.asks)) slot(line, "title").href = `#results-${id}`;
  else slot(line, "title").removeAttribute("href");
  const glimpse = line.querySelector(".glimpse");
  glimpse.hidden = !item.picture;
  if (item.picture) glimpse.src = `/images/${item.picture}`;
  fill(line, "kind", page.kinds[item.kind]);
  fill(line, "standing", standing({ isHere, isNext: position === next && !ended, view }));
  fill(line, "votes", answered ? words("votes", { n: answered }) : "");
  slot(line, "more").textContent = typographic(words("more", { title }));
  const base = `/console/polls/${id}`;
  const ask = part("ask");
  ask.hidden = ended || isHere;
  ask.textContent = words(askOf(item));
  ask.setAttribute("aria-label", typographic(words("ask_about", { what: ask.textContent, title })));
  part("edit").href = base;
  name(part("edit"), "edit_about");
  for (const [way, by, end] of [["up", -1, 1], ["down", 1, last]]) {
    const button = part(way);
    button.formAction = `${base}/move`;
    button.value = position + by;
    button.disabled = position === end;
    name(button, `${way}_about`);
  }
  part("copy").formAction = `${base}/duplicate`;
  part("copy").hidden = ended;
  name(part("copy"), "copy_about");
  part("delete").href = `${base}/delete`;
  part("delete").hidden = status === "open";
  name(part("delete"), "delete_about");
  line.querySelector(".frozen").hidden = !item.frozen;
}

function askOf({ asks, status }) {
  if (!asks) return "show_now";
  return status === "ready" ? "ask" : "ask_again";
}

function standing({ isHere, isNext, view }) {
  if (isHere) return words(view === "poll" ? "on_wall" : "now");
  return isNext ? words("up_next") : "";
}

function lossOf({ title, ballots }) {
  return { title: words("delete_title"), text: words("delete_votes", { title, n: ballots }), yes: words("delete_yes") };
}
