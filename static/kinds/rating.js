import { columns } from "../js/grades.js";
import { typographic } from "../js/page.js";
import { choices } from "../phone/choices.js";

// phone: the form fields.
export function phone(root, { words, vote }) {
  const row = root.querySelector(".stars");
  const chosen = root.querySelector(".stars-said");
  const ends = root.querySelectorAll(".ends span");
  const list = choices(root, ([stars]) => vote(Number(stars)));
  return {
    show({ poll, answer, locked }) {
      const { stars } = poll.settings;
      const { low = "", high = "" } = poll.content.labels ?? {};
      const options = Array.from({ length: stars }, (_, place) => ({
        id: String(place + 1),
        text: words("rating_stars", { n: place + 1, of: stars }),
      }));
      row.dataset.columns = columns(stars);
      list.show(options, answer === null ? [] : [String(answer)], locked);
      ends[0].textContent = typographic(low);
      ends[2].textContent = typographic(high);
      chosen.textContent = answer === null ? "" : words("rating_stars", { n: answer, of: stars });
    },
  };
}

// wall: the results.
export { stars as wall } from "../js/stars.js";
