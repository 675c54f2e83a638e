// A second press for what may point at people: nobody opens a dialog with a clicker.

import { isFew } from "../js/figures.js";

const SHOWN_MS = 6000;

/** A function that says whether results may show: the first press only shows `notice`. */
export function sure(notice, answered) {
  let timer;
  return () => {
    clearTimeout(timer);
    const asked = !notice.hidden;
    notice.hidden = asked || !isFew(answered());
    timer = setTimeout(() => { notice.hidden = true; }, SHOWN_MS);
    return notice.hidden;
  };
}
