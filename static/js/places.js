// A ranking as tables, for whoever reads it. templates/_ranking.html has the markup.

import { number, words } from "./page.js";

/** The name of a place, or how many share it where they are too many to be named. */
export const called = ({ name, members }) => name ?? words("quiz_unnamed", { n: members });

/** What is said where there is no place to show. */
export const emptiness = ({ scored }) =>
  scored ? words("quiz_no_names", { n: scored }) : words("quiz_nobody");

/** `show(ranking)` fills the tables within `root`; `ranking` is as in `state`. */
export function places(root) {
  const nothing = root.querySelector(".nothing");
  const boards = [...root.querySelectorAll("[data-board]")];
  let drawn = "";

  return {
    show(ranking) {
      const now = JSON.stringify(ranking);
      if (now === drawn) return;
      drawn = now;
      for (const board of boards) {
        const lines = ranking[board.dataset.board];
        board.hidden = lines.length === 0;
        board.querySelector("tbody").replaceChildren(...lines.map(line));
      }
      nothing.hidden = boards.some((board) => !board.hidden);
      nothing.textContent = emptiness(ranking);
    },
  };
}

function line(place) {
  const row = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  name.dir = "auto";
  name.textContent = called(place);
  row.append(cell(place.rank), name, cell(place.points));
  return row;
}

function cell(value) {
  const element = document.createElement("td");
  element.textContent = number(value);
  return element;
}
