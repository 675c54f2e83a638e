// Whether the server is there: a sign when it has been silent for too long, gone when it is back.

import { language, typographic, words } from "../js/page.js";

const GRACE_MS = 2000;
const BEAT_MS = 2000;
const ACK_MS = 4000;

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });

export function heart(sign) {
  let timer;
  let alive = new Date();
  const lose = () => {
    sign.hidden = false;
    sign.textContent = typographic(words("lost", { time: clock.format(alive) }));
  };
  const away = () => {
    timer ??= setTimeout(lose, GRACE_MS);
  };
  const back = () => {
    clearTimeout(timer);
    timer = undefined;
    sign.hidden = true;
  };
  return {
    away,
    back,
    isLost: () => !sign.hidden,
    /** Tells the server every two seconds that this wall lives, and listens for its answer. */
    beat(connection) {
      let heard = performance.now();
      let silent = false;
      setInterval(() => {
        if (!connection.connected()) {
          heard = performance.now();
          return;
        }
        if (!silent && performance.now() - heard > ACK_MS) {
          silent = true;
          lose();
        }
        connection.send("beat", {}).then(() => {
          heard = performance.now();
          alive = new Date();
          if (silent) back();
          silent = false;
        }, () => {});
      }, BEAT_MS);
    },
  };
}
