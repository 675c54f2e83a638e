// The host's phone as a remote: a link shown in a dialog that closes once it was used, or is over.

import { language, typographic, words } from "../js/page.js";

const ASK_EVERY_MS = 2000;
const clock = new Intl.DateTimeFormat(language, { timeStyle: "short" });

/** `openers` open the dialog; `news` tells what became of it, an alert that lasts. */
export function pairing(dialog, openers, news) {
  const form = dialog.querySelector("form");
  const fields = () => new FormData(form);
  let offer = null;
  let timer;

  for (const opener of openers) opener.addEventListener("click", open);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", withdraw);

  async function open() {
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields() });
      if (!answer.ok) throw new Error(answer.statusText);
      offer = await answer.json();
    } catch {
      news.show(words("pairing_failed"));
      return;
    }
    dialog.querySelector(".picture").replaceChildren(pictureOf(offer.picture));
    dialog.querySelector("[data-slot=address]").textContent = offer.address;
    const used = offer.used.map(({ device, at }) => {
      const item = document.createElement("li");
      item.textContent = typographic(words("paired_at", { device: nameOf(device), time: clock.format(new Date(at)) }));
      return item;
    });
    dialog.querySelector(".used").hidden = used.length === 0;
    dialog.querySelector(".used ul").replaceChildren(...used);
    dialog.showModal();
    timer = setTimeout(ask, ASK_EVERY_MS);
  }

  async function ask() {
    let told = { open: true };
    try {
      const answer = await fetch(`${form.action}/${offer.name}`);
      if (answer.ok) told = await answer.json();
    } catch {
      // The server is away: it is asked again.
    }
    if (!offer) return;
    if (told.open) {
      timer = setTimeout(ask, ASK_EVERY_MS);
      return;
    }
    offer = null;
    dialog.close();
    if (told.device) news.show(words("paired", { device: nameOf(told.device) }), { tone: "good" });
    else news.show(words("pairing_over"), { tone: "" });
  }

  /** A link that nobody looks at any more opens nothing. */
  function withdraw() {
    clearTimeout(timer);
    dialog.querySelector(".picture").replaceChildren();
    dialog.querySelector("[data-slot=address]").textContent = "";
    if (!offer) return;
    fetch(`${form.action}/${offer.name}/withdraw`, { method: "POST", body: fields() }).catch(() => {});
    offer = null;
  }
}

const nameOf = (device) => (device === "?" ? words("unknown_device") : device);

function pictureOf(text) {
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}
