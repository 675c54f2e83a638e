// Whether the server is there: a sign when it has been silent for too long, gone when it is back.

const GRACE_MS = 2000;
const BEAT_MS = 2000;
const ACK_MS = 4000;

export function heart(sign) {
  let timer;
  const away = () => {
    timer ??= setTimeout(() => { sign.hidden = false; }, GRACE_MS);
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
          sign.hidden = false;
        }
        connection.send("beat", {}).then(() => {
          heard = performance.now();
          if (silent) back();
          silent = false;
        }, () => {});
      }, BEAT_MS);
    },
  };
}
