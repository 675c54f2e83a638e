// Options by their points, and beside each how many people gave it each place.

import { counter } from "./counting.js";
import { glide } from "./gliding.js";
import { heat } from "./heat.js";
import { decimal, number } from "./page.js";

/** The wall() of ranking; templates/kinds/ranking.html has the markup. */
export function ranks(root, { words, screen }) {
  const table = heat(root, { screen, right: (place) => words("ranking_right", place), withoutCells: true });
  const base = root.querySelector(".base");
  const counters = new WeakMap();

  return {
    show({ poll, answered, results }) {
      const { options, right } = poll.content;
      const places = poll.settings.ranked ?? options.length;
      const columns = Array.from({ length: places }, (_, place) => ({ id: place, text: `${place + 1}` }));
      const rows = table.draw(options, columns);
      const rightPlaces = right && Object.fromEntries(right.map((id, place) => [id, place]));
      const counts = results?.positions ?? null;
      table.show({ poll, counts, right: rightPlaces ?? null, answered });
      base.textContent = words("ranking_points", { n: places });
      base.hidden = !results;
      const most = Math.max(0, ...Object.values(results?.borda ?? {}));
      table.frame.style.setProperty("--figures", number(most).length);
      const order = results && answered ? results.order : options.map(({ id }) => id);
      arrange(table.body, order.map((id) => rows.find((row) => row.id === id).element));
      for (const { id, element } of rows) standing(element, id, { places, answered, results });
    },
  };

  function standing(element, id, { places, answered, results }) {
    const part = (name) => element.querySelector(`.${name}`);
    const ranked = results && answered > 0;
    const rank = ranked ? results.ranks[id] : null;
    const tied = ranked && Object.values(results.ranks).filter((other) => other === rank).length > 1;
    const points = results?.borda[id] ?? null;
    part("rank").textContent = rank ?? "";
    part("tied").hidden = !tied;
    part("mean").textContent = ranked ? words("ranking_mean", { n: decimal(points / answered) }) : "";
    if (!counters.has(element)) counters.set(element, counter(part("total")));
    counters.get(element)(points);
    part("bar").style.setProperty("--part", ranked ? points / (places * answered) : 0);
  }
}

/** Puts `rows` into this order, and lets those that move glide there. */
function arrange(body, rows) {
  if (rows.every((row, place) => body.children[place] === row)) return;
  glide(rows, () => body.replaceChildren(...rows));
}
