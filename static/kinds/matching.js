import { heat } from "../js/heat.js";
import { keyLine } from "../js/key.js";
import { letter } from "../js/marks.js";
import { typographic } from "../js/page.js";
import { assigning } from "../phone/assigning.js";

const LONG = 28; // characters that a closed list on a phone still shows

// phone: the form fields.
export function phone(root, { words, vote }) {
  const key = root.querySelector(".key");
  const blank = root.querySelector("[data-part=item]").content.firstElementChild;
  const assigned = assigning(root.querySelector(".matches"), { vote, row });

  return {
    show({ poll: { content }, answer, locked }) {
      const { left, right } = content;
      key.hidden = !right.some(({ text }) => text.length > LONG);
      key.replaceChildren(...right.map(keyLine));
      assigned.show({ items: left, choices: right, answer, locked });
      for (const select of root.querySelectorAll(".match select")) {
        const given = right.find(({ id }) => select.value.endsWith(`=${id}`));
        select.closest(".match").querySelector(".chosen").textContent = given ? typographic(given.text) : "";
      }
    },
  };

  function row({ id, text }, choices) {
    const element = blank.cloneNode(true);
    const label = element.querySelector("label");
    const select = element.querySelector("select");
    label.textContent = typographic(text);
    label.htmlFor = select.id = `match-${id}`;
    select.append(...choices.map((choice, index) => {
      const text = words("matching_option", { letter: letter(index), text: typographic(choice.text) });
      return new Option(text, `${id}=${choice.id}`);
    }));
    return element;
  }
}

// wall: the results.
export function wall(root, { words, screen }) {
  const table = heat(root, { screen, right: (place) => words("matching_right", place) });
  return {
    show({ poll, answered, results }) {
      const { left, right, solution = null } = poll.content;
      table.draw(left, right);
      table.show({ poll, counts: results?.pairs ?? null, right: solution, answered });
    },
  };
}

// editor: both sides, and what goes with what.
export const editor = (root) => import("../js/row_choice.js").then((module) => module.editRowChoices(root, "right"));
