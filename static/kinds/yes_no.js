import { choices } from "../phone/choices.js";

// phone: the form fields.
export function phone(root, { words, vote }) {
  const list = choices(root, ([chosen]) => vote(chosen));
  // `index` gives an answer the colour it has on the wall.
  const options = [
    { id: "yes", text: words("answer_yes"), index: 0 },
    { id: "no", text: words("answer_no"), index: 1 },
    { id: "unsure", text: words("answer_unsure"), index: 7 },
  ];
  return {
    show({ poll, answer, locked }) {
      const offered = options.filter(({ id }) => id !== "unsure" || poll.settings.unsure);
      list.show(offered, answer === null ? [] : [answer], locked);
    },
  };
}

// wall: the results.
export { sides as wall } from "../js/sides.js";
