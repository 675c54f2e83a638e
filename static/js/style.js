// A style sheet that comes after its page.

/**
 * Done once the sheet at `address` holds, or cannot be had: without it a page can still be used.
 * `first`: the sheets that came with the page build on it.
 */
export function styled(address, { first = false } = {}) {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.onload = done;
    link.onerror = done;
    (first ? document.querySelector("link[rel=stylesheet]") : document.getElementById("dark")).before(link);
  });
}
