// What was typed into a form and not saved: kept in this tab, so that neither the way back, an expired
// form nor a lost server takes it away.

const NAMED = "draft ";
const RESTS_MS = 300;

/** Offers in `notice` what was kept of `form`, and keeps what is typed from now on. */
export function drafts(form, notice) {
  const key = NAMED + location.pathname + location.search;
  const begun = written(form);
  const kept = read(key);
  let due;

  // A form that came back holds it already.
  if (kept && form.dataset.unsaved === undefined && kept.fields !== begun) {
    notice.hidden = false;
    notice.querySelector("[data-take-up]").addEventListener("click", () => takeUp(form, kept.fields));
    notice.querySelector("[data-forget]").addEventListener("click", () => {
      sessionStorage.removeItem(key);
      notice.hidden = true;
      form.querySelector("textarea, input:not([type=hidden])").focus();
    });
  }
  const keep = (sent = false) => {
    clearTimeout(due);
    due = undefined;
    write(key, { fields: written(form), sent });
  };
  form.addEventListener("input", () => {
    clearTimeout(due);
    due = setTimeout(keep, RESTS_MS);
  });
  form.addEventListener("submit", () => keep(true));
  window.addEventListener("pagehide", () => due && keep());
}

/** Where a page follows on a form that was saved. */
export function forgetSent() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(NAMED) && read(key)?.sent) sessionStorage.removeItem(key);
  }
}

/** What the form says, as text; pictures that were chosen are not in it. */
function written(form) {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrf_token");
  return new URLSearchParams(fields).toString();
}

/** The server makes the form of it, as of one that was refused: rows that were added come back too. */
function takeUp(form, fields) {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.enctype = form.enctype;
  const all = [...new URLSearchParams(fields), ["csrf_token", form.elements.csrf_token.value], ["taken_up", "1"]];
  for (const [name, value] of all) {
    const field = document.createElement("textarea"); // which keeps line breaks
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  sent.hidden = true;
  document.body.append(sent);
  sent.submit();
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Without room for it, leaving the page warns all the same.
  }
}
