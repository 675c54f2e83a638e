// The fields of a profile: a nickname, a team to choose or one that was given, a place.

import { words } from "../js/page.js";

/** `form` as templates/phone/_profile.html has it. */
export function profileFields(form) {
  const asks = (name) => form.querySelector(`[data-asks="${name}"]`);
  const nickname = form.querySelector("#nickname");
  const site = form.querySelector("#site");
  const picks = form.querySelector(".picks");
  const template = form.querySelector("template");
  const given = asks("given").querySelector("b");
  const button = form.querySelector("button");
  let stored = {};

  const team = () => form.querySelector("[name=team]:checked")?.value ?? null;

  /** The teams and places there are, which a host may still change. */
  function offer(session, chosen) {
    const teams = chosen ? session.teams : [];
    const drawn = [...picks.querySelectorAll("input")].map(({ value }) => value);
    if (drawn.join("\n") !== teams.join("\n")) picks.replaceChildren(...teams.map(pick));
    const sites = ["", ...(session.sites ?? [])];
    if ([...site.options].map(({ value }) => value).join("\n") === sites.join("\n")) return;
    site.replaceChildren(...sites.map((name) => new Option(name)));
    site.value = stored.site ?? "";
  }

  function pick(name) {
    const label = template.content.firstElementChild.cloneNode(true);
    label.querySelector("input").value = name;
    label.querySelector("input").checked = name === stored.team;
    label.querySelector("span").textContent = name;
    return label;
  }

  return {
    first: () => [...form.elements].find((field) => field.name && field.offsetParent !== null),
    /** Whether something is written there that is not stored: a choice is sent at once. */
    begun: () => nickname.value.trim() !== (stored.nickname ?? ""),
    said: () => ({
      ...(asks("nickname").hidden ? {} : { nickname: nickname.value }),
      ...(asks("team").hidden || !team() ? {} : { team: team() }),
      ...(asks("site").hidden ? {} : { site: site.value }),
    }),
    /** `waiting`: what stands in the fields is on its way, and newer than what is stored. */
    show(session, profile, waiting) {
      const before = stored;
      stored = profile;
      const balanced = session.teams_by === "balanced";
      asks("nickname").hidden = !session.nicknames;
      asks("team").hidden = !session.teams || balanced;
      asks("given").hidden = !session.teams || !balanced;
      asks("site").hidden = !session.sites;
      button.hidden = ["nickname", "team", "site"].every((name) => asks(name).hidden);
      offer(session, session.teams && !balanced);
      given.textContent = stored.team ?? words("me_no_team");
      if (waiting) return;
      const untouched = nickname.value.trim() === (before.nickname ?? "");
      if (untouched && document.activeElement !== nickname) nickname.value = stored.nickname ?? "";
      if (stored.site !== before.site) site.value = stored.site ?? "";
      for (const input of picks.querySelectorAll("input")) {
        if (stored.team !== before.team) input.checked = input.value === stored.team;
      }
    },
  };
}
