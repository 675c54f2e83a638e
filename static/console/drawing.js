// What the wall draws of a question: its results, two rounds beside each other, certainty, groups.

import { typographic, words } from "../js/page.js";

/** `place` holds the choice; it is there where there is one. */
export function drawing(place, { control }) {
  const select = place.querySelector("select");
  select.addEventListener("change", () => control("display", { what: select.value }));
  let offered = "";

  return {
    show({ poll, session, displays, running_order: lines }) {
      const choices = poll?.status === "closed" && session.status !== "ended" ? possible(poll, session, lines, displays) : [];
      place.hidden = choices.length < 2;
      const now = JSON.stringify(choices);
      if (now !== offered && document.activeElement !== select) {
        offered = now;
        select.replaceChildren(...choices.map(([value, text]) => new Option(text, value)));
      }
      if (document.activeElement !== select) select.value = poll?.display ?? "";
    },
  };
}

function possible(poll, { teams = [], sites = [] }, lines, displays) {
  const choices = [["", words("draw_results")]];
  for (const [what, text] of Object.entries(displays)) choices.push([what, typographic(text)]);
  if (poll.round > 1) choices.push(["compare", words("draw_compare")]);
  if (poll.settings.certainty) choices.push(["certainty", words("draw_certainty")]);
  if (teams.length) choices.push(["segments:team", words("draw_by_team")]);
  if (sites.length) choices.push(["segments:site", words("draw_by_site")]);
  for (const line of lines) {
    if (line.id === poll.id || !line.splits || !line.ballots) continue;
    choices.push([`segments:${line.id}`, words("draw_by", { n: line.position, title: typographic(line.title) })]);
  }
  return choices;
}
