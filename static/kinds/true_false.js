import { cards } from "../js/cards.js";
import { sides } from "../js/sides.js";
import { choices } from "../phone/choices.js";

// phone: two buttons, sent at once, and a field for the reason, with a button that sends both.
export function phone(root, { words, vote }) {
  const field = root.querySelector("textarea");
  const reason = root.querySelector("[data-part=reason]");
  const left = root.querySelector("#why-left");
  const send = root.querySelector("[data-part=send]");
  // `index` gives an answer the colour it has on the wall.
  const options = [
    { id: "true", text: words("answer_true"), index: 0 },
    { id: "false", text: words("answer_false"), index: 1 },
  ];
  const list = choices(root.querySelector("[data-part=sides]"), ([choice]) => {
    field.defaultValue = ""; // a reason for the other side is a draft again, and none for this one
    field.setCustomValidity("");
    vote({ choice });
  });
  field.addEventListener("input", () => {
    field.setCustomValidity("");
    count();
  });
  send.addEventListener("click", () => {
    const choice = list.inputs().find(({ checked }) => checked)?.value;
    if (!choice) return field.setCustomValidity(words("true_false_first"));
    const why = field.value.trim();
    field.value = why;
    vote(why ? { choice, why } : { choice });
  });

  function count() {
    const n = field.maxLength - field.value.length;
    left.textContent = words(field.value ? "reason_left" : "reason_longest", { n });
  }

  return {
    show({ poll, answer, locked }) {
      const { justified, moderated, max_length: longest } = poll.settings;
      list.show(options, answer === null ? [] : [answer.choice], locked);
      reason.hidden = send.hidden = !justified;
      field.disabled = !justified;
      field.maxLength = longest;
      root.querySelector("[data-part=moderated]").hidden = !moderated;
      const kept = field.value !== field.defaultValue;
      field.defaultValue = answer?.why ?? "";
      if (!kept) field.value = field.defaultValue;
      count();
    },
  };
}

// wall: both sides, and under each what people gave as their reasons.
export function wall(root, tools) {
  const frame = root.querySelector(".sides");
  const both = root.querySelector(".both-reasons");
  const more = root.querySelector(".more-reasons");
  const against = sides(root, tools);
  const words = (key, values) => tools.words(key === "entries_more" ? "reasons_more" : key, values);
  const columns = [...root.querySelectorAll(".reasons")].map((element) => ({
    choice: element.dataset.choice,
    draw: cards(element, { ...tools, words }),
  }));

  return {
    show(shown) {
      const { results } = shown;
      const entries = results?.entries ?? [];
      const pending = (results?.pending ?? []).filter(({ text }) => text);
      both.hidden = entries.length + pending.length === 0;
      frame.classList.toggle("with-reasons", !both.hidden);
      for (const { choice, draw } of columns) {
        const of = (list) => list.filter((entry) => entry.choice === choice);
        draw.show({ ...shown, results: results && { entries: of(entries), pending: of(pending), more: 0 } });
      }
      more.hidden = !results?.more;
      more.textContent = results?.more ? words("reasons_more", { n: results.more }) : "";
      against.show(shown);
    },
  };
}
