import { choices } from "../phone/choices.js";

// phone: the form fields. Too few or too many are not sent: the fields are invalid and say why.
export function phone(root, { words, vote }) {
  const list = choices(root, choose);
  const hint = root.querySelector(".hint");
  const bounds = { least: 1, most: Infinity };

  function choose(chosen) {
    const { least, most } = bounds;
    const few = chosen.length > 0 && chosen.length < least;
    const complaint = few
      ? words("multiple_more", { n: least })
      : chosen.length > most ? words("multiple_fewer", { n: most }) : "";
    complain(complaint);
    if (!complaint) vote(chosen.length ? chosen : null);
  }

  const complain = (message) => list.inputs()[0].setCustomValidity(message);

  return {
    show({ poll, answer, locked }) {
      const offered = poll.content.options.length;
      bounds.least = Math.max(poll.settings.min, 1);
      bounds.most = poll.settings.max ?? offered;
      hint.textContent = choosing(bounds, offered);
      list.show(poll.content.options, answer ?? [], locked);
      if (locked) complain("");
    },
  };

  function choosing({ least, most }, offered) {
    if (least === most) return words("multiple_exactly", { n: most });
    if (least === 1 && most === offered) return words("multiple_any");
    return words("multiple_between", { min: least, max: most });
  }
}

// wall: the results.
export { bars as wall } from "../js/bars.js";

// editor: its rows of options.
export const editor = (root) => import("../js/option_editor.js").then((module) => module.editOptions(root));
