// Parts of the phone that few sessions need: their modules are fetched once they are, or once
// nothing else is to be fetched. The first view stays small, and nothing is missing later.

import { styled } from "../js/style.js";

const all = [];

/**
 * `load()` imports a module, `make(module)` makes the part of it; `ready()` is called when it is
 * there. Gives a function that returns the part, or null while it is not there; its argument says
 * whether it is needed.
 */
export function later(load, make, ready) {
  let part = null;
  let coming = null;

  function fetch() {
    coming ??= load().then(
      (module) => {
        part = make(module);
        ready();
      },
      () => { coming = null; }, // the network may be back the next time
    );
    return coming;
  }

  all.push(fetch);
  return (needed) => {
    if (needed) fetch();
    return part;
  };
}

/** A style sheet that the page's own build on; its address is null where the page has it. */
export function laterSheet(address) {
  let here = !address;
  let coming = null;
  const fetch = () => (coming ??= styled(address, { first: true }).then(() => { here = true; }));
  if (!here) all.push(fetch);
  return { here: () => here, fetch };
}

/** Fetches what nobody has asked for yet. */
export const fetchAll = () => Promise.all(all.map((fetch) => fetch()));
