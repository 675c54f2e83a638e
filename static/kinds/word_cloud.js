import { writing } from "../phone/writing.js";

// phone: the form fields.
export function phone(root, { words, vote }) {
  const list = root.querySelector(".fields");
  const blank = root.querySelector("[data-part=field]").content.firstElementChild;
  const fields = () => [...list.querySelectorAll("input")];
  const written = writing(root, {
    fields,
    empty: words("word_first"),
    vote: (texts) => vote(texts.length ? texts : null),
  });

  function offer(number) {
    while (list.children.length > number) list.lastElementChild.remove();
    while (list.children.length < number) {
      const field = blank.cloneNode(true);
      field.querySelector(".name").textContent = words("word_number", { n: list.children.length + 1 });
      list.append(field);
    }
  }

  return {
    show({ poll, answer }) {
      offer(poll.settings.max_words);
      for (const field of fields()) field.maxLength = poll.settings.max_length;
      written.show(answer ?? []);
    },
  };
}

// wall: the results.
export { cloud as wall } from "../js/cloud.js";
