// Reactions: a tap sends one to the wall. They are of the moment: without a connection there are
// none, and nothing waits.

import { words } from "../js/page.js";

const APART_MS = 250;
const REST_MS = 2000; // after the server said that it is too much
const SAID_MS = 4000; // a row of the same is announced once

/** `live()` is the connection; `announce(text)` tells a screen reader. */
export function reactions(row, { live, announce }) {
  let last = 0;
  let resting = false;
  let said = { what: null, at: 0 };

  row.addEventListener("click", async ({ target }) => {
    const button = target.closest("button");
    const now = Date.now();
    if (!button || resting || now - last < APART_MS || !live().connected()) return;
    last = now;
    const { reaction } = button.dataset;
    rise(button);
    const ack = await live().send("react", { reaction }).catch(() => null);
    if (ack?.error === "too-many") rest();
    else if (ack?.ok) tell(reaction, button.textContent.trim(), now);
  });

  function tell(what, name, at) {
    if (what !== said.what || at - said.at > SAID_MS) announce(words("reacted", { name }));
    said = { what, at };
  }

  /** Restarts the movement that says that it is sent. */
  function rise(button) {
    button.removeAttribute("data-sent");
    requestAnimationFrame(() => button.toggleAttribute("data-sent", true));
  }

  function rest() {
    resting = true;
    row.toggleAttribute("data-resting", true);
    announce(words("too_many_reactions"));
    setTimeout(() => {
      resting = false;
      row.toggleAttribute("data-resting", false);
    }, REST_MS);
  }

  return {
    show(offered) {
      row.hidden = !offered;
    },
  };
}
