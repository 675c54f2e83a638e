// The wall: everything it shows follows from `state`, `results` and `presence`.

import { kinds as kindsOf } from "../js/kinds.js";
import { connect } from "../js/live.js";
import { wear } from "../js/look.js";
import { page, words } from "../js/page.js";
import { codes } from "./codes.js";
import { heart } from "./heart.js";
import { joinView } from "./join.js";
import { keys } from "./keys.js";
import { pollView } from "./poll.js";
import { rankingView } from "./ranking.js";
import { reactions } from "./reactions.js";
import { fill, fillWithFigures } from "./slots.js";
import { sure } from "./sure.js";
import { tools } from "./tools.js";

const TYPEFACE = '700 1em "Atkinson Hyperlegible Next"';
const TYPEFACE_MS = 1000;

const key = heldKey();

const section = (view) => document.querySelector(`[data-view="${view}"]`);
const join = joinView(section("join"));
const ranking = rankingView(section("ranking"));
const said = document.querySelector('[data-slot="said"]');
const kinds = kindsOf();
const poll = pollView(section("poll"), kinds, announce);
const lost = heart(document.querySelector(".lost"));

let state = page.state;
let presence = {};
let bar;
await typeface();
draw();

const connection = connect({
  auth: { code: page.code, role: "screen", preview: page.preview, key },
  state(message) {
    state = message;
    draw();
  },
  results(message) {
    if (message.poll !== state.poll?.id || message.round !== state.poll.round) return;
    state = { ...state, answered: message.answered, results: message.results && message };
    draw();
  },
  presence(message) {
    presence = message;
    draw();
  },
  reactions: reactions(document.querySelector(".reactions")),
  away: lost.away,
  back() {
    // What a bad network kept from this page comes with loading it again.
    if (lost.isLost() && kinds.isIncomplete()) location.reload();
    lost.back();
  },
  refused: lost.away,
});

if (!page.preview) {
  lost.beat(connection);
  const { fullScreen } = tools();
  const mayReveal = sure(document.querySelector(".few"), () => state.answered ?? 0);
  keys({ state: () => state, control, manages: page.manages, mayReveal, fullScreen, more: { t: turn } });
  if (page.manages) {
    import("./presenter.js").then(({ presenter }) => {
      bar = presenter(document.querySelector(".tools"), { state: () => state, control, mayReveal });
      bar.show(state, presence);
    });
  }
}

/** What was on the wall goes with it: a press that comes too late changes nothing. */
async function control(action, details = {}) {
  if (lost.isLost()) return; // or it would be done when nobody expects it any more
  const { poll } = state;
  const seen = { poll: poll?.id ?? null, round: poll?.round, drawn: poll?.drawn };
  await connection.send("control", { action, ...seen, ...details }).catch(() => {});
}

function draw() {
  const { view, session } = state;
  wear(session.theme);
  codes(session);
  for (const each of document.querySelectorAll("[data-view]")) {
    each.hidden = each.dataset.view !== view;
  }
  if (view === "join") join.show(session, presence);
  if (view === "poll") poll.show(state, presence);
  if (view === "end") {
    fill(section("end"), "title", session.title);
    fillWithFigures(section("end"), "joined", presence.joined ? words("took_part", { n: presence.joined }) : "");
  }
  if (view === "ranking") ranking.show(state);
  bar?.show(state, presence);
  announce(view === "poll" ? poll.announcement(state) : view === "ranking" ? ranking.announcement(state) : "");
}

/** What a wall shows is fitted to its typeface: it waits for that, but not for long. */
function typeface() {
  const late = new Promise((done) => setTimeout(done, TYPEFACE_MS));
  return Promise.race([document.fonts.load(TYPEFACE), late]);
}

/** Puts the next page of what has several on the wall, and keeps it there. */
function turn() {
  document.querySelector(".turner:not([hidden])")?.click();
}

/** Tells a screen reader what changed; counts are read when wanted, in the list. */
function announce(text) {
  if (said.textContent !== text) said.textContent = text;
}

/** The key that opened this page: a frame in another site's page has no cookie to remember it by.
    The address bar may be projected too, so it goes from there; a frame shows none. */
function heldKey() {
  const address = new URL(location.href);
  const held = address.searchParams.get("key") ?? undefined;
  if (held && window.top === window) {
    address.searchParams.delete("key");
    history.replaceState(history.state, "", address);
  }
  return held;
}
