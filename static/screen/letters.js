// Shortcuts of one letter or sign can be switched off, for good on this browser: who speaks to the
// computer, or whose hand slips, would press them without meaning it (WCAG 2.1.4).

const KEPT = "letters";

let off = kept() === "off";

export const letters = {
  on: () => !off,
  /** `box` is the checkbox that says so. */
  switchedBy(box) {
    box.checked = !off;
    box.addEventListener("change", () => {
      off = !box.checked;
      try {
        localStorage.setItem(KEPT, off ? "off" : "on");
      } catch {
        // A browser that keeps nothing: it holds until the page is left.
      }
    });
  },
};

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
