// What somebody says of themselves, where the session asks: a form while no question is there, and
// behind a button in the header at any time. What was begun is never taken away or moved.

import { profileFields } from "./profile_fields.js";
import { words } from "../js/page.js";

const part = (id) => document.getElementById(id);

/** So that a hall that comes in at once does not ask for its teams at once. */
const PATIENCE_MS = 2000;

/** `live()` is the connection; `changed(profile)` is told what is stored, `announce` what to say. */
export function profile({ live, changed, announce }) {
  const section = part("profile");
  const form = section.querySelector("form");
  const home = section.querySelector("h2");
  const told = form.querySelector("[role=status]");
  const sheet = part("profile-sheet");
  const opener = button(document.querySelector(".me"));
  const fields = profileFields(form);
  let waiting = null;
  let teamAsked = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.activeElement.blur(); // a phone's keyboard has done its work
    save();
    sheet.close();
  });
  form.addEventListener("input", () => (told.textContent = ""));
  form.addEventListener("change", save);
  opener.addEventListener("click", () => {
    if (section.hidden) {
      sheet.querySelector("div").append(form); // as it stands, with what was begun in it
      sheet.showModal();
    } else {
      section.scrollIntoView({ block: "center" });
      fields.first()?.focus();
    }
  });
  sheet.addEventListener("close", () => home.after(form));
  sheet.querySelector("[data-close]").addEventListener("click", () => sheet.close());

  function save() {
    waiting = fields.said();
    deliver();
  }

  async function deliver() {
    const sent = waiting;
    if (!sent) return;
    told.textContent = words(live().connected() ? "me_saving" : "me_waiting");
    if (!live().connected()) return;
    const ack = await live().send("profile", sent).catch(() => null);
    if (waiting !== sent) return; // something else was said meanwhile
    if (!ack) {
      told.textContent = words(live().connected() ? "me_again" : "me_waiting");
      return;
    }
    waiting = null;
    told.textContent = ack.ok ? words("me_saved") : ack.message;
    if (section.hidden && !sheet.open) announce(told.textContent);
    if (ack.ok) changed(ack.profile);
  }

  /** Where the server fills the teams, whoever comes is given one. */
  function askForTeam() {
    teamAsked = true;
    setTimeout(async () => {
      const ack = await live().send("profile", {}).catch(() => null);
      if (ack?.ok) changed(ack.profile);
      else teamAsked = false;
    }, Math.random() * PATIENCE_MS);
  }

  return {
    /** After the connection was away. */
    deliver,
    /** `place` is "join", "question" or "away", where nothing is asked any more. */
    show({ session, stored, place }) {
      const asked = Boolean(session.nicknames || session.teams || session.sites);
      part("unasked").hidden = Boolean(session.nicknames);
      opener.hidden = !asked || place === "away";
      if (!asked) {
        section.hidden = true;
        return;
      }
      fields.show(session, stored ?? {}, waiting !== null);
      const said = [stored?.nickname, stored?.team, stored?.site].filter(Boolean).join(" · ");
      opener.querySelector("bdi").textContent = said || words(invitation(session));
      opener.toggleAttribute("data-said", Boolean(said));
      if (place === "away") sheet.close();
      section.hidden = place === "away" || sheet.open || (place === "question" && !fields.begun());
      const balanced = session.teams_by === "balanced" && session.teams;
      if (balanced && stored && !stored.team && !teamAsked && live().connected()) askForTeam();
    },
  };
}

function invitation({ nicknames, teams }) {
  if (nicknames) return "me_nickname";
  return teams ? "me" : "me_site";
}

/** With a script running, the link to the form is a button that opens it. */
function button(link) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = link.className;
  element.hidden = link.hidden;
  element.setAttribute("aria-haspopup", "dialog");
  element.append(...link.childNodes);
  link.replaceWith(element);
  return element;
}
