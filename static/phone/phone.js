// The attendee's phone: what the server says, what was answered here, and whether the two met.

import { withBase } from "../js/figures.js";
import { kinds as kindsOf } from "../js/kinds.js";
import { connect } from "../js/live.js";
import { page, words } from "../js/page.js";
import { styled } from "../js/style.js";
import { ABSTAINED, abstained, asList, longestWait, ownAnswer, withVote, withWait } from "./answers.js";
import { delivery } from "./delivery.js";
import { drafts as draftsOf } from "./draft.js";
import { fetchAll, later, laterSheet } from "./later.js";
import { memory } from "./memory.js";
import { question as questionOf } from "./question.js";
import { recorded, sentences } from "./sentences.js";
import { quoted, screen } from "./screen.js";
import { waitingVotes } from "./waiting.js";

const SLOW_MS = 2500;

const kinds = kindsOf();
await kinds.here;
// The server counts votes that come as a plain form by its own clock, which is given to the second:
// a vote given here afterwards must not count as older.
const waiting = waitingVotes(page.code, Date.parse(page.server_time) + 1000 - Date.now());
const drafts = draftsOf(page.code);
const form = document.getElementById("form");
const abstain = document.getElementById("abstain");
const question = questionOf({
  kinds,
  drafts,
  vote: (answer, slot) => vote(state.poll, answer, slot),
  form,
  section: document.getElementById("results"),
});
const announce = (text) => screen.announce(text);
const beside = later(() => import("./beside.js"), (module) => module.beside({
  kinds,
  drafts,
  vote,
  own: (poll) => ownAnswer(poll, state.own?.[poll.id], waiting),
  waitsOf,
  live: () => live,
}), draw);
const certainty = later(() => import("./certainty.js"), (module) => module.certainty(() => {
  // Said after the answer: it goes along with it, once more.
  const answer = state.poll && ownAnswer(state.poll, state.answer, waiting);
  if (answer !== null && !abstained(answer)) vote(state.poll, answer);
}), draw);
const quiz = later(quizModule, (module) => module.quizParts({
  live: () => live,
  announce,
  changed(stored) {
    state = { ...state, profile: stored };
    draw();
  },
}), draw);
const reactions = later(
  () => import("./reactions.js"),
  (module) => module.reactions(document.getElementById("reactions"), { live: () => live, announce }),
  draw,
);
const goodbye = later(
  () => import("./goodbye.js"),
  (module) => module.goodbye(document.getElementById("goodbye"), page.code),
  draw,
);
const clock = later(() => import("../js/countdown.js"), (module) =>
  module.countdown(document.getElementById("countdown"), (left) => {
    if (left === 10) announce(words("ten_seconds"));
    if (left === 0) draw();
  }), draw);
const vibration = later(() => import("./vibration.js"), ({ tremble }) => tremble, () => {});
const drawing = laterSheet(page.drawing);
const tabs = "BroadcastChannel" in window ? new BroadcastChannel(`matinale.${page.code}`) : null;

let state = page.state;
let coming = null; // the newest state, which may wait for its kind
let connection = "connecting";
let refusedAs = null;
let refusal = "";
let withdrawn = false;

// A frame in another site's page has no cookie: there the tab keeps who it is.
const participant = memory("sessionStorage", `matinale.${page.code}.participant`);

const live = connect({
  auth: () => ({ code: page.code, role: "attendee", participant: participant.read() ?? undefined }),
  state: receive,
  results({ poll, round, ...figures }) {
    beside()?.results({ poll, ...figures });
    if (!isCurrent({ poll, round })) return;
    state = { ...state, results: figures.results && figures };
    draw();
  },
  back() {
    connection = "connected";
    refusedAs = null;
    post.startOver();
    quiz()?.deliver();
    draw();
  },
  away() {
    connection = "offline";
    draw();
  },
  refused(name) {
    // The key is erased by now: the page itself says what that means.
    if (name === "session-not-found" && state.view === "end") location.reload();
    refusedAs = name;
    connection = "refused";
    draw();
  },
});

const post = delivery({
  waiting,
  live,
  recorded(vote) {
    tabs?.postMessage(vote);
    vibration()?.();
    settled(vote);
    screen.announce(vote.answer === null ? words("withdrawn") : vote.waits ? words("unread") : recorded(vote.answer));
  },
  notCounted(vote) {
    screen.warn(words("not_counted", { title: quoted(vote.title) }));
    draw();
  },
  refused(vote, message) {
    if (isCurrent(vote)) refusal = message;
    draw();
    question.restoreDraft();
    screen.announce(message);
  },
});

function isCurrent({ poll, round }) {
  return state.poll?.id === poll && state.poll.round === round;
}

/** The server's word. A poll that leaves the wall stays on the phone until the next one comes. */
function receive(message) {
  coming = message;
  if (message.participant) participant.write(message.participant);
  if (message.session.theme?.sheet !== state.session.theme?.sheet) {
    import("../js/look.js").then(({ wear }) => wear(message.session.theme));
  }
  const kind = message.poll?.kinds.find((name) => !kinds.has(name));
  const lacks = kind ? kinds.fetch(kind) : lacksDrawing(message) && drawing.fetch();
  if (lacks) {
    lacks.then(() => coming === message && receive(message));
    return;
  }
  const before = state;
  state = message;
  if (!message.poll && before.poll && message.view !== "end") {
    const { poll, answer, results, score } = before;
    state = { ...message, poll, answer, results, score, closes_in: undefined, between: true };
  }
  const stays = before.poll && isCurrent({ poll: before.poll.id, round: before.poll.round });
  if (!stays || state.poll.status !== before.poll.status) {
    refusal = "";
    withdrawn = false;
  }
  draw();
  beside()?.refresh();
  if (state.poll && state.poll.id !== before.poll?.id) {
    scrollTo(0, 0);
    vibration()?.();
  }
  screen.announceChange(before, state);
}

function settled(vote) {
  drafts.forget(vote.poll);
  state = { ...state, waits: withWait(state.waits, vote) };
  if (isCurrent(vote)) {
    state = { ...state, answer: withVote(state.poll, state.answer, vote) };
    withdrawn = vote.answer === null;
  }
  const standing = state.standing.find(({ id }) => id === vote.poll);
  if (standing) {
    const own = { ...state.own, [vote.poll]: withVote(standing, state.own?.[vote.poll], vote) };
    state = { ...state, own };
  }
  draw();
}

/** The slots of one's own that a host has to read first. */
function waitsOf(poll) {
  return state.waits?.[poll.id] ?? [];
}

function vote(poll, answer, slot = "") {
  const { id, round, title, settings } = poll;
  refusal = "";
  const sure = settings.certainty ? { certainty: certainty()?.said() ?? null } : {};
  waiting.add({ poll: id, round, slot, answer, title, ...sure });
  post.deliver();
  draw();
  setTimeout(draw, SLOW_MS);
}

function phase() {
  if (state.view === "end") return "ended";
  if (!state.poll) return "joined";
  if (!state.poll.asks) return "shown";
  return state.between ? "between" : state.poll.status;
}

function draw() {
  const { poll } = state;
  const { session } = state;
  clock(poll?.closes_at)?.show(poll?.closes_at, state.closes_in);
  const own = poll && longestWait(poll, waiting);
  const slow = own && (!live.connected() || Date.now() - own.since >= SLOW_MS);
  const answer = poll ? ownAnswer(poll, state.answer, waiting) : null;
  const now = phase();
  const onScreen = now === "ended" || refusedAs ? null : poll;
  const locked = now !== "open" || Boolean(clock()?.over());
  const given = abstained(answer) ? null : answer;
  const waits = poll ? waitsOf(poll) : [];
  question.show({ poll: onScreen, answer: given, locked, results: withBase(state.results), waits });
  certainty(poll?.settings.certainty)?.show({ poll: onScreen, stored: state.certainty, locked });
  abstain.hidden = !onScreen?.settings.abstain || now !== "open";
  abstain.disabled = locked;
  abstain.setAttribute("aria-pressed", abstained(answer));
  goodbye(now === "ended")?.show(now === "ended" && !refusedAs, session.kept_until);
  const gone = now === "ended" || Boolean(refusedAs);
  quiz(isQuiz(state))?.show({ state, onScreen, gone });
  beside(state.standing.length)?.show(refusedAs ? [] : state.standing.filter(({ id }) => id !== onScreen?.id));
  reactions(session.reactions)?.show(!gone && session.reactions);
  screen.show({ state, poll: onScreen, phase: now, connection, refusedAs });
  screen.tell(
    sentences({
      phase: now,
      answer: asList(poll, answer),
      results: state.results,
      connected: connection !== "offline",
      waiting: own && (slow ? "held" : "sending"),
      unsent: onScreen !== null && question.unsent(),
      refusal: onScreen ? question.complaint() || refusal : "",
      withdrawn,
      unread: waits.length > 0,
    }),
  );
}

abstain.addEventListener("click", () => {
  const withdraws = abstain.getAttribute("aria-pressed") === "true";
  vote(state.poll, withdraws ? null : ABSTAINED);
});
waiting.watch(draw);
tabs?.addEventListener("message", ({ data }) => (data.passed ? location.reload() : settled(data)));
for (const event of ["input", "click"]) form.addEventListener(event, draw);
draw();
/** A session that asks people about themselves, or counts points. */
function isQuiz({ session, score, points, ranking }) {
  const asks = session.nicknames || session.teams || session.sites;
  return Boolean(asks || ranking) || points !== undefined || typeof score === "number";
}

async function quizModule() {
  const sheet = page.quiz_style ? styled(page.quiz_style) : null;
  const [module] = await Promise.all([import("./quiz_parts.js"), sheet]);
  return module;
}

/** A page that shows no results, texts, pictures and questions beside comes without their sheet. */
function lacksDrawing({ poll, results, standing }) {
  return !drawing.here() && (results || standing.length || (poll && poll.id !== page.state.poll?.id));
}

/** What comes later needs no network but the live one. */
const fetchRest = () => kinds.fetchRest().then(fetchAll);
if (document.readyState === "complete") fetchRest();
else window.addEventListener("load", fetchRest);
