// Writing one thing after the other, each in a slot of its own, and taking them back.
// templates/kinds/_voted_up.html has the markup.

import { typographic } from "../js/page.js";

let made = 0;

const fresh = () => [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");
const squeezed = (text) => text.split(/\s+/).join(" ").trim();

/**
 * `start` begins the slots; `empty` is said where there is nothing to send; `answerOf(text)` is
 * the answer, and `textOf(answer)` what is to be read of it.
 */
export function said(root, { start, empty, words, vote, answerOf = (text) => text, textOf = (answer) => answer }) {
  const field = root.querySelector(".composer textarea");
  const left = root.querySelector(".composer .left");
  const mine = root.querySelector(".mine");
  const list = mine.querySelector("ul");
  const blank = root.querySelector("[data-part=own]").content.firstElementChild;
  left.id = `left-${(made += 1)}`;
  field.setAttribute("aria-describedby", left.id);

  root.querySelector(".composer [data-part=send]").addEventListener("click", () => {
    const text = field.value.trim();
    if (!text) return complain(empty);
    // Without an event: the draft is kept until the text has arrived.
    field.value = "";
    count();
    field.focus();
    vote(answerOf(text), `${start}${fresh()}`);
  });
  list.addEventListener("click", ({ target }) => {
    const item = target.closest("button")?.closest("li");
    if (!item) return;
    const near = item.nextElementSibling ?? item.previousElementSibling;
    vote(null, item.dataset.slot);
    (near?.querySelector("button") ?? field).focus();
  });
  field.addEventListener("input", () => {
    complain("");
    count();
  });

  const complain = (message) => field.setCustomValidity(message);
  function count() {
    const n = field.maxLength - field.value.length;
    left.textContent = words(field.value ? "said_left" : "said_longest", { n });
  }

  return {
    /** Whether somebody here wrote `text`. */
    wrote: (text) => [...list.children].some((item) => squeezed(item.dataset.text) === squeezed(text)),
    /** `waits` are the slots that a host has to read first; `standsOf(text)` says how it stands in the list. */
    show({ poll, answer, waits = [], standsOf }) {
      field.maxLength = poll.settings.max_length;
      root.querySelector("[data-part=moderated]").hidden = !poll.settings.moderated;
      count();
      const own = Object.entries(answer ?? {}).filter(([slot]) => slot.startsWith(start));
      mine.hidden = own.length === 0;
      for (const item of [...list.children]) if (!own.some(([slot]) => slot === item.dataset.slot)) item.remove();
      for (const [slot, answered] of own) {
        const text = textOf(answered);
        const item = [...list.children].find((each) => each.dataset.slot === slot) ?? list.appendChild(row(slot));
        item.dataset.text = text;
        item.querySelector("p").textContent = typographic(text);
        item.querySelector("button").setAttribute("aria-label", words("said_withdraw", { text: typographic(text) }));
        const stands = waits.includes(slot) ? "said_waits" : standsOf(text) ?? "said_sent";
        item.querySelector(".stands").textContent = words(stands);
        item.querySelector(".stands").dataset.stands = stands;
      }
    },
  };

  function row(slot) {
    const element = blank.cloneNode(true);
    element.dataset.slot = slot;
    const button = element.querySelector("button");
    button.type = "button";
    button.removeAttribute("name");
    return element;
  }
}

/** Whether `each`, as results have it, holds `text` in one of its wordings. */
export const holds = (each, text) =>
  [each, ...each.similar].some((wording) => squeezed(wording.text) === squeezed(text));
