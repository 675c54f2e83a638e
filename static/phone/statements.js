// Statements, each with numbers to choose from. templates/kinds/scale.html has the markup. Each tap
// sends all that is chosen so far. What is not sent yet differs from `defaultChecked`.

import { columns, labelOf, numbers } from "../js/grades.js";
import { typographic } from "../js/page.js";

const NAME = "answer-";

/** The phone() of scale. */
export function statements(root, { words, vote }) {
  const list = root.querySelector(".statements");
  const part = (name) => root.querySelector(`[data-part=${name}]`).content.firstElementChild;
  const inputs = () => [...list.querySelectorAll("input")];
  const idOf = (input) => input.name.slice(NAME.length);
  const chosen = () =>
    Object.fromEntries(
      inputs().filter(({ checked }) => checked).map((input) => [idOf(input), Number(input.value)]),
    );
  const unsent = () => inputs().some((input) => input.checked !== input.defaultChecked);

  list.addEventListener("input", () => vote(chosen()));
  // Chosen before this script had arrived.
  if (!root.disabled && unsent()) queueMicrotask(() => vote(chosen()));

  return {
    show({ poll: { content }, answer, locked }) {
      if (drawn() !== wanted(content)) {
        list.replaceChildren(...content.statements.map((item) => statement(item, content)));
      }
      const kept = !locked && unsent() ? chosen() : (answer ?? {});
      for (const input of inputs()) {
        const id = idOf(input);
        input.defaultChecked = answer?.[id] === Number(input.value);
        input.checked = kept[id] === Number(input.value);
      }
    },
  };

  function drawn() {
    return JSON.stringify(
      [...list.children].map((element) => [
        element.querySelector("legend").textContent,
        [...element.querySelectorAll("input")].map(({ name, value }) => name + value),
        [...element.querySelectorAll(".ends span")].map((end) => end.textContent),
      ]),
    );
  }

  function wanted(content) {
    const said = ends(content);
    return JSON.stringify(
      content.statements.map(({ id, text }) => [
        typographic(text),
        numbers(content).map((n) => NAME + id + n),
        said,
      ]),
    );
  }

  function statement({ id, text }, content) {
    const element = part("statement").cloneNode(true);
    element.querySelector("legend").textContent = typographic(text);
    const row = element.querySelector(".grades");
    row.dataset.columns = columns(numbers(content).length);
    row.replaceChildren(...numbers(content).map((n) => grade(n, id, content)));
    const said = ends(content);
    element.querySelectorAll(".ends span").forEach((end, place) => (end.textContent = said[place]));
    return element;
  }

  function grade(n, id, content) {
    const element = part("grade").cloneNode(true);
    const input = element.querySelector("input");
    input.name = NAME + id;
    input.value = n;
    element.querySelector(".text").textContent = n;
    element.querySelector(".visually-hidden").textContent = typographic(labelOf(content, n));
    return element;
  }

  /** What stands below the numbers, as templates/kinds/scale.html says it. */
  function ends(content) {
    const places = [content.min, (content.min + content.max) / 2, content.max];
    return places.map((n) => {
      const label = labelOf(content, n);
      return label && words("scale_end", { n, label: typographic(label) });
    });
  }
}
