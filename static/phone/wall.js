// The wall's twin on a phone: what is projected as text, tables and large type, in step with it.

import { follow } from "../js/follow.js";
import { connect } from "../js/live.js";
import { page, words } from "../js/page.js";
import { memory } from "./memory.js";

const COUNTS_EVERY_MS = 10_000; // said aloud; they are there to be read at any time
const SIZES = [1, 1.25, 1.5, 1.8, 2.2, 2.7];

const part = (id) => document.getElementById(id);
const participant = memory("sessionStorage", `matinale.${page.code}.participant`);
const place = part("projected");
const show = follow(place);
let rev = page.rev;
let counted = { text: place.dataset.count, at: 0 };
let counting = null;

const live = connect({
  auth: () => ({ code: page.code, role: "attendee", participant: participant.read() ?? undefined }),
  state(message) {
    if (message.participant) participant.write(message.participant);
  },
  wall: receive,
  async back() {
    says("connected");
    rev = -1; // the server may be another by now
    const now = await live.send("watch", { wall: true }).catch(() => null);
    if (now?.ok) receive(now);
  },
  away: () => says("offline"),
  refused: () => says("refused"),
});

function says(connection) {
  part("connection").dataset.connection = connection;
  part("connection-said").textContent = words(connection);
}

function receive({ rev: newest, html }) {
  if (newest < rev) return;
  rev = newest;
  const before = place.dataset.now;
  show(html);
  setFormulas();
  if (place.dataset.now !== before) announce(place.dataset.now);
  else count();
}

/** What changes with each vote is said now and then, the newest of it. */
function count() {
  if (place.dataset.count === counted.text || counting) return;
  counting = setTimeout(() => {
    counting = null;
    if (place.dataset.count !== counted.text) announce(place.dataset.count);
  }, Math.max(0, counted.at + COUNTS_EVERY_MS - Date.now()));
}

function announce(text) {
  counted = { text: place.dataset.count, at: Date.now() };
  const line = document.createElement("p");
  line.textContent = text;
  part("announcements").replaceChildren(line);
}

const size = memory("localStorage", "matinale.size");

function resize(step) {
  const at = Math.min(SIZES.length - 1, Math.max(0, (size.read() ?? 0) + step));
  size.write(at);
  document.documentElement.style.setProperty("--size", SIZES[at]);
  for (const button of part("sizes").querySelectorAll("button")) {
    const end = button.dataset.step === "1" ? SIZES.length - 1 : 0;
    button.setAttribute("aria-disabled", String(at === end));
  }
}

part("sizes").hidden = false;
part("sizes").addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button) resize(Number(button.dataset.step));
});
resize(0);
setFormulas();

async function setFormulas() {
  if (!place.querySelector(".math:not(:has(.katex))")) return;
  (await import("../js/formulas.js")).setFormulas(place);
}
