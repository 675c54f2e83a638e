// What the page that adds slides says to the server, and what the server has until they are added.

import { words } from "../js/page.js";

/** `form` holds the token that protects the session, and the address of its slides. */
export function sender(form) {
  const { address } = form.dataset;
  const token = form.elements.csrf_token.value;
  let kept = [];

  async function post(path, body, type, more = {}) {
    const headers = { "Content-Type": type, "X-CSRFToken": token };
    const answer = await fetch(address + path, { method: "POST", headers, body, ...more });
    const said = await answer.json().catch(() => ({}));
    return answer.ok ? said : Promise.reject({ why: said.message });
  }

  const refused = (...refusal) => Object.assign(new Error(refusal[0]), { refusal });

  return {
    /** The id of a picture that the server has now. */
    async send(blob, page, signal) {
      try {
        const { image } = await post("/pictures", blob, blob.type, { signal });
        kept.push(image);
        return image;
      } catch ({ why }) {
        signal.throwIfAborted();
        throw why ? refused("refused", { page, why }) : refused("unsent", { page });
      }
    },
    /** Makes slides of pages; gives the address where they stand. */
    async add(pages, after, signal) {
      try {
        const { location } = await post("", JSON.stringify({ pages, after }), "application/json", { signal });
        kept = [];
        return location;
      } catch ({ why }) {
        signal.throwIfAborted();
        throw refused("unsaved", { why: why ?? words("no_answer") });
      }
    },
    /** Nothing stays of what was not added. */
    discard() {
      if (!kept.length) return;
      post("/discard", JSON.stringify({ images: kept }), "application/json", { keepalive: true }).catch(() => {});
      kept = [];
    },
  };
}
