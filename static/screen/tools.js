// Full screen and the list of keys: there while somebody moves, out of the picture otherwise.

const IDLE_MS = 3000;
const FIRST_MS = 8000;

export function tools() {
  const root = document.documentElement;
  let timer;
  const wake = (time) => {
    root.dataset.awake = "";
    clearTimeout(timer);
    timer = setTimeout(() => delete root.dataset.awake, time);
  };
  document.addEventListener("pointermove", () => wake(IDLE_MS));
  document.querySelector('[data-tool="full"]').addEventListener("click", fullScreen);
  // A button that was clicked would keep the space bar for itself.
  document.querySelector(".tools").addEventListener("click", ({ detail }) => {
    if (detail > 0) document.activeElement.blur();
  });
  wake(FIRST_MS);
  return { fullScreen };
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}
