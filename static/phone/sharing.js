// Points shared out among options, by steps or by typing. What remains is always in sight, and only
// the whole is sent. templates/kinds/points.html has the markup. A field's `defaultValue` is what was
// sent: what differs is a draft.

import { mark } from "../js/marks.js";
import { typographic } from "../js/page.js";

const LONG = 40; // characters from which an option has a line to itself
const STEPS = 20; // about as many taps give everything to one option

/** The phone() of points. */
export function sharing(root, { words, vote }) {
  const part = (name) => root.querySelector(`[data-part=${name}]`);
  const list = root.querySelector(".shares");
  const remainder = root.querySelector(".remainder");
  const told = remainder.querySelector("output");
  const blank = part("share").content.firstElementChild;
  const fields = () => [...list.querySelectorAll("input[type=text]")];
  const idOf = (field) => field.previousElementSibling.value.slice(0, -1);
  const pointsOf = (field) => Number(field.value);
  let total = 0;

  const left = () => total - fields().reduce((sum, field) => sum + pointsOf(field), 0);
  const unsent = () => fields().some((field) => pointsOf(field) !== Number(field.defaultValue));
  const complain = (message) => fields()[0].setCustomValidity(message);

  list.addEventListener("input", ({ target }) => {
    if (/\D/.test(target.value)) target.value = target.value.replace(/\D/g, "");
    complain("");
    tell();
  });
  list.addEventListener("focusin", ({ target }) => target.select?.());
  list.addEventListener("keydown", (event) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction || !event.target.matches("input")) return;
    event.preventDefault();
    step(event.target, direction);
  });
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.step) step(button.parentElement.querySelector("[type=text]"), Number(button.dataset.step));
    else if (button === part("send")) send();
    else if (button === part("withdraw")) withdraw();
  });

  /** To the next round number, as far as points are left. */
  function step(field, direction) {
    const [points, width] = [pointsOf(field), stepOf(total)];
    const wanted = direction > 0
      ? Math.min((Math.floor(points / width) + 1) * width, points + Math.max(left(), 0))
      : Math.max((Math.ceil(points / width) - 1) * width, 0);
    if (wanted === points) return;
    field.value = wanted || "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function send() {
    if (left() !== 0) return complain(saidOf(left()));
    for (const field of fields()) field.value = pointsOf(field) || "";
    vote(Object.fromEntries(fields().filter(({ value }) => value).map((field) => [idOf(field), pointsOf(field)])));
  }

  function withdraw() {
    for (const field of fields()) field.value = "";
    complain("");
    vote(null);
  }

  const saidOf = (points) =>
    points > 0 ? words("points_left", { n: points, total })
      : points < 0 ? words("points_over", { n: -points })
        : words("points_done", { n: total });

  function tell() {
    const points = left();
    const said = saidOf(points);
    if (told.textContent !== said) told.textContent = said;
    remainder.dataset.state = points > 0 ? "left" : points < 0 ? "over" : "done";
    root.toggleAttribute("data-unsent", unsent());
    for (const field of fields()) {
      const [fewer, more] = field.parentElement.querySelectorAll("button");
      fewer.setAttribute("aria-disabled", pointsOf(field) === 0);
      more.setAttribute("aria-disabled", points <= 0);
    }
  }

  return {
    show({ poll, answer }) {
      const { options } = poll.content;
      total = poll.settings.total;
      const kept = unsent();
      if (drawn() !== JSON.stringify(options.map(({ id, text }) => [id, typographic(text)]))) {
        list.replaceChildren(...options.map(row));
      }
      for (const field of fields()) {
        field.defaultValue = answer?.[idOf(field)] ?? "";
        if (!kept) field.value = field.defaultValue;
        name(field);
      }
      const taken = part("withdraw");
      const focused = document.activeElement === taken;
      taken.hidden = answer === null;
      if (focused && taken.hidden) part("send").focus();
      tell();
    },
  };

  function drawn() {
    return JSON.stringify(fields().map((field) => [idOf(field), textOf(field)]));
  }

  function row({ id, text }, index) {
    const element = blank.cloneNode(true);
    const field = element.querySelector("[type=text]");
    const label = element.querySelector(".text");
    element.dataset.option = index;
    element.toggleAttribute("data-long", text.length > LONG);
    element.querySelector(".mark").replaceWith(mark(index));
    label.textContent = typographic(text);
    label.htmlFor = field.id = `points-${id}`;
    field.previousElementSibling.value = `${id}=`;
    return element;
  }

  /** The buttons, which are of no use without this script. */
  function name(field) {
    const option = textOf(field);
    field.parentElement.querySelectorAll("button").forEach((button, place) => {
      button.hidden = false;
      button.setAttribute("aria-label", words(place ? "points_more" : "points_fewer", { option }));
    });
  }
}

const textOf = (field) => field.closest("li").querySelector(".text").textContent;

/** A round number: 1, 2 or 5 times a power of ten. */
function stepOf(total) {
  const power = 10 ** Math.floor(Math.log10(Math.max(total / STEPS, 1)));
  return [5, 2, 1].map((digit) => digit * power).find((width) => width * STEPS <= total) ?? 1;
}
