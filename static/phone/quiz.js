// What a quiz needs on the phone, or a session that asks people about themselves: fetched when it is
// needed, since most sessions are neither.

import { page } from "../js/page.js";

/** `given` goes to quiz_parts.js. */
export function quiz(given) {
  let parts = null;
  let coming = null;
  let shown = null;

  async function fetch() {
    if (page.quiz_style) style(page.quiz_style);
    const { quizParts } = await import("./quiz_parts.js");
    parts = quizParts(given);
    parts.show(shown);
  }

  return {
    /** After the connection was away. */
    deliver: () => parts?.deliver(),
    /** `state`; the poll `onScreen`; whether the session is `gone` for this phone. */
    show(now) {
      shown = now;
      if (parts) parts.show(now);
      else if (needed(now.state)) coming ??= fetch().catch(() => (coming = null)); // or with the next state
    },
  };
}

const needed = ({ session, score, points, ranking }) =>
  Boolean(session.nicknames || session.teams || session.sites || ranking) || points !== undefined || typeof score === "number";

function style(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.getElementById("dark").before(link);
}
