import { counter } from "../js/counting.js";
import { density } from "../js/density.js";
import { fit } from "../js/fit.js";
import { judge } from "../js/judging.js";
import { draw } from "../js/pictures.js";
import { number, percent, typographic } from "../js/page.js";
import { table } from "../js/table.js";
import { choices } from "../phone/choices.js";
import { hundredths, part, surface } from "../phone/surface.js";

// phone: a tap is the whole answer; moving the pin sends it anew once it rests.
export function phone(root, { words, vote }) {
  const plane = root.querySelector(".plane");
  const pin = root.querySelector(".pin");
  const others = root.querySelector(".otherwise");
  const fields = [...root.querySelectorAll(".coordinates input")];
  let given = null;
  let point = null;

  root.querySelector("[data-part=tap]").hidden = false;
  root.querySelector("[data-part=elsewhere]")?.remove();
  others.open = false;
  const list = choices(root, ([at]) => set(at.slice("at=".length).split(",").map((each) => each / 100), true));
  const on = surface(plane, {
    tapped: (place) => set(place, true),
    moved: (_marker, place, done) => set(place, done),
  });
  others.addEventListener("change", ({ target }) => {
    const typed = fields.map(part);
    if (fields.includes(target) && !typed.includes(null)) set(typed, true);
  });

  function set(place, done) {
    point = place;
    if (done && String(point) !== String(given)) vote(point);
    drawPin();
    root.toggleAttribute("data-unsent", !done);
  }

  function drawPin() {
    on.put(pin, point);
    if (!point) return;
    const [x, y] = point.map(hundredths);
    pin.setAttribute("aria-label", words("pin_at", { x, y }));
    [x, y].forEach((text, index) => {
      if (document.activeElement !== fields[index]) fields[index].value = text;
    });
    for (const input of list.inputs()) input.checked = input.value === `at=${x},${y}`;
  }

  return {
    show({ poll, answer, locked }) {
      const zones = poll.content.zones ?? [];
      draw(plane.querySelector(".picture"), poll.content);
      list.show(zones.map(({ id, text, ...zone }) => ({ id: `at=${middle(zone)}`, text })), [], locked);
      given = answer;
      if (!root.hasAttribute("data-unsent") || locked) {
        root.toggleAttribute("data-unsent", false);
        point = answer;
        drawPin();
      }
    },
  };
}

/** In hundredths: templates/kinds/pin.html says the same. */
const middle = ({ x, y, width, height }) =>
  [[x, width], [y, height]].map(([start, size]) => hundredths((start + Math.min(1, start + size)) / 2));

// wall: the pins over the picture, and how many lie in each zone.
export function wall(root, { words, screen }) {
  const frame = root.querySelector(".pins");
  const heat = density(frame.querySelector("canvas"));
  const behind = table(root, screen);
  const blank = root.querySelector("[data-part=zone]").content.firstElementChild;
  const inside = frame.querySelector(".inside");
  let drawn;
  let rows = [];
  let arrangement;

  const arrange = () => screen === "wall" && fit(root, 1.1);
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);

  return {
    show({ poll, answered, results }) {
      const { zones = [] } = poll.content;
      const judged = poll.status === "closed" && poll.results_shown && zones.some(({ right }) => right);
      draw(frame.querySelector(".picture"), poll.content);
      if (JSON.stringify(zones) !== drawn) {
        drawn = JSON.stringify(zones);
        rows = zones.map((zone) => line(blank.cloneNode(true), zone));
        inside.replaceChildren(...rows.map(({ element }) => element));
        frame.querySelector(".outlines").replaceChildren(...zones.filter(({ right }) => right).map(outline));
      }
      frame.dataset.results = results ? "shown" : "hidden";
      frame.toggleAttribute("data-voted", Boolean(results) && answered > 0);
      judge(frame, judged, Boolean(results));
      heat.show([{ bins: results?.bins ?? [], colour: "--o2" }]);
      rows.forEach(({ show }, index) => show(zones[index], results?.zones[zones[index].id] ?? null, results ? answered : 0));
      inside.style.setProperty("--digits", number(Math.max(answered, 10)).length);
      const now = [drawn, judged, Boolean(results), number(answered).length].join();
      if (now !== arrangement) arrange();
      arrangement = now;
      root.querySelector(".nothing").hidden = screen === "wall" || !results || answered > 0;
      behind.show([words("pin_region"), words("pin_pins")], results && !zones.length ? regions(results.bins) : null);
    },
  };

  function regions(bins) {
    const counts = Array(9).fill(0);
    const third = (bin) => Math.floor((bin * 3) / 32);
    for (const [column, row, n] of bins) counts[third(row) * 3 + third(column)] += n;
    return counts.map((n, index) => [words(`pin_${index}`), number(n)]);
  }
}

function line(element, { text, right }) {
  const at = (selector) => element.querySelector(selector);
  const count = counter(at(".count"));
  at(".text").textContent = typographic(text);
  return {
    element,
    show(zone, pins, answered) {
      element.classList.toggle("right", Boolean(zone.right));
      at(".verdict").hidden = !zone.right;
      count(pins);
      at(".share").textContent = pins === null ? "" : percent(pins, answered);
    },
  };
}

function outline({ x, y, width, height }) {
  const element = document.createElement("span");
  for (const [name, value] of Object.entries({ x, y, width, height })) element.style.setProperty(`--${name}`, value);
  return element;
}

// editor: zones are drawn on the picture.
export const editor = (root) => import("../js/zone_editor.js").then((module) => module.editZones(root));
