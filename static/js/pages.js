// What is more than a wall can show at once in letters that the last row reads: pages that turn by
// themselves, slowly, until somebody turns them. docs/architecture.md has the rule.

import { words } from "./page.js";

const MOST_PAGES = 6; // beyond, type shrinks: nobody waits for a seventh
export const LEGIBLE = 1; // --fit from which a label is legible: see .stage in screen/poll.css
export const NEARLY = 0.85; // what a reveal is worth: what was right beside what was not, at a glance
const TURN_MS = 12000;
const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * `arrange(items, most, told)` lays out `items` in as few pages as keep them legible, and shows one of
 * them. `layOut(shown, most, least)` lays out what is left when all others are out of sight, and
 * returns the scale it reached, at most `most`, and 0 where that is below `least`; `turned()` comes when a page has its
 * place. It is all done once for what is `told`, until the wall has another size. `most()` stand on
 * a page; `once` keeps everything on one; `least()` is the scale at which another page begins.
 */
export function pages(root, layOut, { most: each = () => 8, least: enough = () => LEGIBLE, once = false, turned = () => {} } = {}) {
  const sign = turner(() => turn(place + 1, true));
  let parts = [];
  let scale = 1;
  let place = 0;
  let held = false;
  let timer;
  let arranged;

  const show = (part) => {
    for (const one of parts) for (const item of one) item.classList.toggle("elsewhere", one !== part);
  };

  function turn(next, byHand) {
    place = next % parts.length;
    held = byHand;
    clearTimeout(timer);
    if (!root.isConnected) return; // another question is on the wall
    show(parts[place]);
    layOut(parts[place].length, scale);
    sign.tell(place, parts.length);
    turned();
    // By the clock, so that two walls and the picture of one in the console turn together.
    if (parts.length > 1 && !held) timer = setTimeout(() => turn(byClock(parts.length), false), untilNext());
    if (parts.length > 1 && !still.matches) parts[place][0].parentElement.animate([{ opacity: 0 }, { opacity: 1 }], 420);
  }

  /** The scale at which all pages hold, at most `most`; 0 where it is below `least`. */
  function reach(most, least) {
    let reached = most;
    for (const part of parts) {
      show(part);
      reached = Math.min(reached, layOut(part.length, reached, least));
      if (!reached) return 0;
    }
    return reached;
  }

  const lay = (items, count) => {
    parts = split(items, count);
    root.toggleAttribute("data-pages", count > 1);
    if (count > 1 && !sign.element.isConnected) root.append(sign.element);
    sign.tell(0, count);
  };

  /** The fewest pages that are legible, else those with the largest type; the least scale they hold. */
  function choose(items) {
    const fewest = once ? 1 : Math.ceil(items.length / each()) || 1;
    const most = once ? 1 : Math.max(fewest, Math.min(items.length, MOST_PAGES));
    for (let count = fewest; count <= most; count += 1) {
      lay(items, count);
      const least = count === fewest ? enough() : LEGIBLE;
      if (reach(LEGIBLE, least)) return least;
    }
    let best = { scale: 0 };
    for (let count = fewest; count <= most; count += 1) {
      lay(items, count);
      show(parts[0]); // much like the others: each size that is tried costs a layout
      const reached = layOut(parts[0].length, LEGIBLE, best.scale);
      if (reached > best.scale) best = { scale: reached, count };
    }
    lay(items, best.count ?? fewest);
    return 0;
  }

  return {
    arrange(items, most, told) {
      const now = [told, items.length, root.clientWidth, root.clientHeight, document.fonts.status].join();
      if (now === arranged) return; // nothing to lay out otherwise
      arranged = now;
      scale = reach(most, choose(items));
      turn(held ? Math.min(place, parts.length - 1) : byClock(parts.length), held);
    },
  };
}

/** As many in each, but for the last. */
function split(items, count) {
  const size = Math.ceil(items.length / count) || 1;
  return Array.from({ length: Math.ceil(items.length / size) || 1 }, (_, place) => items.slice(place * size, (place + 1) * size));
}

const byClock = (count) => Math.floor(Date.now() / TURN_MS) % count;
const untilNext = () => TURN_MS - (Date.now() % TURN_MS);

/** Which page it is, and a button that turns it: static/screen/screen.js has a key for it. */
function turner(act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "turner";
  element.addEventListener("click", act);
  return {
    element,
    tell(place, count) {
      element.hidden = count < 2;
      element.setAttribute("aria-label", words("turn", { n: place + 1, total: count }));
      element.replaceChildren(...Array.from({ length: count }, (_, each) => {
        const dot = document.createElement("i");
        dot.toggleAttribute("data-here", each === place);
        return dot;
      }), words("page", { n: place + 1, total: count }));
    },
  };
}
