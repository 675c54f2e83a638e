// What this phone remembers, as JSON: in the browser's storage, or in the page where the browser
// refuses storage, so that voting never depends on it.

const instead = new Map();

function area(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/** Forgets all whose key begins so, on the phone and in this tab. */
export function emptied(prefix) {
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      const kept = area(name);
      Object.keys(kept).filter((key) => key.startsWith(prefix)).forEach((key) => kept.removeItem(key));
    } catch {
      // A browser that refuses storage has kept nothing.
    }
  }
}

/** Memory under `key` in "localStorage" (the phone) or "sessionStorage" (the tab). */
export function memory(name, key) {
  const place = `${name} ${key}`;
  return {
    read() {
      if (instead.has(place)) return instead.get(place);
      try {
        return JSON.parse(area(name).getItem(key));
      } catch {
        return null;
      }
    },
    write(value) {
      instead.delete(place);
      try {
        if (value === null) area(name).removeItem(key);
        else area(name).setItem(key, JSON.stringify(value));
      } catch {
        if (value !== null) instead.set(place, value);
      }
    },
    /** Calls `handle` when another tab of this phone writes here. */
    watch(handle) {
      window.addEventListener("storage", (event) => event.key === key && handle());
    },
  };
}
