// A bare Socket.IO server, as one writes it in an hour: everything in memory, nothing stored.
//
// It speaks what bench needs of docs/protocol.md and does nothing that Socket.IO does not need:
// rooms, one emit for everybody, no compression. Over HTTP it makes polls and says its numbers.

import { createServer } from "node:http";
import { Server } from "socket.io";

const [host, port] = process.argv.slice(2);
const CODE = "BENCH2";
const RESULTS_EVERY_MS = 100;

const polls = new Map();
let current = null;
let rev = 0;
let changed = false;

const http = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://node");
  const answer = {
    "/connections": () => io.engine.clientsCount,
    "/counts": () => polls.get(Number(searchParams.get("poll"))).counts,
    "/polls": () => made(searchParams.get("live") === "yes", searchParams.getAll("option")),
  }[pathname];
  response.statusCode = answer ? 200 : 404;
  response.end(JSON.stringify(answer ? answer() : null));
});

const io = new Server(http, {
  perMessageDeflate: false,
  serveClient: false,
  pingInterval: 25_000,
  pingTimeout: 20_000,
});

io.use((socket, next) => {
  next(socket.handshake.auth.code === CODE ? undefined : new Error("session-not-found"));
});

io.on("connection", (socket) => {
  const { role } = socket.handshake.auth;
  socket.join(role);
  socket.emit("state", state());
  if (role === "attendee") {
    const own = new Map();
    socket.on("vote", (vote, acknowledge) => acknowledge(cast(own, vote)));
  }
  if (role === "facilitator") {
    socket.on("control", (control, acknowledge) => acknowledge(transition(control)));
  }
});

setInterval(() => {
  if (!changed) return;
  changed = false;
  const { id, round, answered, counts } = current;
  const message = { rev, poll: id, round, answered, results: { counts } };
  (current.live ? io : io.to("screen").to("facilitator")).emit("results", message);
}, RESULTS_EVERY_MS);

http.listen(Number(port), host, 4096);

function made(live, options) {
  const id = polls.size + 1;
  const counts = Object.fromEntries(options.map((option) => [option, 0]));
  polls.set(id, { id, live, options, counts, answered: 0, round: 0, status: "ready" });
  return id;
}

/** `own`: what this connection has answered, by poll; voting again replaces. */
function cast(own, { poll, round, answer }) {
  const asked = polls.get(poll);
  if (asked?.status !== "open") return { ok: false, error: "poll-closed" };
  if (asked.round !== round) return { ok: false, error: "wrong-round" };
  if (!(answer in asked.counts)) return { ok: false, error: "answer-invalid" };
  if (own.has(poll)) asked.counts[own.get(poll)] -= 1;
  else asked.answered += 1;
  own.set(poll, answer);
  asked.counts[answer] += 1;
  changed = true;
  return { ok: true };
}

function transition({ action, poll }) {
  current = polls.get(poll);
  current.status = action === "open" ? "open" : "closed";
  if (action === "open") current.round = 1;
  rev += 1;
  io.emit("state", state());
  return { ok: true };
}

/** The same for everybody, and as long as Matinale's. */
function state() {
  return {
    rev,
    view: current ? "poll" : "join",
    session: {
      code: CODE,
      title: "Bench",
      language: "fr",
      status: "live",
      rehearsal: false,
      polls: polls.size,
      join_url: `http://${host}:${port}/${CODE}`,
      address: `${host}:${port}`,
    },
    participant: null,
    poll: current && {
      id: current.id,
      kind: "single_choice",
      title: "Une question ?",
      position: current.id,
      round: current.round,
      status: current.status,
      results_shown: true,
      content: { options: current.options.map((id) => ({ id, text: `Option ${id}` })) },
      settings: { results: "shown", phones: current.live ? "live" : "closed" },
      closes_at: null,
    },
    answer: null,
    results: current && current.status === "closed" ? shown(current) : null,
  };
}

function shown({ answered, counts }) {
  return { answered, results: { counts } };
}
