import { writing } from "../phone/writing.js";

// phone: the form fields.
export function phone(root, { words, vote }) {
  const field = root.querySelector("textarea");
  const left = root.querySelector(".left");
  const written = writing(root, {
    fields: () => [field],
    empty: words("text_first"),
    vote: ([text = null]) => vote(text),
  });
  field.addEventListener("input", count);

  function count() {
    const n = field.maxLength - field.value.length;
    left.textContent = words(field.value ? "text_left" : "text_longest", { n });
  }

  return {
    show({ poll, answer }) {
      field.maxLength = poll.settings.max_length;
      root.querySelector("[data-part=moderated]").hidden = !poll.settings.moderated;
      written.show(answer === null ? [] : [answer]);
      count();
    },
  };
}

// wall: the results.
export { cards as wall } from "../js/cards.js";
