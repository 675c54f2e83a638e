import { disc, SPIN_MS } from "../js/disc.js";
import { fit } from "../js/fit.js";
import { typographic } from "../js/page.js";

const MOST = 1.3; // how far type grows on the wall where there is room
const LONG = 40; // characters from which what was drawn is set smaller
const still = matchMedia("(prefers-reduced-motion: reduce)");

// phone, before the first draw: what is in the wheel.
export function phone(root) {
  const list = root.querySelector(".in-the-wheel");
  return {
    show({ poll }) {
      list.replaceChildren(...poll.content.items.map(({ text }) => line(text)));
    },
  };
}

// wall: the wheel, and what it has drawn.
export function wall(root, { words, screen }) {
  const part = (name) => root.querySelector(`.${name}`);
  const write = (name, text) => {
    if (part(name).textContent !== text) part(name).textContent = text;
  };
  const wheel = screen === "wall" ? disc(part("disc")) : null;
  const arrange = () => {
    if (wheel) fit(part("outcome"), MOST);
  };
  let seen;
  let coming;
  part("disc").hidden = !wheel;
  if (wheel) {
    new ResizeObserver(arrange).observe(root);
    document.fonts.ready.then(arrange);
  }

  function writeOut({ poll, results }) {
    const { draws = [], among = [], left = poll.content.items.length } = results ?? {};
    const last = draws.at(-1);
    const drawn = new Set(poll.settings.without_replacement ? draws.map(({ item }) => item) : []);
    write("count", last && screen !== "console" ? "" : words("wheel_in", { n: left }));
    write("latest", last ? typographic(last.text) : "");
    part("latest").toggleAttribute("data-long", Boolean(last && last.text.length > LONG));
    write("which", last ? words("wheel_draw", { number: draws.length, n: among.length }) : "");
    part("seed").hidden = !last;
    root.querySelector(".seed code").textContent = last?.seed ?? "";
    part("earlier").hidden = draws.length < 2;
    root.querySelector(".earlier ol").replaceChildren(...draws.slice(0, -1).map(({ text }) => line(text)));
    part("check").hidden = !last || screen === "wall";
    root.querySelector(".check code").textContent = results?.check ?? "";
    part("in-the-wheel").hidden = screen !== "console";
    part("in-the-wheel").replaceChildren(
      ...poll.content.items.map(({ id, text }) => (drawn.has(id) ? gone(text, words("wheel_drawn")) : line(text))),
    );
    if (last) wheel?.show(among, last.place);
    root.toggleAttribute("data-turning", false);
    arrange();
  }

  return {
    show(shown) {
      const { poll, results } = shown;
      const draws = results?.draws ?? [];
      const isNew = seen !== undefined && draws.length > seen;
      const spins = isNew && wheel && !still.matches && !document.hidden;
      if (draws.length === seen && coming) {
        coming.shown = shown; // the wheel is still turning
        return;
      }
      seen = draws.length;
      if (!draws.length) wheel?.show(poll.content.items.map(({ text }) => text));
      else if (spins) wheel.show(results.among, draws.at(-1).place, spins);
      clearTimeout(coming?.timer);
      coming = undefined;
      if (!spins) return writeOut(shown);
      root.toggleAttribute("data-turning", true);
      coming = { shown };
      coming.timer = setTimeout(() => {
        const { shown: newest } = coming;
        coming = undefined;
        writeOut(newest);
      }, SPIN_MS);
    },
  };
}

function line(text) {
  const element = document.createElement("li");
  element.dir = "auto";
  element.textContent = typographic(text);
  return element;
}

/** Not by its look alone. */
function gone(text, drawn) {
  const element = line("");
  const struck = document.createElement("s");
  struck.textContent = typographic(text);
  const said = document.createElement("small");
  said.textContent = drawn;
  element.append(struck, " ", said);
  return element;
}
