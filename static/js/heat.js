// Rows against columns as a table, with how many in its cells: the more, the deeper their shade.
// templates/kinds/_heat.html has the markup, kinds/heat.css the shades.

import { fit } from "./fit.js";
import { judge } from "./judging.js";
import { keyLine } from "./key.js";
import { letter, mark } from "./marks.js";
import { number, percent, typographic } from "./page.js";
import { LEGIBLE, pages } from "./pages.js";

const DEPTHS = 5;
const MOST = 1.35; // how far type grows on the wall where there is room
const WORTH = 1.2; // where columns headed by their texts are not legible, a key is taken if type gains so much
const MOST_COLUMNS = 6; // that are tried where rows can do without cells
const FEW_ROWS = 4; // that stand under one another where there are no cells
const SHORT = 14; // characters of a column's text that stand above a narrow column
const MANY = 7; // rows from which they are set closer
const FEW = 4; // columns that have room for them, elsewhere than on the wall

/**
 * `right({choice, n})` says what is right for a row, by its column's letter or number. With `shares`,
 * cells say their share of the people who answered, and have no shade. Rows that say enough on the wall
 * `withoutCells` leave them to readers where they would be too small.
 */
export function heat(root, { screen, right: sayRight, shares = false, withoutCells = false }) {
  const frame = root.querySelector(".heat");
  const head = frame.querySelector("thead tr");
  const body = frame.querySelector("tbody");
  const key = frame.querySelector(".key");
  const blank = (part) => root.querySelector(`[data-part="${part}"]`).content.firstElementChild;
  const onWall = screen === "wall";
  let drawn = {};
  let arrangement;

  /** Heads as texts or by a key; and where the cells themselves are too many, rows without them. */
  const layOut = (shown, most, least) => {
    frame.style.setProperty("--rows", Math.ceil(shown / 2));
    frame.dataset.heads = "texts";
    frame.dataset.cells = "all";
    const scale = withoutCells && drawn.columns.length > MOST_COLUMNS ? 0 : fit(root, most, least);
    const whole = [...head.querySelectorAll(".text")].every((text) => text.scrollWidth <= text.clientWidth);
    if (whole && scale >= LEGIBLE) return scale;
    if (withoutCells) {
      frame.dataset.cells = shown > FEW_ROWS ? "none two" : "none";
      return fit(root, most, least);
    }
    if (!key) return scale;
    frame.dataset.heads = "key";
    const keyed = fit(root, most, least);
    if (keyed > scale * WORTH || !whole) return keyed;
    frame.dataset.heads = "texts";
    return fit(root, most, least);
  };
  const paged = onWall && pages(root, layOut, { once: Boolean(root.closest(".facet")) });
  const arrange = () => paged.arrange([...body.children], MOST, arrangement);
  if (onWall) {
    new ResizeObserver(arrange).observe(root);
    document.fonts.ready.then(arrange);
  }

  return {
    frame,
    body,
    /** Makes the table anew where its texts changed. Returns its rows, {id, element}, in order. */
    draw(rows, columns) {
      const texts = JSON.stringify([rows.map(({ id, text }) => [id, text]), columns]);
      if (drawn.texts === texts) return drawn.rows;
      for (const old of head.querySelectorAll("[data-column]")) old.remove();
      head.append(...columns.map(columnHead));
      key?.replaceChildren(...columns.map(keyLine));
      drawn = { texts, columns, rows: rows.map((row) => ({ id: row.id, element: line(row, columns) })) };
      body.replaceChildren(...drawn.rows.map(({ element }) => element));
      frame.toggleAttribute("data-many", !onWall && rows.length >= MANY);
      frame.dataset.heads = columns.length <= FEW && columns.every(({ text }) => text.length <= SHORT) ? "texts" : "key";
      return drawn.rows;
    },
    /** `counts` by row and column, or null; `right` gives a row's right column, or is null. */
    show({ poll, counts, right, answered }) {
      const judged = Boolean(right) && poll.status === "closed" && poll.results_shown;
      const all = counts ? drawn.rows.flatMap(({ id }) => drawn.columns.map((column) => counts[id][column.id])) : [];
      const most = Math.max(0, ...all);
      frame.dataset.results = counts ? "shown" : "hidden";
      judge(frame, judged, Boolean(counts));
      frame.style.setProperty("--digits", number(most).length);
      key?.setAttribute("aria-hidden", Boolean(counts));
      root.querySelector(".nothing").hidden = onWall || !counts || answered > 0;
      for (const { id, element } of drawn.rows) {
        const place = drawn.columns.findIndex((column) => column.id === right?.[id]);
        element.querySelector(".verdict").hidden = place < 0;
        element.querySelector(".said").textContent = place < 0 ? "" : sayRight({ choice: letter(place), n: place + 1 });
        drawn.columns.forEach((column, index) => {
          const cell = element.querySelector(`td[data-column="${index}"]`);
          fill(cell, counts && counts[id][column.id], most, answered);
          cell.classList.toggle("right", index === place);
        });
      }
      const now = [drawn.texts, judged, Boolean(counts), number(most).length].join();
      arrangement = now;
      if (onWall) queueMicrotask(arrange); // what the kind adds is in then, too
    },
  };

  function fill(cell, count, most, answered) {
    const text = (name, value) => (cell.querySelector(`.${name}`).textContent = value);
    text("count", count === null ? "" : number(count));
    text("share", shares && count !== null ? percent(count, answered) : "");
    if (!shares) cell.dataset.depth = count ? Math.ceil((DEPTHS * count) / most) : 0;
  }

  function columnHead({ text }, index) {
    const element = blank("column").cloneNode(true);
    element.dataset.column = index;
    element.querySelector(".mark")?.replaceWith(mark(index));
    element.querySelector(".text").textContent = typographic(text);
    return element;
  }

  function line({ text }, columns) {
    const element = blank("row").cloneNode(true);
    element.querySelector(".text").textContent = typographic(text);
    element.append(...columns.map((_column, index) => {
      const cell = blank("cell").cloneNode(true);
      cell.dataset.column = index;
      cell.querySelector(".letter").textContent = key ? letter(index) : index + 1;
      return cell;
    }));
    return element;
  }
}
