// Passing the phone on: not while an answer waits on it to be sent, and nothing of the person before
// is left on it afterwards.

import { page } from "../js/page.js";
import { emptied, memory } from "./memory.js";

const waiting = memory("localStorage", `matinale.${page.code}.waiting`);
const part = (id) => document.getElementById(id);

function holdBack() {
  const held = waiting.read() !== null;
  part("waiting").hidden = !held;
  part("pass").querySelector("button").hidden = held;
  return held;
}

if (page.done) {
  emptied(`matinale.${page.code}.`);
  if ("BroadcastChannel" in window) new BroadcastChannel(`matinale.${page.code}`).postMessage({ passed: true });
} else {
  holdBack();
  waiting.watch(holdBack);
  part("pass").addEventListener("submit", (event) => holdBack() && event.preventDefault());
}
