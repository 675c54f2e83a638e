// The console of one session: everything it shows follows from `state`, `results` and `presence`.

import { isFew } from "../js/figures.js";
import { kinds as kindsOf } from "../js/kinds.js";
import { connect } from "../js/live.js";
import { wear } from "../js/look.js";
import { page, typographic, words } from "../js/page.js";
import { reactionCounts } from "../js/reaction_counts.js";
import { keys } from "../screen/keys.js";
import { letters } from "../screen/letters.js";
import { actions, endOf } from "./actions.js";
import { alert } from "./alert.js";
import { announcer } from "./announcer.js";
import { beside } from "./beside.js";
import { confirmation } from "./confirmation.js";
import { drawing } from "./drawing.js";
import { ending } from "./ending.js";
import { goodbye } from "./goodbye.js";
import { menus } from "./menus.js";
import { mirror } from "./mirror.js";
import { moderationKeys } from "./moderation.js";
import { order } from "./order.js";
import { pairing } from "./pairing.js";
import { past } from "./past.js";
import { quiet } from "./quiet.js";
import { rehearsal } from "./rehearsal.js";
import { room } from "./room.js";
import { stage } from "./stage.js";
import { switches } from "./switches.js";

const REACTIONS_MS = 60000;
const GRACE_MS = 1500; // a connection that is back sooner was never worth a word

const root = document.getElementById("console");
const title = document.querySelector("h1");
const said = document.getElementById("said");
const serverAlert = alert(document.getElementById("server-alert"));
const refusalAlert = alert(document.getElementById("refusal-alert"));
const say = (text) => { said.textContent = text; };
const confirmed = confirmation(document.getElementById("confirm"));

forgetKey();

let state = page.state;
let presence = {};
let away;

const kinds = kindsOf();
const tell = { say, refuse: refusalAlert.show };
const results = past(root, { show: draw, refuse: refusalAlert.show });
const parts = [
  actions(document.querySelector(".actions"), { control, reveal, end }),
  order(document.querySelector(".order"), { control, confirmed, ...tell }),
  beside(document.querySelector(".beside"), document.querySelector(".indicators"), { control, kinds, say }),
  mirror(document),
  switches(document, { control }),
  rehearsal(document.querySelector(".rehearsing"), tell),
  ending(document.querySelector(".over"), { control, say }),
  quiet(document.querySelector(".actions .quiet"), { say }),
  results,
  room(document.querySelector(".pills"), alert(document.getElementById("wall-alert"))),
  announcer(say),
  goodbye(document.querySelector(".over")),
];
for (const button of document.querySelectorAll("[data-quick]")) {
  button.addEventListener("click", () => control("quick", { what: button.dataset.quick }));
}
const drawn = [
  stage(document.getElementById("stage"), { control, kinds }),
  drawing(document.querySelector(".drawing"), { control }),
];
menus();
pairing(document.getElementById("pairing"), document.querySelectorAll("[data-pair]"), alert(document.getElementById("pairing-news")));
letters.switchedBy(document.getElementById("letters"));
document.querySelector("[data-end]").addEventListener("click", end);
document.querySelector("[data-keys]").addEventListener("click", () => document.getElementById("keys").showModal());
// Where somebody reads a dialog, a menu or the running order, keys are not the clicker's.
for (const place of document.querySelectorAll("dialog, .top, .order")) {
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") event.stopPropagation();
  });
}

const connection = connect({
  auth: { code: state.session.code, role: "facilitator" },
  state(message) {
    wear(message.session.theme);
    state = message;
    draw();
  },
  results(message) {
    const { answered, results: figures } = message;
    const standing = state.standing.map((each) => (each.id === message.poll ? { ...each, answered, results: figures } : each));
    state = { ...state, standing };
    if (message.poll === state.poll?.id && message.round === state.poll.round) {
      state = { ...state, results: message };
    }
    draw();
  },
  presence(message) {
    presence = message;
    draw();
  },
  reactions: reactionCounts(document.querySelector(".reaction-counts"), REACTIONS_MS),
  away() {
    away ??= setTimeout(() => {
      root.toggleAttribute("data-away", true);
      serverAlert.show(words("away"), { lasting: true });
    }, GRACE_MS);
  },
  back() {
    clearTimeout(away);
    away = undefined;
    if (root.toggleAttribute("data-away", false) || serverAlert.shown()) say(words("back"));
    serverAlert.clear();
    presence = {};
    draw();
  },
  refused() {
    serverAlert.show(words("refused"), { lasting: true });
  },
});
keys({
  state: () => state,
  control,
  manages: true,
  mayReveal,
  more: moderationKeys({ state: () => state, control }),
});
draw();

function draw() {
  root.dataset.status = state.session.status;
  root.toggleAttribute("data-rehearsal", state.session.rehearsal);
  title.textContent = typographic(state.session.title);
  for (const part of parts) part.show(state, presence);
  for (const part of drawn) part.show(results.of(state), presence);
}

/** Does `action`, and says whether the server did; what was seen goes with it, so that one that comes
    too late changes nothing. */
async function control(action, details = {}) {
  if (root.hasAttribute("data-away")) return false;
  const { poll } = state;
  const seen = { poll: poll?.id ?? null, round: poll?.round, drawn: poll?.drawn };
  try {
    const { ok, message } = await connection.send("control", { action, ...seen, ...details });
    if (ok) refusalAlert.clear();
    else refusalAlert.show(message);
    return ok;
  } catch {
    refusalAlert.show(words("unanswered"));
    return false;
  }
}

/** Few answers may point at people: whoever shows them has thought of it. */
function mayReveal() {
  const n = (state.results?.answered ?? 0) + (state.results?.by_hand?.ballots ?? 0);
  return !isFew(n) || confirmed({ title: words("few_title", { n }), text: words("few_text"), yes: words("few_yes") });
}

async function reveal() {
  if (await mayReveal()) control("reveal");
}

async function end() {
  if (await confirmed(endOf(state))) control("end");
}

/** The key that opened this page is in the cookie by now; the address may be seen or shared. */
function forgetKey() {
  const address = new URL(location.href);
  if (!address.searchParams.has("key")) return;
  address.searchParams.delete("key");
  history.replaceState(history.state, "", address);
}
