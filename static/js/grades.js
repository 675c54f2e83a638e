// The numbers of a scale, what they stand for, and how they are laid out to choose from.
// templates/phone/_grades.html and templates/kinds/scale.html say the same.

const IN_A_ROW = 6;

/** The numbers from `min` to `max`. */
export const numbers = ({ min, max }) => Array.from({ length: max - min + 1 }, (_, place) => min + place);

/** What number `n` stands for, in the host's words, or "". */
export function labelOf({ min, max, labels = {} }, n) {
  const place = { [min]: "low", [(min + max) / 2]: "middle", [max]: "high" }[n];
  return labels[place] ?? "";
}

/** How many of `n` numbers stand side by side, so that all rows are about as long. */
export function columns(n) {
  const rows = Math.ceil(n / IN_A_ROW);
  return Math.ceil(n / rows);
}
