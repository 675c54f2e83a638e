// Full screen, the list of keys and a host's bar: there while somebody moves, out of the picture
// otherwise, and at once with Escape.

const IDLE_MS = 4000;
const FIRST_MS = 8000;

export function tools() {
  const root = document.documentElement;
  const bar = document.querySelector(".tools");
  let timer;
  const sleep = () => delete root.dataset.awake;
  const wake = (time) => {
    root.dataset.awake = "";
    clearTimeout(timer);
    timer = setTimeout(sleep, time);
  };
  const hide = () => {
    if (bar.contains(document.activeElement)) document.activeElement.blur();
    clearTimeout(timer);
    sleep();
  };
  for (const sign of ["pointermove", "pointerdown"]) document.addEventListener(sign, () => wake(IDLE_MS));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Tab") wake(IDLE_MS);
    // What lies above it closes first, by the browser.
    if (key === "Escape" && !document.querySelector("dialog[open], :popover-open")) hide();
  });
  bar.querySelector('[data-tool="full"]').addEventListener("click", fullScreen);
  // A button that was clicked would keep the space bar for itself.
  bar.addEventListener("click", ({ detail, target }) => {
    if (target.closest('[data-tool="hide"]')) hide();
    else if (detail > 0) document.activeElement.blur();
  });
  wake(FIRST_MS);
  return { fullScreen };
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}
