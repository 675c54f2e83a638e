// What can be undone now: the last move of this page, or the last question that was deleted. It stays
// until it is done or dismissed; Ctrl+Z does it as well.

import { typographic, words } from "../js/page.js";
import { slot } from "../screen/slots.js";

/** `form` stands in the page for who has no JavaScript: what was deleted is brought back by it. */
export function undoing(form, { posted, say }) {
  const restoring = form.action.replace(/\d+\/restore$/, "");
  const dismissed = new Set();
  let gone;
  let offered = null;

  form.querySelector("[data-dismiss]").hidden = false;
  form.querySelector("[data-dismiss]").addEventListener("click", () => {
    if (offered.id) dismissed.add(offered.id);
    offer(null);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { address, fields, title } = offered;
    offer(null);
    if (await posted(address, fields)) say(words("undone", { title }));
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, dialog");
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || !offered || writing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  /** `{text, title, address, fields}`, or nothing. */
  function offer(what) {
    offered = what;
    form.hidden = !what;
    if (what) slot(form, "undo").textContent = typographic(what.text);
  }

  return {
    offer,
    /** What hosts deleted, here or elsewhere: the newest is offered once. */
    show({ discarded }) {
      const last = discarded.find(({ id }) => !dismissed.has(id));
      if (last?.id === gone) return;
      if (offered?.id && !discarded.some(({ id }) => id === offered.id)) offer(null);
      gone = last?.id;
      if (!last) return;
      const { id, title } = last;
      offer({ id, title, text: words("deleted", { title }), address: `${restoring}${id}/restore`, fields: new FormData(form) });
    },
  };
}
