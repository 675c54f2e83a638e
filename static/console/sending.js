// Forms sent without leaving the page.

import { words } from "../js/page.js";

/** Gives a function that tells whether the server did it: it answers with a redirect, as to a plain
 * form. Otherwise `refuse(text)` is called. */
export function sending(refuse) {
  return async (address, fields) => {
    try {
      const answer = await fetch(address, { method: "POST", body: fields, redirect: "manual" });
      if (answer.type === "opaqueredirect") return true;
    } catch {
      // The same as any other answer that is not the expected one.
    }
    refuse(words("not_done"));
    return false;
  };
}
