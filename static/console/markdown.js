// How Markdown will look, beneath the field in which it is written.

import { setFormulas } from "../js/formulas.js";

const RESTS_MS = 400; // without a key pressed, before the server is asked

/** Every field with data-markdown in `form`; `address` renders what is sent as `text`. */
export function markdownFields(form, address) {
  for (const field of form.querySelectorAll("[data-markdown]")) {
    const looks = field.closest(".field").querySelector("[data-looks]");
    let due;
    const ask = async () => {
      const text = field.value;
      const html = /\S/.test(text) ? await rendered(text) : "";
      if (text !== field.value || html === null) return; // there is newer, or no answer
      looks.hidden = !html;
      looks.firstElementChild.innerHTML = html;
      setFormulas(looks);
    };
    field.addEventListener("input", () => {
      clearTimeout(due);
      due = setTimeout(ask, RESTS_MS);
    });
    ask();
  }

  async function rendered(text) {
    const body = new FormData();
    body.set("csrf_token", form.elements.csrf_token.value);
    body.set("text", text);
    try {
      const answer = await fetch(address, { method: "POST", body });
      return answer.ok ? await answer.text() : null;
    } catch {
      return null;
    }
  }
}
