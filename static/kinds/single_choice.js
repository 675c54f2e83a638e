import { choices } from "../phone/choices.js";

// phone: the form fields.
export function phone(root, { vote }) {
  const list = choices(root, ([chosen]) => vote(chosen));
  return {
    show({ poll, answer, locked }) {
      list.show(poll.content.options, answer === null ? [] : [answer], locked);
    },
  };
}

// wall: the results.
export { bars as wall } from "../js/bars.js";

// editor: its rows of options.
export const editor = (root) => import("../js/option_editor.js").then((module) => module.editOptions(root));
