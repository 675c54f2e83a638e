import { glide } from "../js/gliding.js";
import { heat } from "../js/heat.js";
import { mark } from "../js/marks.js";
import { typographic } from "../js/page.js";
import { assigning } from "../phone/assigning.js";

// phone: the form fields.
export function phone(root, { vote }) {
  const part = (name) => root.querySelector(`[data-part=${name}]`).content.firstElementChild;
  const assigned = assigning(root.querySelector(".sorting"), { vote, row });

  return {
    show({ poll: { content }, answer, locked }) {
      assigned.show({ items: content.items, choices: content.categories, answer, locked });
    },
  };

  function row({ id, text }, categories) {
    const element = part("item").cloneNode(true);
    const name = element.querySelector(".item");
    name.textContent = typographic(text);
    name.id = `sorted-${id}`;
    element.setAttribute("aria-labelledby", name.id);
    element.querySelector(".categories").append(...categories.map((each, index) => category(id, each, index)));
    return element;
  }

  function category(item, { id, text }, index) {
    const element = part("category").cloneNode(true);
    const input = element.querySelector("input");
    element.dataset.option = index;
    element.querySelector(".mark").replaceWith(mark(index));
    element.querySelector(".text").textContent = typographic(text);
    input.name = `answer-${item}`;
    input.value = `${item}=${id}`;
    return element;
  }
}

// wall: the results. Each row's bar is as long as the share of people who sorted the item.
export function wall(root, { words, screen }) {
  const table = heat(root, { screen, shares: true, right: (place) => words("categorise_right", place) });
  return {
    show({ poll, answered, results }) {
      const { items, categories } = poll.content;
      const right = Object.fromEntries(items.filter((item) => item.right).map((item) => [item.id, item.right]));
      const rows = table.draw(items, categories);
      table.show({ poll, counts: results?.items ?? null, right: Object.keys(right).length ? right : null, answered });
      for (const { id, element } of rows) {
        const track = element.querySelector(".track");
        if (!track.children.length) track.append(...categories.map(segment));
        const parts = [...track.children];
        glide(parts, () => parts.forEach((part, index) => {
          const count = results?.items[id][categories[index].id] ?? 0;
          part.style.setProperty("--part", answered && results ? count / answered : 0);
          part.toggleAttribute("data-wrong", Boolean(right[id]) && right[id] !== categories[index].id);
        }));
      }
    },
  };
}

function segment(_category, index) {
  const element = document.createElement("i");
  element.dataset.option = index;
  return element;
}

// editor: the items, their categories, and what belongs where.
export const editor = (root) => import("../js/row_choice.js").then((module) => module.editRowChoices(root, "categories"));
