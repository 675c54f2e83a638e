// A short tremble, for those who look at the wall and not at their phone.

const SHORT_MS = 25;

/** Where the phone can, somebody has touched the page, and nobody asked for less motion. */
export function tremble() {
  if (!navigator.vibrate || !navigator.userActivation?.hasBeenActive) return;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  navigator.vibrate(SHORT_MS);
}
