import { typographic } from "../js/page.js";
import { writing } from "../phone/writing.js";

// phone: the text with fields in it.
export function phone(root, { words, vote }) {
  const text = root.querySelector(".gapped");
  const blank = (name) => root.querySelector(`[data-part=${name}]`).content.firstElementChild.cloneNode(true);
  const fields = () => [...text.querySelectorAll("input[type=text]")];
  let ids = [];

  const written = writing(root, { fields, empty: words("blank_first"), vote: send, apart: true });

  function send(texts) {
    const filled = ids.map((id, place) => [id, texts[place]]).filter(([, typed]) => typed);
    vote(filled.length ? Object.fromEntries(filled) : null);
  }

  /** Draws the text, unless it stands here already, perhaps with something typed in. */
  function draw({ parts, blanks }) {
    const wanted = parts.map(typographic);
    const drawn = [...text.querySelectorAll(".part")].map(({ textContent }) => textContent);
    ids = blanks.map(({ id }) => id);
    if (JSON.stringify(drawn) === JSON.stringify(wanted)) return;
    text.replaceChildren(...wanted.flatMap((part, place) => [beside(part, place), ...(place < ids.length ? [gap(place)] : [])]));
  }

  function beside(part, place) {
    const element = blank("part");
    element.id = `part-${place}`;
    element.textContent = part;
    return element;
  }

  function gap(place) {
    const element = blank("gap");
    element.querySelector("b").textContent = place + 1;
    element.querySelector("[type=hidden]").value = `${ids[place]}=`;
    const field = element.querySelector("[type=text]");
    field.setAttribute("aria-label", words("blank_number", { n: place + 1 }));
    field.setAttribute("aria-describedby", `part-${place} part-${place + 1}`);
    return element;
  }

  return {
    show({ poll, answer }) {
      draw(poll.content);
      written.show(ids.map((id) => answer?.[id] ?? ""));
    },
  };
}

// wall: the results.
export { blanks as wall } from "../js/blanks.js";
