// The question on the phone: its fields, as its kind draws them, and its results. Fields that the
// server already drew for this poll and round are taken over as they stand, with what was typed.

import { details } from "../js/details.js";
import { words } from "../js/page.js";
import { illustration } from "../js/pictures.js";

/** Those in sight, those in forms within the form included. */
const FIELDS = ":is(input, textarea, select, button):not([hidden] *)";

const template = (place, kind) =>
  document.querySelector(`#${place} > template[data-kind="${kind}"]`).content.cloneNode(true);

/**
 * `kinds.module(name)` is a kind's module. `vote(answer, slot)` takes an answer of the current poll.
 * `form` holds the fields, `section` the results.
 */
export function question({ kinds, drafts, vote, form, section }) {
  const pictured = illustration(form.parentElement);
  const written = details(form.parentElement, "phone");
  const paper = section.querySelector("[data-part=paper]");
  let fields = form.querySelector("fieldset.fields");
  let shown = null;
  let drawn = null;

  form.noValidate = true; // what is wrong is said at the foot, without moving the focus
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => shown && drafts.save(form, shown.poll));

  function mountFields(poll) {
    const { id, round, kind } = poll;
    const key = `${id}:${round}`;
    if (shown?.key === key) return;
    if (fields.dataset.place !== key) {
      const fresh = fields.cloneNode(false);
      fresh.dataset.place = key;
      fresh.append(template("phone-templates", kind));
      fields.replaceWith(fresh);
      fields = fresh;
    }
    shown = { key, poll: id, kind: kinds.module(kind).phone(fields, { words, vote, kinds }) };
  }

  function mountResults({ id, round, kind }) {
    const key = `${id}:${round}`;
    if (drawn?.key === key) return;
    const place = document.createElement("div");
    place.className = "results";
    place.append(template("wall-templates", kind));
    section.querySelector("[data-part=wall]").replaceChildren(place);
    drawn = { key, kind: kinds.module(kind).wall(place, { words, screen: "phone" }) };
  }

  return {
    unsent: () => drafts.unsent(form),
    /** What the kind finds wrong with what is filled in, or "". */
    complaint: () => [...form.querySelectorAll(FIELDS)].map((field) => field.validationMessage).find(Boolean) ?? "",
    restoreDraft: () => shown && drafts.restore(form, shown.poll),
    /** Draws `poll`; `results` is {answered, results} or null; `waits` are the slots of one's own
     *  that a host has to read first. Null hides it all. */
    show({ poll, answer, locked, results, waits }) {
      // Once results are there, an answer that was not given takes no room.
      const idle = locked && results && answer === null && !drafts.unsent(form);
      form.hidden = !poll || Boolean(idle && !shown?.kind.showsResults);
      section.hidden = !poll || !results;
      written.show(poll);
      pictured.show(poll);
      if (!poll) return;
      const fresh = shown?.key !== `${poll.id}:${poll.round}`;
      mountFields(poll);
      shown.kind.show({ poll, answer, locked, results, waits });
      // A kind whose fields show what others said has no use for it twice.
      if (shown.kind.showsResults) section.hidden = true;
      fields.disabled = locked;
      if (fresh) drafts.restore(form, poll.id);
      form.classList.toggle("settled", Boolean(locked && results && !drafts.unsent(form)));
      if (!results || section.hidden) return;
      mountResults(poll);
      paper.hidden = !results.by_hand;
      if (results.by_hand) paper.textContent = words("paper", { n: results.by_hand.ballots });
      drawn.kind.show({ poll, answer, joined: null, step: poll.status, ...results });
    },
  };
}
