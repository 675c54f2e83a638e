// What others wrote, to be voted for. Nothing moves under a finger: what is there keeps its place,
// the new comes last, and a button puts it into the order of votes.

import { number, typographic } from "../js/page.js";

export const UP = "up:";
const idsOf = (each) => [each.id, ...each.similar.map(({ id }) => id)];

/**
 * `change(element, each)` draws what else a kind shows of `each`; `wrote(text)` says whether it
 * was written here.
 */
export function votables(root, { words, vote, wrote, change = () => {} }) {
  const section = root.querySelector(".others");
  const list = section.querySelector(".votables");
  const sort = section.querySelector("[data-part=sort]");
  const blank = section.querySelector("[data-part=votable]").content.firstElementChild;
  let rows = []; // {element, each} as they stand
  let given = new Set();

  list.addEventListener("click", ({ target }) => {
    const button = target.closest(".up");
    if (!button) return;
    const { each } = rows.find(({ element }) => element.contains(button));
    const mine = idsOf(each).filter((id) => given.has(id));
    if (mine.length) for (const id of mine) vote(null, `${UP}${id}`);
    else vote(1, `${UP}${each.id}`);
  });
  sort.addEventListener("click", () => {
    rows = ranked(rows);
    list.replaceChildren(...rows.map(({ element }) => element));
    sort.hidden = true;
    (list.querySelector("button:enabled") ?? section).focus?.();
  });

  return {
    /** `all` as results have them, or null where this phone may not see them; `more` are not told. */
    show({ poll, answer, locked, all, more, key }) {
      section.hidden = all === null;
      if (all === null) return;
      given = new Set(Object.keys(answer ?? {}).filter((slot) => slot.startsWith(UP)).map((slot) => slot.slice(UP.length)));
      const known = new Map(rows.flatMap((row) => idsOf(row.each).map((id) => [id, row])));
      const now = new Map();
      const fresh = [];
      for (const each of all) {
        const row = idsOf(each).map((id) => known.get(id)).find((old) => old && !now.has(old)) ?? null;
        if (row) now.set(row, each);
        else fresh.push({ element: blank.cloneNode(true), each });
      }
      for (const row of rows) if (!now.has(row)) row.element.remove();
      rows = rows.filter((row) => now.has(row));
      for (const row of rows) row.each = now.get(row);
      const settled = locked || rows.length === 0; // nobody is about to touch anything
      rows.push(...fresh);
      if (settled) rows = ranked(rows);
      rows.forEach(({ element }, place) => {
        if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
      });
      for (const row of rows) draw(row, poll);
      section.querySelector(".nothing").hidden = all.length > 0;
      section.querySelector(".more").hidden = !more;
      section.querySelector(".more").textContent = more ? words(key, { n: more }) : "";
      sort.hidden = locked || ranked(rows).every((row, place) => row === rows[place]);
    },
  };

  function draw({ element, each }, poll) {
    const button = element.querySelector(".up");
    const text = typographic(each.text);
    const mine = idsOf(each).some((id) => given.has(id));
    const votes = words("said_votes", { n: each.votes });
    button.hidden = !poll.settings.votes;
    button.setAttribute("aria-pressed", mine);
    button.setAttribute("aria-label", `${words("said_vote_for", { text })}, ${votes}`);
    write(button.querySelector(".count"), number(each.votes));
    write(element.querySelector(".words"), text);
    element.querySelector(".done").hidden = each.status !== "answered";
    element.querySelector(".yours").hidden = !idsOf(each).length || ![each, ...each.similar].some((one) => wrote(one.text));
    const { length: n } = each.similar;
    write(element.querySelector(".similar"), n ? words("said_similar", { n }) : "");
    change(element, each);
  }
}

/** Those that wait for an answer first, by votes; those with as many stay as they stand. */
const ranked = (rows) =>
  [...rows].sort(({ each: one }, { each: other }) =>
    (one.status === "answered") - (other.status === "answered") || other.votes - one.votes);

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
