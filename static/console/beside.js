// The questions beside the running order: opened, closed and put on the wall from here. Where a kind
// has an `indicator`, it is always in sight while its question is open.

import { page, typographic, words } from "../js/page.js";
import { fill } from "../screen/slots.js";

/** `section` holds the lines, `indicators` what is always in sight. */
export function beside(section, indicators, { control, kinds, say }) {
  const list = section.querySelector("ul");
  const blank = section.querySelector("template").content.firstElementChild;
  const made = new Map();
  let items = [];

  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const item = button && items.find(({ id }) => id === Number(button.closest(".line").dataset.poll));
    if (!item || button.getAttribute("aria-disabled") === "true") return;
    const action = button.matches("[data-show]") ? "show" : item.status === "open" ? "close" : "open";
    control(action, { poll: item.id, round: item.round });
  });

  /** Resolves to what shows the results of an open question in sight; to nothing for most kinds. */
  async function mounted({ id, round, kind, title }) {
    await kinds.fetch(kind);
    const { indicator } = kinds.module(kind);
    if (!indicator) return null;
    const place = document.createElement("section");
    const [head, root] = ["h2", "div"].map((tag) => document.createElement(tag));
    head.textContent = typographic(title);
    head.dir = "auto";
    place.append(head, root);
    place.dataset.poll = id;
    const entry = (action) => (each) => control(action, { poll: id, round, entry: each });
    const deeds = { remove: entry("hide_entry"), approve: entry("approve"), mark: entry("answer_entry") };
    return { place, ...indicator(root, { say, ...deeds }) };
  }

  async function indicate(polls) {
    for (const poll of polls) {
      if (!made.has(poll.id)) made.set(poll.id, mounted(poll));
      const shown = await made.get(poll.id);
      if (!shown || !polls.includes(poll)) continue;
      if (poll.results) shown.show(poll.results, poll);
      if (!shown.place.isConnected) indicators.append(shown.place);
    }
    const here = new Set(polls.map(({ id }) => String(id)));
    for (const each of [...indicators.children]) if (!here.has(each.dataset.poll)) each.remove();
    indicators.hidden = indicators.childElementCount === 0;
  }

  return {
    show({ view, poll, session, standing, beside: lines }) {
      const ended = session.status === "ended";
      items = lines;
      section.hidden = items.length === 0;
      const kept = new Map([...list.children].map((line) => [Number(line.dataset.poll), line]));
      const wanted = items.map((item) => {
        const line = kept.get(item.id) ?? blank.cloneNode(true);
        const figures = standing.find(({ id }) => id === item.id);
        write(line, { ...item, answered: figures?.answered ?? item.answered }, {
          ended, onWall: item.id === poll?.id && view === "poll",
        });
        return line;
      });
      if (wanted.some((line, place) => list.children[place] !== line) || list.children.length !== wanted.length) {
        list.replaceChildren(...wanted);
      }
      indicate(ended ? [] : standing.filter(({ status }) => status === "open"));
    },
  };
}

function write(line, { id, title, kind, status, answered, frozen, afterwards }, { ended, onWall }) {
  const part = (name) => line.querySelector(`[data-${name}]`);
  const name = (element, text) => {
    element.textContent = text;
    element.setAttribute("aria-label", typographic(words("ask_about", { what: text, title })));
  };
  line.dataset.poll = id;
  line.classList.toggle("here", onWall);
  fill(line, "title", title);
  fill(line, "kind", page.kinds[kind]);
  fill(line, "votes", answered ? words("votes", { n: answered }) : "");
  fill(line, "standing", words(onWall ? "on_wall" : afterwards && status === "ready" ? "beside_afterwards" : status));
  name(part("open"), words(status === "open" ? "beside_close" : "beside_open"));
  name(part("show"), words("beside_show"));
  part("show").setAttribute("aria-disabled", onWall);
  part("open").hidden = part("show").hidden = ended;
  part("show").hidden ||= status === "ready";
  part("edit").href = `/console/polls/${id}`;
  part("edit").hidden = frozen;
  part("delete").href = `/console/polls/${id}/delete`;
  part("delete").hidden = status === "open";
  part("edit").setAttribute("aria-label", typographic(words("edit_about", { title })));
  part("delete").setAttribute("aria-label", typographic(words("delete_about", { title })));
}
