// Things placed on a surface between four extremes, by pointing or in numbers, and sent together.
// templates/kinds/grid.html has the markup. What is placed and not sent yet is a draft.

import { mark, letter } from "../js/marks.js";
import { typographic } from "../js/page.js";
import { hundredths, part as partOf, surface } from "./surface.js";

/** The phone() of grid. */
export function gridding(root, { words, vote }) {
  const part = (name) => root.querySelector(`[data-part=${name}]`);
  const plane = root.querySelector(".plane");
  const others = root.querySelector(".otherwise");
  const told = root.querySelector(".in-hand");
  const blank = part("numbers").content.firstElementChild;
  const pins = new Map();
  const tabs = new Map();
  const fields = new Map();
  const filledIn = new Map();
  let options = [];
  let given = {};
  let points = {};
  let chosen = null;

  const unsent = () => text(points) !== text(given);
  const text = (answer) => options.map(({ id }) => answer[id] ?? "").join(";");
  const complain = (message) => [...fields.values()][0]?.[0].setCustomValidity(message);
  const on = surface(plane, {
    upwards: true,
    tapped(point) {
      place(chosen, point);
      choose(options.find(({ id }) => !points[id])?.id ?? chosen);
    },
    moved: (pin, point) => place(pin.dataset.id, point),
  });
  part("tap").hidden = false;
  others.open = false;
  root.append(others); // what was set by pointing is sent without passing it

  root.querySelector(".chooser").addEventListener("click", ({ target }) => {
    const tab = target.closest("button");
    if (tab) choose(tab.dataset.id);
  });
  plane.addEventListener("focusin", ({ target }) => choose(target.dataset.id));
  others.addEventListener("input", ({ target }) => {
    const id = target.closest("[data-id]").dataset.id;
    const typed = fields.get(id).map(partOf);
    complain("");
    if (!typed.includes(null)) place(id, typed);
    else if (isBlank(id)) place(id, null);
  });
  root.addEventListener("click", ({ target }) => {
    if (target.closest("button") === part("send")) send();
    if (target.closest("button") === part("withdraw")) withdraw();
  });

  const isBlank = (id) => fields.get(id).every((field) => field.value === "" && !field.validity.badInput);

  function send() {
    const halfWritten = options.some(({ id }) => !isBlank(id) && fields.get(id).map(partOf).includes(null));
    if (halfWritten) return complain(words("grid_both"));
    const placed = options.filter(({ id }) => points[id]);
    if (!placed.length) return complain(words("grid_first"));
    vote(Object.fromEntries(placed.map(({ id }) => [id, points[id]])));
  }

  function withdraw() {
    points = {};
    complain("");
    draw();
    vote(null);
  }

  function place(id, point) {
    const { [id]: _old, ...rest } = points;
    points = point ? { ...rest, [id]: point } : rest;
    complain("");
    draw();
  }

  function choose(id) {
    chosen = id;
    draw();
  }

  function draw() {
    options.forEach(({ id, text: name }, index) => {
      const point = points[id] ?? null;
      const [x, y] = point?.map(hundredths) ?? [];
      const option = `${letter(index)}. ${typographic(name)}`;
      const said = words(point ? "grid_placed" : "grid_unplaced", { option, x, y });
      on.put(pins.get(id), point);
      pins.get(id).setAttribute("aria-label", said);
      pins.get(id).toggleAttribute("data-chosen", id === chosen);
      tabs.get(id).setAttribute("aria-label", said);
      tabs.get(id).setAttribute("aria-pressed", id === chosen);
      tabs.get(id).toggleAttribute("data-placed", point !== null);
      fillIn(id, point);
      if (id === chosen) told.textContent = typographic(name);
    });
    told.hidden = chosen === null;
    root.toggleAttribute("data-unsent", unsent());
  }

  /** Only where the point is another one: somebody may have written half of it. */
  function fillIn(id, point) {
    if (filledIn.get(id) === String(point)) return;
    filledIn.set(id, String(point));
    fields.get(id).forEach((field, axis) => {
      if (document.activeElement !== field) field.value = point ? hundredths(point[axis]) : "";
    });
  }

  /** Pins, letters and fields of each option. */
  function build(content) {
    for (const end of root.querySelectorAll(".pole")) {
      end.textContent = typographic({ ...content.x, ...content.y }[end.dataset.end]);
    }
    for (const made of [pins, tabs, fields, filledIn]) made.clear();
    for (const old of others.querySelectorAll(".coordinates")) old.remove();
    content.options.forEach(({ id, text: name }, index) => {
      pins.set(id, button("pin marked", id, index));
      tabs.set(id, button("tab", id, index));
      const numbers = blank.cloneNode(true);
      numbers.dataset.id = id;
      numbers.dataset.option = index;
      numbers.querySelector(".mark").replaceWith(mark(index));
      numbers.querySelector(".text").textContent = typographic(name);
      numbers.querySelector("[type=hidden]").value = `${id}=`;
      fields.set(id, [...numbers.querySelectorAll("[type=number]")]);
      others.append(numbers);
    });
    plane.replaceChildren(...pins.values());
    root.querySelector(".chooser").replaceChildren(...tabs.values());
    chosen = content.options[0].id;
  }

  return {
    show({ poll, answer, locked }) {
      const kept = !locked && unsent();
      if (JSON.stringify(poll.content.options) !== JSON.stringify(options)) {
        options = poll.content.options;
        build(poll.content);
      }
      given = answer ?? {};
      if (!kept) points = given;
      part("withdraw").hidden = answer === null;
      draw();
    },
  };
}

function button(name, id, index) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = name;
  element.dataset.id = id;
  element.dataset.option = index;
  element.append(mark(index));
  return element;
}
