import { columns } from "../js/columns.js";
import { counter } from "../js/counting.js";
import { percent, words } from "../js/page.js";

const PACES = ["fast", "right", "slow", "lost"];
const COUNTS_MS = 3 * 60 * 1000;

const sum = (counts) => PACES.reduce((total, pace) => total + counts[pace], 0);

// phone: a button each. An answer that counts no longer is not shown as one.
export function phone(root, { vote }) {
  const buttons = [...root.querySelectorAll(".pace")];
  let said = null; // the answer, and until when it counts
  let given;
  let timer;

  root.querySelector(".paces").addEventListener("click", (event) => {
    const button = event.target.closest(".pace");
    if (!button) return;
    event.preventDefault(); // the form is for browsers without this script
    const { pace } = button.dataset;
    const withdraws = said === pace;
    given = undefined; // said again, it counts anew
    vote(withdraws ? null : pace);
  });

  function press(pace) {
    said = pace;
    for (const button of buttons) button.setAttribute("aria-pressed", button.dataset.pace === pace);
  }

  return {
    show({ answer }) {
      if (answer === given) return;
      given = answer;
      clearTimeout(timer);
      press(answer);
      if (answer !== null) timer = setTimeout(() => press(null), COUNTS_MS);
    },
  };
}

// wall: the results, of those who spoke up lately.
export function wall(root, { screen }) {
  const list = root.querySelector(".tempo");
  const base = root.querySelector(".base");
  const arrange = columns(root, list, screen);
  const rows = [...list.children].map((element) => ({
    pace: element.dataset.pace,
    count: counter(element.querySelector(".count")),
    share: element.querySelector(".share"),
    bar: element.querySelector(".bar"),
  }));

  return {
    show({ results }) {
      const total = results ? sum(results.counts) : 0;
      list.dataset.results = results ? "shown" : "hidden";
      for (const { pace, count, share, bar } of rows) {
        const votes = results?.counts[pace] ?? 0;
        count(results && votes);
        share.textContent = percent(votes, total);
        requestAnimationFrame(() => requestAnimationFrame(() =>
          bar.style.setProperty("--part", total ? votes / total : 0)));
      }
      base.textContent = results ? words(total ? "tempo_base" : "tempo_silent", { n: total, minutes: results.minutes }) : "";
      arrange(Boolean(results));
    },
  };
}

/** What a host has at hand while it is open: the four counts, and who is lost above all. */
export function indicator(root, { say }) {
  const blank = document.querySelector('#wall-templates > template[data-kind="tempo"]').content;
  const list = document.createElement("ul");
  list.className = "paces-now";
  const rows = [...blank.querySelectorAll("li")].map((row) => {
    const element = document.createElement("li");
    const [name, count] = ["span", "b"].map((tag) => document.createElement(tag));
    element.dataset.pace = row.dataset.pace;
    element.dataset.option = row.dataset.option;
    name.textContent = row.querySelector(".text").textContent;
    element.append(row.querySelector(".pace-sign").cloneNode(true), name, count);
    list.append(element);
    return { element, count };
  });
  root.replaceChildren(list);
  let before = 0;

  return {
    show({ counts }) {
      for (const { element, count } of rows) {
        count.textContent = counts[element.dataset.pace];
        element.toggleAttribute("data-none", !counts[element.dataset.pace]);
      }
      const { lost } = counts;
      if (lost > before) say(words("tempo_grows", { n: lost }));
      before = lost;
    },
  };
}
