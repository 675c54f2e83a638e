// A wheel of fortune: a slice for each text, turned so that one of them comes to the pointer.

import { typographic } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 480;
const HUB = 90;
const TURNS = 4;
const TINTS = 3;
export const SPIN_MS = 2800; // static/kinds/wheel.css turns it as long

/** A wheel in `place`; its pointer is at the right, where a slice reads level. */
export function disc(place) {
  const drawing = element("svg", { viewBox: "-500 -500 1010 1000" });
  const slices = element("g", { class: "slices" });
  drawing.append(slices, element("circle", { class: "hub", r: HUB }), element("path", { class: "pointer", d: "M 448 0 L 506 -34 L 506 34 Z" }));
  place.replaceChildren(drawing);
  let shown;
  let turned = 0;

  return {
    /** Shows `texts`; with a `chosen` place, it is at the pointer, at once or after a `spin`. */
    show(texts, chosen = null, spin = false) {
      const now = JSON.stringify(texts);
      if (now !== shown) {
        shown = now;
        slices.replaceChildren(...texts.map((text, index) => slice(text, index, texts.length)));
      }
      [...slices.children].forEach((each, index) => each.classList.toggle("chosen", index === chosen));
      const level = chosen === null ? 0 : -middle(chosen, texts.length);
      // On from where it stands, a few whole turns and what is missing.
      const rest = (((level - turned) % 360) + 360) % 360;
      turned += spin ? TURNS * 360 + rest : rest;
      slices.classList.toggle("spinning", spin); // until it is shown again, standing
      slices.style.setProperty("--turned", `${turned}deg`);
    },
  };
}

const middle = (index, count) => ((index + 0.5) * 360) / count;

function slice(text, index, count) {
  const half = Math.PI / count;
  const group = element("g", { class: "slice", transform: `rotate(${middle(index, count)})` });
  // Two neighbours are never alike, also where the last meets the first.
  group.dataset.tint = index === count - 1 && index % TINTS === 0 ? 1 : index % TINTS;
  const edge = count < 3 ? wide(count) : wedge(half);
  const size = Math.min(46, RADIUS * half * 1.05);
  const label = element("text", { x: RADIUS - 44, y: size * 0.34, "font-size": size, "text-anchor": "end" });
  // Towards the middle a slice grows narrower than its label is high.
  const inner = Math.max(HUB + 15, (size * 0.4) / Math.tan(half));
  label.textContent = shortened(typographic(text), (RADIUS - 44 - inner) / (size * 0.54));
  group.append(element("path", { d: edge }), label);
  return group;
}

function wedge(half) {
  const [x, y] = [RADIUS * Math.cos(half), RADIUS * Math.sin(half)];
  return `M 0 0 L ${x} ${-y} A ${RADIUS} ${RADIUS} 0 0 1 ${x} ${y} Z`;
}

/** Half a wheel, or all of it where one text is left. */
const wide = (count) =>
  `M 0 ${-RADIUS} A ${RADIUS} ${RADIUS} 0 0 1 0 ${RADIUS} ${count === 1 ? `A ${RADIUS} ${RADIUS} 0 0 1 0 ${-RADIUS} ` : ""}Z`;

/** On the wheel only: what is drawn is written out beside it. */
function shortened(text, most) {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, Math.floor(most) - 1).join("").trimEnd()}…`;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
