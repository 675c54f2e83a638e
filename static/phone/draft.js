// Words typed and not yet sent. They come back when the question does, also after a reload. A
// field holds a draft while its value is not its `defaultValue`, which is the answer as sent.

import { memory } from "./memory.js";

const textFields = (form) => [...form.querySelectorAll("textarea, input[type=text]")];

export function drafts(code) {
  const of = (poll) => memory("sessionStorage", `matinale.${code}.draft.${poll}`);
  return {
    /** Whether the form holds something that was not sent: words, or what its kind says. */
    unsent: (form) =>
      form.querySelector("[data-unsent]") !== null ||
      textFields(form).some((field) => field.value.trim() && field.value !== field.defaultValue),
    save(form, poll) {
      const fields = textFields(form);
      const typed = fields.some((field) => field.value !== field.defaultValue);
      of(poll).write(typed ? fields.map((field) => field.value) : null);
    },
    restore(form, poll) {
      const texts = of(poll).read() ?? [];
      textFields(form).forEach((field, index) => {
        if (!(index in texts) || texts[index] === field.value) return;
        field.value = texts[index];
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    },
    forget: (poll) => of(poll).write(null),
  };
}
