// Formulas: KaTeX sets what stands between dollars, and is loaded only where there is something
// to set. Screen readers get the same as MathML.

// Put together here, so that no page that has no formula fetches it ahead of its need.
const FOLDER = new URL("../vendor/katex/", import.meta.url).href;
const OPTIONS = { throwOnError: false, errorColor: "inherit", strict: false, maxSize: 20, maxExpand: 200 };

let loading;

/** Sets the formulas within `root`; done when the promise is. Without KaTeX, TeX stays. */
export async function setFormulas(root) {
  const formulas = [...root.querySelectorAll(".math")];
  if (!formulas.length) return;
  loading ??= load();
  try {
    const katex = await loading;
    for (const formula of formulas) {
      katex.render(formula.textContent, formula, { ...OPTIONS, displayMode: formula.localName === "div" });
    }
    await document.fonts.ready;
  } catch {
    loading = undefined; // the network may be back for the next one
  }
}

function load() {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = `${FOLDER}katex.css`;
  document.head.append(sheet);
  const styled = new Promise((resolve, reject) => {
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", reject);
  });
  // A script of the kind that leaves its name behind.
  return Promise.all([import(`${FOLDER}katex.js`), styled]).then(() => globalThis.katex);
}
