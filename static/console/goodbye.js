// Once the session has ended: how long phones can still take something home from this laptop.

import { words } from "../js/page.js";
import { slot } from "../screen/slots.js";

const EVERY_MS = 20000;
const MINUTE_MS = 60000;

export function goodbye(section) {
  const line = slot(section, "kept");
  let until = null;
  let survey = false;

  function write() {
    const left = until ? Math.ceil((Date.parse(until) - Date.now()) / MINUTE_MS) : 0;
    line.hidden = left <= 0;
    if (left > 0) line.textContent = `${words("kept", { n: left })} ${survey ? words("kept_survey") : ""}`;
  }

  setInterval(write, EVERY_MS);
  return {
    show({ session, standing }) {
      until = session.kept_until;
      survey = standing.some(({ status }) => status === "open");
      write();
    },
  };
}
