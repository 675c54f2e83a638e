// Phone and wall while a question is written. Their pages are the real ones; instead of a connection
// they have this module, which asks the server how things would stand if the form were saved.

const RESTS_MS = 350; // without a key pressed, before the server is asked
const ROOM = "(width >= 75rem)"; // beside the form

/** `section` is console/_preview.html, about `form`. */
export function preview(form, section) {
  const moments = section.querySelectorAll("[name=moment]");
  const waits = section.querySelector(".waits");
  const frames = [...section.querySelectorAll("iframe")];
  const shown = new Map();
  let newest = null;
  let told = "";
  let due;

  section.hidden = false;
  for (const frame of frames) {
    const { screen } = frame.dataset;
    // static/js/live.js asks for it.
    frame.stage = (page) => {
      shown.set(screen, page);
      queueMicrotask(() => {
        page.back?.();
        hand(screen);
      });
      return { connected: () => true, send: async () => ({ ok: true }) };
    };
    new ResizeObserver(([{ contentRect }]) => {
      frame.style.setProperty("--scale", contentRect.width / frame.clientWidth);
    }).observe(frame.parentElement);
  }

  const later = () => {
    clearTimeout(due);
    due = setTimeout(look, RESTS_MS);
  };
  for (const event of ["input", "change", "click"]) form.addEventListener(event, later);
  for (const moment of moments) moment.addEventListener("change", look);
  section.addEventListener("toggle", () => {
    if (!section.open) return;
    for (const frame of frames) frame.src ||= frame.dataset.src;
    look();
  });
  section.open = matchMedia(ROOM).matches;

  /** Asks how it would look, where that has changed. */
  async function look() {
    if (!section.open) return;
    const voted = [...moments].some(({ checked, value }) => checked && value);
    const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    const asking = `${voted} ${fields}`;
    if (asking === told) return;
    told = asking;
    let answer;
    try {
      const said = await fetch(section.dataset.states + (voted ? "&voted" : ""), { method: "POST", body: fields });
      answer = { ok: said.ok, ...(await said.json()) };
    } catch {
      told = ""; // without the server, what was seen last stays
      return;
    }
    if (asking !== told) return; // there is newer
    waits.hidden = answer.ok;
    if (!answer.ok) {
      waits.textContent = waits.dataset.waits.replace("%(why)s", () => answer.message);
      return;
    }
    newest = answer;
    for (const screen of shown.keys()) hand(screen);
  }

  function hand(screen) {
    if (!newest) return;
    const page = shown.get(screen);
    page.presence?.(newest.presence);
    page.state(newest[screen]);
  }
}
