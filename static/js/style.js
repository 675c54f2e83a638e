// A style sheet that comes after its page.

/** Done once the sheet at `address` holds, or cannot be had: without it a page can still be used. */
export function styled(address) {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.onload = done;
    link.onerror = done;
    document.getElementById("dark").before(link);
  });
}
