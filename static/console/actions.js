// The bar that runs the session: one primary action that is always the right next step, and the rest.
// A wall's presenter bar is one too, with fewer buttons, and knows less of the session.

import { words } from "../js/page.js";

const SETTLING_MS = 600; // a second press of a double click must not do the step after this one

/** What a quiz puts on the wall, and takes off it again. */
const VIEWS = {
  certainty: ["display", { what: "certainty" }],
  results: ["display", { what: "" }],
  ranking: ["ranking", { on: true }],
  question: ["ranking", { on: false }],
};

export function actions(bar, { control, reveal, end }) {
  const primary = bar.querySelector("[data-step]");
  const [shown, extend, stop, reopen, revote, sure, ranking, previous, next] = [
    "shown", "extend", "stop_countdown", "open", "revote", "certainty", "ranking", "previous", "next",
  ].map((name) => bar.querySelector(`[data-action="${name}"]`) ?? document.createElement("button"));
  const meanings = new Map([
    [extend, "extend"], [stop, "stop_countdown"], [reopen, "open"], [revote, "revote"], [previous, "previous"], [next, "next"],
  ]);
  const useless = new Set();
  const settling = new Map();

  bar.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const action = meanings.get(button);
    if (!action || button.getAttribute("aria-disabled") === "true") return;
    settle(button);
    if (action === "end") end();
    else if (action === "reveal") reveal();
    else control(...(VIEWS[action] ?? [action, action === "extend" ? { seconds: 30 } : {}]));
  });

  /** Deaf for a moment: it was pressed, or means something else from now on. */
  function settle(button) {
    clearTimeout(settling.get(button));
    settling.set(button, setTimeout(() => {
      settling.delete(button);
      enable(button);
    }, SETTLING_MS));
    enable(button);
  }

  // Not `disabled`, which would take the focus away.
  function enable(button) {
    button.setAttribute("aria-disabled", useless.has(button) || settling.has(button));
  }

  function means(button, action, label) {
    if (meanings.get(button) !== action) settle(button);
    meanings.set(button, action);
    button.textContent = label;
  }

  function allow(button, useful) {
    if (useful) useless.delete(button);
    else useless.add(button);
    enable(button);
  }

  return {
    show(state) {
      const { poll, next_step: step, session } = state;
      const focused = bar.contains(document.activeElement);
      bar.hidden = !step;
      if (bar.hidden) return;
      const voted = Boolean(poll) && poll.status !== "ready";
      const change = poll?.results_shown ? "hide" : "reveal";
      means(primary, step, words(label(state)));
      means(shown, change, words(change));
      shown.hidden = !voted || step === "reveal";
      extend.hidden = poll?.status !== "open";
      stop.hidden = !poll?.closes_at;
      reopen.hidden = poll?.status !== "closed";
      revote.hidden = !voted || step === "revote" || poll.standing;
      const [isSure, isRanking] = [poll?.display === "certainty", state.view === "ranking"];
      means(sure, isSure ? "results" : "certainty", words(isSure ? "results_again" : "show_certainty"));
      sure.hidden = isRanking || !poll?.settings.certainty || poll.status !== "closed" || !poll.results_shown;
      means(ranking, isRanking ? "question" : "ranking", words(isRanking ? "question_again" : "show_ranking"));
      ranking.hidden = !isRanking && !hasRanking(state);
      previous.hidden = !poll;
      next.hidden = !poll || step === "next";
      allow(previous, poll?.position > 1);
      allow(next, poll?.standing || poll?.position < session.polls);
      if (focused && document.activeElement?.hidden !== false) primary.focus();
    },
  };
}

/** Whether anybody can have points, under a name that can be shown. */
function hasRanking({ session, poll, running_order: lines }) {
  const named = session.nicknames || session.teams;
  const known = lines ?? (poll ? [{ points: poll.settings.points, has_right_answers: true, status: poll.status }] : []);
  return Boolean(named) && known.some(({ points, has_right_answers: right, status }) => points && right && status === "closed");
}

function label({ poll, next_step: step, running_order: lines = [] }) {
  if (step === "next" && !poll) return "step_first";
  const line = lines.find(({ id }) => id === poll?.id);
  if (step === "close" && poll.results_shown && line?.has_right_answers) return "step_close_right";
  return `step_${step}`;
}

/** What is asked before the session ends, as confirmation.js has it: an open vote is named. */
export function endOf({ poll, standing }) {
  const open = [poll, ...standing].find((each) => each?.status === "open");
  const named = open ? [words("end_open", { title: open.title })] : [];
  return { title: words("end_title"), text: [...named, words("end_text")].join(" "), yes: words("end_yes") };
}
