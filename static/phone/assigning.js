// Items that are each given a choice, by a list or by radio buttons whose values are "item=choice".
// What is chosen is sent at once, with all that was chosen before: an item may stay open. What is not
// sent yet differs from `defaultSelected` or `defaultChecked`.

/** `row(item, choices)` makes an item's fields; `vote({item: choice})` gets null to withdraw. */
export function assigning(list, { row, vote }) {
  const fieldset = list.closest("fieldset");
  const options = () => [...list.querySelectorAll('input[type="radio"], option:not([value=""])')];
  const [on, given] = [
    (option) => option.selected ?? option.checked,
    (option) => option.defaultSelected ?? option.defaultChecked,
  ];
  const unsent = () => options().some((option) => on(option) !== given(option));
  const chosen = () => Object.fromEntries(options().filter(on).map(({ value }) => value.split("=")));
  const send = () => vote(Object.keys(chosen()).length ? chosen() : null);

  let drawn;

  fieldset.querySelector("[data-part=send]").remove();
  list.addEventListener("change", send);
  // Chosen before this script had arrived, and the button that would have sent it is gone.
  if (!fieldset.disabled && unsent()) queueMicrotask(send);

  return {
    /** `items` and `choices` are lists of {id, text}. */
    show({ items, choices, answer, locked }) {
      const texts = JSON.stringify([items, choices]);
      if (texts !== drawn) {
        drawn = texts;
        const rows = items.map((item) => row(item, choices));
        if (said([...list.children]) !== said(rows)) list.replaceChildren(...rows);
      }
      const kept = !locked && unsent() ? chosen() : (answer ?? {});
      for (const option of options()) {
        const [item, choice] = option.value.split("=");
        mark(option, answer?.[item] === choice, kept[item] === choice);
      }
      for (const select of list.querySelectorAll("select")) {
        if (!options().some((option) => option.parentNode === select && on(option))) select.value = "";
      }
    },
  };
}

/** What stands in rows, to tell whether those that the server drew are still true. */
const said = (rows) =>
  JSON.stringify(
    rows.map((row) =>
      [...row.querySelectorAll("label, .item, option, input")].map(({ value, textContent }) => [
        value,
        textContent.replace(/\s+/g, ""),
      ]),
    ),
  );

/** Writes only what changes: a list that is open on a phone closes where it is written to. */
function mark(option, given, on) {
  const [isGiven, isOn] = option.matches("option") ? ["defaultSelected", "selected"] : ["defaultChecked", "checked"];
  if (option[isGiven] !== given) option[isGiven] = given;
  if (option[isOn] !== on) option[isOn] = on;
}
