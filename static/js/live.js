// The one live connection of a screen: what comes in order, what goes out, and coming back.

import { io } from "../vendor/socket.io.esm.min.js";

const ACK_WAIT_MS = 8000;

/**
 * Connects with `auth` and hands on messages. Those older than what the screen has are dropped;
 * the first `state` after a connection replaces everything.
 *
 * `away()` tells that the server is lost, `back()` that it is here again, `refused(name)` that
 * it will not have us; after "session-full" it goes on trying.
 */
export function connect({ auth, state, results, presence, reactions, wall, away, back, refused }) {
  // Where a host sees how a question will look, the form hands on what is to be shown.
  const stage = window.frameElement?.stage;
  if (stage) return stage({ state, presence, back });
  const socket = io({
    auth: (give) => give(typeof auth === "function" ? auth() : auth),
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4000,
  });
  let rev = -1;
  const heard = new Map();

  socket.on("connect", () => {
    rev = -1;
    back?.();
  });
  socket.on("disconnect", (reason) => {
    away?.();
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1000);
  });
  socket.on("connect_error", (error) => {
    if (socket.active) {
      away?.();
      return;
    }
    refused?.(error.message);
    if (error.message === "session-full") setTimeout(() => socket.connect(), 2000 + 4000 * Math.random());
  });
  socket.on("state", (message) => {
    if (message.rev < rev) return;
    rev = message.rev;
    heard.clear();
    state(message);
  });
  // Each question has its figures at its own pace.
  socket.on("results", (message) => {
    if (message.rev < Math.max(rev, heard.get(message.poll) ?? 0)) return;
    heard.set(message.poll, message.rev);
    results?.(message);
  });
  socket.on("presence", (message) => presence?.(message));
  socket.on("wall", (message) => wall?.(message));
  socket.on("reactions", ({ counts }) => reactions?.(counts));
  window.addEventListener("online", () => socket.connect());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) socket.connect();
  });

  return {
    connected: () => socket.connected,
    /** The acknowledgement of `event`; rejects where none comes in time. */
    send: (event, payload) => socket.timeout(ACK_WAIT_MS).emitWithAck(event, payload),
  };
}
