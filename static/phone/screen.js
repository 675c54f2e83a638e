// The parts of the phone's page around the question: connection, heading, foot, and what is said
// aloud to a screen reader. Announcements have a region of their own, so that each is said once.

import { page, typographic, words } from "../js/page.js";

const part = (id) => document.getElementById(id);
const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** What stays below the last line of a foot that is tucked away. */
const KEPT_PX = 8;

/** From so many characters on, a question is set smaller: its answers have to be seen too. */
const LONG = 120;

/** A question's title inside one of our sentences, whose direction it must not turn. */
export const quoted = (title) => `\u2068${typographic(title)}\u2069`;

const MESSAGES = {
  joined: ["joined", "joined_more"],
  ended: ["ended"],
  "session-full": ["full", "full_more"],
  "session-not-found": ["not_found", "not_found_more"],
  removed: ["removed", "removed_more"],
};

/** Heading and paragraph of a page that shows no question. */
function message(phase, refusedAs) {
  return MESSAGES[refusedAs ?? phase] ?? ["refused", "refused_more"];
}

part("understood").addEventListener("click", () => (part("notice").hidden = true));
new ResizeObserver(settleFoot).observe(part("foot"));
addEventListener("resize", settleFoot);

/** Where large text makes the foot tall, only its first sentence stays on the screen, and what stands
 * before or beside it. */
function settleFoot() {
  const foot = part("foot");
  const [whole, said, beside] = ["foot", "said", "beside"].map((id) => part(id).getBoundingClientRect());
  const kept = beside.top < said.bottom ? Math.max(said.bottom, beside.bottom) : said.bottom;
  const tucked = whole.height > innerHeight / 4 ? Math.max(0, whole.bottom - kept - KEPT_PX) : 0;
  foot.dataset.tucked = tucked;
  document.documentElement.style.setProperty("--foot", `${foot.offsetHeight}px`);
  document.documentElement.style.setProperty("--tucked", `${tucked}px`);
  if (part("form").contains(document.activeElement)) {
    document.activeElement.scrollIntoView({ block: "nearest" }); // not behind a foot that grew
  }
}

export const screen = {
  show({ state, poll, phase, connection, refusedAs }) {
    part("connection").dataset.connection = connection;
    write(part("connection-said"), words(connection));
    part("rehearsal").hidden = !state.session.rehearsal;
    const [title, more = null] = poll ? [poll.title] : message(phase, refusedAs).map((key) => words(key));
    write(part("question"), poll ? typographic(title) : title);
    part("question").toggleAttribute("data-long", title.length > LONG);
    part("eyebrow").hidden = poll !== null;
    write(part("lead"), more ?? "");
    part("lead").hidden = more === null;
    part("wifi").hidden = !page.wifi || poll !== null || phase !== "joined" || Boolean(refusedAs);
    part("pass").hidden = !state.session.shared_phones || phase === "ended" || Boolean(refusedAs);
    part("again").hidden = !["session-not-found", "removed"].includes(refusedAs);
    part("foot").hidden = Boolean(refusedAs);
    document.title = `${typographic(title)} · ${typographic(state.session.title)}`;
  },
  tell({ tone, said, more }) {
    part("told").dataset.tone = tone;
    write(part("said"), said);
    write(part("more"), more);
  },
  /** Something that was lost: it stays until the person has taken note. */
  warn(text) {
    write(part("notice-said"), text);
    part("notice").hidden = false;
    this.announce(text);
  },
  announce(text) {
    const line = document.createElement("p");
    line.textContent = text;
    part("announcements").replaceChildren(line);
  },
  /** What a new state brings, in one breath. */
  announceChange(before, state) {
    const [was, now] = [before.poll, state.poll];
    const news = [];
    if (state.view === "end") {
      if (before.view !== "end") news.push(words("ended"));
    } else if (now && now.id !== was?.id) {
      news.push(words("new_question", { title: quoted(now.title) }));
    } else if (now && (now.status !== was.status || now.round !== was.round)) {
      if (now.status !== "ready") news.push(words(now.status));
    }
    if ((now?.status === "closed" || now?.asks === false) && state.results && !before.results) news.push(words("results"));
    if (state.ranking && !before.ranking) news.push(words("ranking_shown"));
    if (news.length) this.announce(news.join(". "));
  },
};
