// How sure somebody is of an answer: asked beside the answer, sent along with it, changeable alone.

const part = (id) => document.getElementById(id);

/** `changed(certainty)` is called when it is said. */
export function certainty(changed) {
  const fieldset = part("certainty");
  const inputs = [...fieldset.querySelectorAll("input")];
  fieldset.addEventListener("change", () => changed(said()));

  const said = () => inputs.find((input) => input.checked)?.value ?? null;

  return {
    said,
    show({ poll, stored, locked }) {
      fieldset.hidden = !poll?.settings.certainty;
      fieldset.disabled = locked;
      const key = poll && `${poll.id}:${poll.round}`;
      // What was said here stays while the question does; a new one begins with what is stored.
      if (fieldset.dataset.place === key && said()) return;
      fieldset.dataset.place = key;
      for (const input of inputs) input.checked = input.value === stored;
    },
  };
}
