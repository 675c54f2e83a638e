// Parts of the phone that few sessions need: their modules are fetched once they are, or once
// nothing else is to be fetched. The first view stays small, and nothing is missing later.

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

/** Fetches what nobody has asked for yet. */
export const fetchAll = () => Promise.all(all.map((fetch) => fetch()));
