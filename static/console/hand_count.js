// What the counts of a form add up to, beside what they should, while somebody types.

import { number, words } from "../js/page.js";

const form = document.getElementById("count");
const [least, most] = [Number(form.dataset.least), Number(form.dataset.most)];
const value = (name) => Number(form.elements[name].value);

function add() {
  const valid = value("ballots") - value("blank");
  for (const sum of form.querySelectorAll(".sum")) {
    const ticked = [...sum.htmlFor].reduce((total, name) => total + value(name), 0);
    const fits = least * valid <= ticked && ticked <= most * valid;
    sum.textContent = valid > 0 ? words(fits ? "sum" : "sum_off", { ticked: number(ticked), valid: number(valid) }) : "";
    sum.toggleAttribute("data-off", valid > 0 && !fits);
  }
}

form.addEventListener("input", add);
add();
