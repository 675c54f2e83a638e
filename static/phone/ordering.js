// Options to put in order: each tap on one gives it the next place, another tap takes it back, and
// arrows move it up or down. An order is sent when its last place is taken, and again whenever it
// changes: nobody who has placed them all loses a vote for want of a button. Rows stay where they
// are, so that no option slips away under a thumb.

import { typographic } from "../js/page.js";

/** The phone() of ranking; templates/kinds/ranking.html has the markup. */
export function ordering(root, { words, vote }) {
  const part = (name) => root.querySelector(`[data-part=${name}]`);
  const list = root.querySelector(".order");
  const again = part("again");
  const blank = part("option").content.firstElementChild;
  const rows = () => [...list.children];
  let order = [];
  let given = [];
  let places = 0;
  let all = 0;
  let refused = false; // somebody wanted a place where none is left

  const complete = () => order.length === places;
  const unsent = () => order.length > 0 && order.join() !== given.join();

  list.addEventListener("click", ({ target }) => {
    const { id } = target.closest("li").dataset;
    const arrow = target.closest(".move");
    if (target.closest(".place")) toggle(id);
    else if (arrow) move(id, Number(arrow.dataset.move));
  });
  again.addEventListener("click", () => {
    change([]);
    list.querySelector(".place").focus();
  });

  return {
    show({ poll, answer, locked }) {
      const { options } = poll.content;
      const wanted = options.map(row);
      if (said(rows()) !== said(wanted)) list.replaceChildren(...wanted);
      all = options.length;
      places = poll.settings.ranked ?? all;
      const kept = unsent();
      given = answer ?? [];
      if (!kept) order = [...given];
      draw();
      again.hidden = locked || order.length === 0;
    },
  };

  function toggle(id) {
    const placed = order.includes(id);
    if (!placed && complete()) {
      refused = true;
      draw();
      tell(words("ranking_full", { n: places }));
      return;
    }
    change(placed ? order.filter((other) => other !== id) : [...order, id]);
    tell(placed ? words("ranking_back", { option: named(id) }) : standing(id));
  }

  function move(id, by) {
    const place = order.indexOf(id);
    const neighbour = order[place + by];
    if (neighbour === undefined) return;
    const moved = [...order];
    [moved[place], moved[place + by]] = [neighbour, id];
    change(moved);
    tell(standing(id));
  }

  function change(wanted) {
    order = wanted;
    refused = false;
    draw();
    if (complete()) vote([...order]);
    else if (!order.length && given.length) vote(null);
  }

  function draw() {
    for (const element of rows()) {
      const place = order.indexOf(element.dataset.id) + 1;
      const button = element.querySelector(".place");
      element.toggleAttribute("data-placed", place > 0);
      element.style.setProperty("--place", place);
      button.setAttribute("aria-pressed", place > 0);
      button.querySelector(".rank").textContent = place || "";
      for (const arrow of element.querySelectorAll(".move")) {
        const end = Number(arrow.dataset.move) < 0 ? 1 : order.length;
        arrow.setAttribute("aria-disabled", place === end);
      }
    }
    root.querySelector(".hint").textContent =
      places === all ? words("ranking_all") : words("ranking_some", { n: places });
    part("left").textContent = order.length ? progress() : "";
    again.hidden = order.length === 0;
    root.toggleAttribute("data-unsent", unsent());
  }

  function progress() {
    if (refused) return words("ranking_full", { n: places });
    return words(complete() ? "ranking_done" : "ranking_left", { n: places - order.length });
  }

  function row({ id, text }) {
    const element = blank.cloneNode(true);
    element.dataset.id = id;
    element.querySelector(".text").textContent = typographic(text);
    const [up, down] = element.querySelectorAll(".move");
    up.setAttribute("aria-label", words("ranking_up", { option: typographic(text) }));
    down.setAttribute("aria-label", words("ranking_down", { option: typographic(text) }));
    return element;
  }

  function named(id) {
    return rows().find(({ dataset }) => dataset.id === id).querySelector(".text").textContent;
  }

  function standing(id) {
    return words("ranking_placed", { option: named(id), n: order.indexOf(id) + 1, total: places });
  }

  function tell(text) {
    part("said").textContent = text;
  }
}

/** What stands in rows, to tell whether those that the server drew are still true. */
const said = (rows) =>
  JSON.stringify(rows.map((row) => [row.dataset.id, row.querySelector(".text").textContent]));
