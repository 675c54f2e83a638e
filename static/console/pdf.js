// A PDF in the host's browser: opened, read, and drawn page by page. Only the page that adds slides
// loads this; pdf.js and what it needs come from this server.

const HOME = new URL("../vendor/pdfjs/", import.meta.url);
const BROKEN = { PasswordException: "locked", InvalidPDFException: "not_a_pdf", FormatError: "not_a_pdf" };

/** Opens a file. What cannot be opened is an Error whose message is the key of the reason's words. */
export async function opened(file) {
  const pdfjs = await import("../vendor/pdfjs/pdf.mjs").catch(() => { throw new Error("unread"); });
  pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdf.worker.mjs", HOME).href;
  const task = pdfjs.getDocument({
    data: await file.arrayBuffer(),
    cMapUrl: new URL("cmaps/", HOME).href,
    standardFontDataUrl: new URL("standard_fonts/", HOME).href,
    wasmUrl: new URL("wasm/", HOME).href,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: true, // half a page would be taken for the whole
  });
  try {
    return await task.promise;
  } catch ({ name }) {
    throw new Error(BROKEN[name] ?? "unread");
  }
}

/** A canvas with the page drawn so that its longer side has `longest` px. `signal` calls it off. */
export async function drawn(page, longest, signal) {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longest / Math.max(width, height) });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = page.render({ canvas, viewport });
  const stop = () => task.cancel();
  signal.addEventListener("abort", stop);
  try {
    await task.promise;
  } finally {
    signal.removeEventListener("abort", stop);
  }
  signal.throwIfAborted();
  return canvas;
}
