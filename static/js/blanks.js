// A text with numbered blanks, and for each of them what most people wrote.
// templates/kinds/fill_blanks.html has the markup.

import { counter } from "./counting.js";
import { fit } from "./fit.js";
import { judge } from "./judging.js";
import { percent, typographic } from "./page.js";
import { pages } from "./pages.js";
import { steady } from "./steady.js";

const MOST = 1.15; // how far type grows on the wall where there is room
const ABREAST = 2; // blanks side by side, and on a page of the wall
const SHORT = 26; // characters that stand on one line of any phone
const ON_WALL = 3; // answers shown there

/** The wall() of fill_blanks. */
export function blanks(root, { words, screen, remove }) {
  const frame = root.querySelector(".blanked");
  const sentence = root.querySelector(".sentence");
  const places = root.querySelector(".of-blanks");
  const copy = (name) => root.querySelector(`[data-part=${name}]`).content.firstElementChild.cloneNode(true);
  const paged = screen === "wall" && pages(root, (_shown, most, least) => fit(root, most, least), { most: () => ABREAST, once: Boolean(root.closest(".facet")) });
  const arrange = () => paged && paged.arrange([...places.children], MOST, arrangement);
  new ResizeObserver(arrange).observe(root);
  document.fonts.ready.then(arrange);
  let drawn;
  let sections = [];
  let arrangement;

  return {
    show({ poll, answered, results }) {
      const { parts, blanks: asked } = poll.content;
      const text = JSON.stringify(parts);
      if (text !== drawn) {
        drawn = text;
        write(parts, asked);
      }
      const judged = poll.status === "closed" && poll.results_shown && asked.every(({ right }) => right);
      const said = results && answered > 0;
      frame.dataset.results = said ? "shown" : "hidden";
      judge(frame, judged, said);
      frame.querySelector(".nothing").hidden = screen === "wall" || !results || answered > 0;
      asked.forEach(({ id, right }, place) => {
        reveal(sentence.querySelectorAll(".hole")[place], judged ? right[0] : "");
        sections[place].show(said ? results.blanks[id] : { answers: [], more: 0 }, said ? answered : 0, judged);
      });
      const now = [drawn, judged, said, places.textContent.replace(/\d/g, "").length].join();
      arrangement = now;
      arrange();
    },
  };

  function write(parts, asked) {
    places.style.setProperty("--abreast", Math.min(asked.length, ABREAST));
    const shown = screen === "wall" ? ON_WALL : Infinity;
    sentence.replaceChildren(...parts.flatMap((text, place) => {
      const part = copy("part");
      part.textContent = typographic(text);
      if (place === asked.length) return [part];
      const hole = copy("hole");
      hole.querySelector("b").textContent = place + 1;
      return [part, hole];
    }));
    sections = asked.map((_, place) => section(place, shown));
    places.replaceChildren(...sections.map(({ element }) => element));
  }

  function section(place, most) {
    const element = copy("answers");
    const list = element.querySelector(".bars");
    const put = steady(list);
    const rows = new Map();
    element.querySelector("h2 b").textContent = words("blank_number", { n: place + 1 });
    return {
      element,
      show({ answers, more, found }, answered, judged) {
        const here = answers.slice(0, most);
        for (const text of rows.keys()) if (!here.some((each) => each.text === text)) rows.delete(text);
        put(here.map((answer) => row(rows, answer, answered)));
        judge(list, judged, answered > 0);
        tell(element.querySelector(".found"), found === undefined ? "" : words("blank_found", { n: found }));
        const left = more + answers.length - here.length;
        tell(element.querySelector(".more"), left ? words("blank_more", { n: left }) : "");
      },
    };
  }

  function row(rows, { text, count, right }, answered) {
    if (!rows.has(text)) {
      const element = copy("row");
      element.querySelector(".text").textContent = typographic(text);
      if (remove) element.append(button(words("blank_remove", { word: text }), () => remove(text)));
      rows.set(text, { element, count: counter(element.querySelector(".count")) });
    }
    const { element, count: show } = rows.get(text);
    element.classList.toggle("right", Boolean(right));
    element.querySelector(".verdict").hidden = !right;
    element.querySelector(".share").textContent = percent(count, answered);
    element.querySelector(".bar").style.setProperty("--part", answered ? count / answered : 0);
    show(count);
    return element;
  }
}

function reveal(hole, text) {
  hole.querySelector(".word").textContent = typographic(text);
  hole.classList.toggle("short", text.length <= SHORT);
}

function tell(element, text) {
  element.hidden = !text;
  element.textContent = text;
}

function button(name, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "remove";
  element.textContent = "✕";
  element.setAttribute("aria-label", name);
  element.addEventListener("click", act);
  return element;
}
