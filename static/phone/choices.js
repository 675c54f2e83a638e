// Options to choose from, as real radio buttons or checkboxes. templates/phone/_fields.html has the
// markup. What is ticked and not sent yet differs from `defaultChecked`, which is the answer given.

import { mark } from "../js/marks.js";
import { typographic } from "../js/page.js";
import { draw } from "../js/pictures.js";

/** `choose(values)` is called with the values ticked, in the order of the options. */
export function choices(root, choose) {
  const list = root.querySelector(".choices");
  const blank = root.querySelector("[data-part=option]").content.firstElementChild;
  const inputs = () => [...list.querySelectorAll("input")];
  const values = () => inputs().filter((input) => input.checked).map((input) => input.value);
  const unsent = () => inputs().some((input) => input.checked !== input.defaultChecked);
  const drawn = () =>
    JSON.stringify([...list.children].map((row) => [row.querySelector("input").value, text(row)]));

  root.querySelector("[data-part=send]")?.remove(); // there is none where something else is sent as well
  list.addEventListener("input", () => choose(values()));
  // Chosen before this script had arrived, and the button that would have sent it is gone.
  if (!root.disabled && unsent()) queueMicrotask(() => choose(values()));

  return {
    inputs,
    /** `options` as [{id, text, index, image}]; `answer` is the list of ids that count as given. */
    show(options, answer, locked) {
      const wanted = options.map(({ id, text }) => [id, typographic(text)]);
      if (drawn() !== JSON.stringify(wanted)) {
        list.replaceChildren(...options.map((option, place) => row(option, place)));
      }
      [...list.querySelectorAll(".picture")].forEach((img, place) => draw(img, options[place].image));
      const keep = !locked && unsent();
      for (const input of inputs()) {
        const given = answer.includes(input.value);
        const checked = keep ? input.checked : given;
        input.defaultChecked = given;
        input.checked = checked;
      }
    },
  };

  function row({ id, text, index }, place) {
    const element = blank.cloneNode(true);
    element.dataset.option = index ?? place;
    element.querySelector(".mark")?.replaceWith(mark(place));
    element.querySelector(".text").textContent = typographic(text);
    element.querySelector("input").value = id;
    return element;
  }
}

const text = (row) => row.querySelector(".text").textContent;
