// A question on the wall: what it is, where the vote stands, and its results by kind.

import { details } from "../js/details.js";
import { number, words } from "../js/page.js";
import { illustration } from "../js/pictures.js";
import { fill, fillWithFigures, slot } from "./slots.js";

const LENGTHS = [60, 120, 200, 300]; // characters from which a question is set smaller

export function pollView(view) {
  const modules = new Map();
  let incomplete = false;
  for (const { dataset } of document.querySelectorAll("template[data-kind]")) {
    modules.set(dataset.kind, import(`../kinds/${dataset.kind}.js`).catch(() => { incomplete = true; }));
  }
  let mounted = {};
  const pictured = illustration(view);
  const written = details(view, "wall");

  return {
    show({ session, poll, answered = 0, results }, presence) {
      // Presence comes once a second: until then, whoever has answered is here.
      const joined = presence.joined && Math.max(presence.joined, answered);
      fill(view, "title", session.title);
      slot(view, "rehearsal").hidden = !session.rehearsal;
      fill(view, "place", words(poll.asks ? "question" : "page", { n: poll.position, total: session.polls }));
      fill(view, "round", poll.round > 1 ? roundName(poll.round) : "");
      fill(view, "withheld", withheld(poll) ? words("hidden") : "");
      fill(view, "status", poll.asks ? words(poll.status) : "");
      fill(view, "question", poll.title);
      fill(view, "address", session.address);
      slot(view, "address").style.setProperty("--signs", session.address.length);
      slot(view, "question").dataset.length = LENGTHS.filter((length) => poll.title.length > length).length;
      view.dataset.status = poll.asks ? poll.status : "shown";
      written.show(poll);
      pictured.show(poll);
      slot(view, "count").hidden = !poll.asks;
      fillWithFigures(view, "answered", answeredLine(poll, answered, joined));
      slot(view, "meter").style.setProperty("--part", joined ? Math.min(1, answered / joined) : 0);
      mount(poll, { poll, answered, joined, results: results?.results ?? null });
    },
    isIncomplete: () => incomplete,
    announcement: ({ poll }) =>
      !poll.asks ? "" : [words(poll.status), ...(poll.status === "ready" ? [] : [words(withheld(poll) ? "hidden" : "shown")])].join(". "),
  };

  async function mount(poll, shown) {
    const key = [poll.id, poll.round, poll.kind].join();
    if (mounted.key !== key) {
      const root = document.createElement("div");
      root.className = "results";
      root.dataset.kind = poll.kind;
      root.append(document.querySelector(`template[data-kind="${poll.kind}"]`).content.cloneNode(true));
      slot(view, "stage").replaceChildren(root);
      mounted = { key, shown };
      const module = await modules.get(poll.kind);
      if (mounted.key !== key || !module) return;
      mounted.wall = module.wall(root, { words, screen: "wall" });
    } else {
      mounted.shown = shown; // also while the kind's module is still on its way
    }
    mounted.wall?.show(mounted.shown);
  }
}

const withheld = ({ status, results_shown: shown }) => status !== "ready" && !shown;

const roundName = (round) => (round === 2 ? words("second_round") : words("round", { n: round }));

function answeredLine({ status }, answered, joined) {
  if (answered === 0) {
    if (status !== "open") return status === "closed" ? words("answered_nobody") : "";
    return words("answered_none");
  }
  if (!joined) return words("answered", { n: answered });
  return words("answered_of", { n: answered, joined: number(joined) });
}
