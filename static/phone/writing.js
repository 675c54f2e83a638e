// Fields to write in, with a button that sends and one that withdraws. templates/phone/_fields.html
// has the buttons. A field's `defaultValue` is the answer as given: what differs is a draft.

/**
 * `fields()` are the inputs; `vote(texts)` gets what is written in them, and an empty list to
 * withdraw. Blank ones are left out, unless each field stands for something of its own: `apart`.
 */
export function writing(root, { fields, empty, vote, apart = false }) {
  const part = (name) => root.querySelector(`[data-part=${name}]`);

  root.addEventListener("input", () => complain(""));
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const texts = button === part("withdraw") ? [] : written();
    if (button === part("send") && !texts.length && !given()) return complain(empty);
    fields().forEach((field, place) => (field.value = texts[place] ?? ""));
    vote(texts);
  });

  const written = () => {
    const texts = fields().map((field) => field.value.trim());
    const filled = texts.filter(Boolean);
    return apart && filled.length ? texts : filled;
  };
  const given = () => fields().some((field) => field.defaultValue);
  const complain = (message) => fields()[0].setCustomValidity(message);

  return {
    /** `texts` are the answer as given. What was typed and not sent stays. */
    show(texts) {
      const kept = fields().some((field) => field.value !== field.defaultValue);
      fields().forEach((field, place) => {
        field.defaultValue = texts[place] ?? "";
        if (!kept) field.value = field.defaultValue;
      });
      const withdraw = part("withdraw");
      const focused = document.activeElement === withdraw;
      withdraw.hidden = !given();
      if (focused && withdraw.hidden) part("send").focus();
    },
  };
}
