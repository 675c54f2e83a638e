// A line that interrupts: said at once by screen readers, and there until it is dismissed.

import { typographic, words } from "../js/page.js";

/** `place` is an empty element with role="alert"; each `show` replaces what stands there. */
export function alert(place) {
  const clear = () => place.replaceChildren();
  return {
    clear,
    shown: () => place.childElementCount > 0,
    /** `link` is `{text, href}`; a `lasting` alert goes only when its cause does; what is no harm has
        another `tone`. */
    show(text, { link, lasting = false, tone = "bad" } = {}) {
      const line = document.createElement("div");
      line.className = `notice ${tone}`;
      const sentence = document.createElement("p");
      sentence.textContent = typographic(text);
      line.append(sentence);
      if (link) line.append(opener(link));
      if (!lasting) line.append(dismissal(clear));
      place.replaceChildren(line);
    },
  };
}

function opener({ text, href }) {
  const link = document.createElement("a");
  link.className = "button small";
  link.href = href;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = text;
  return link;
}

function dismissal(clear) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small";
  button.textContent = words("dismiss");
  button.addEventListener("click", clear);
  return button;
}
