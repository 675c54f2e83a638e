import { choices } from "../phone/choices.js";

const options = Array.from({ length: 11 }, (_, n) => ({ id: String(n), text: String(n) }));

// phone: the form fields. The server has drawn them: they are the same for every question.
export function phone(root, { vote }) {
  const list = choices(root, ([chosen]) => vote(Number(chosen)));
  return {
    show({ answer, locked }) {
      list.show(options, answer === null ? [] : [String(answer)], locked);
    },
  };
}

// wall: the results.
export { promoters as wall } from "../js/promoters.js";
