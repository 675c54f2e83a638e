// Numbers that count up to what they say.

import { number } from "./page.js";

const DURATION_MS = 420;
const REVEAL_MS = 800; // what was not to be known until now: as long as its bar grows
const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * A function that lets `element` count from what it shows now to the value it is given; null is
 * for what is not to be known, and leaves nothing in the page at once.
 */
export function counter(element) {
  let shown = 0;
  let target;
  let frame;
  const write = (value) => {
    shown = value;
    element.textContent = number(value);
  };
  return (value) => {
    if (value === target) return;
    const duration = target === null ? REVEAL_MS : DURATION_MS;
    target = value;
    cancelAnimationFrame(frame);
    if (value === null) {
      shown = 0;
      element.textContent = "";
      return;
    }
    if (still.matches || document.hidden) {
      write(value);
      return;
    }
    const from = shown;
    const start = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, now - start) / duration);
      write(Math.round(from + (value - from) * (1 - (1 - part) ** 3)));
      if (part < 1) frame = requestAnimationFrame(step);
    };
    write(from);
    frame = requestAnimationFrame(step);
  };
}
