// What the server put into the page, and how words, numbers and French spaces are written.

export const page = JSON.parse(document.getElementById("page").textContent);
export const language = page.language;

const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });

/** The text of `key` with its %(name)s filled in; `values.n` chooses the plural form. */
export function words(key, values = {}) {
  const entry = page.words[key];
  const text = typeof entry === "object" ? (entry[plurals.select(values.n)] ?? entry.other) : entry;
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text.replace(/%\((\w+)\)s/g, (whole, name) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : (value ?? whole);
  });
}

export const number = (value) => numbers.format(value);

/** A mean, with its one decimal also where it is a whole number. */
export const decimal = (value) => decimals.format(value);

/** A share in whole percent, or "" where there is no base to share. */
export const percent = (part, whole) => (whole > 0 ? typographic(percents.format(part / whole)) : "");

/** `text` as French displays it: see polling/languages.py, which says the same for the server. */
export function typographic(text) {
  if (language !== "fr") return text;
  // No lookbehind: iPhones know it since iOS 16.4 only, and would not read this file at all.
  const afterText = (space) => (found, place, whole) => (/\S/.test(whole[place - 1] ?? "") ? space : found);
  return text
    .replace(/[ \u00a0](?=[;!?%])/g, afterText("\u202f"))
    .replace(/[ \u202f](?=:(?:\s|$))/g, afterText("\u00a0"))
    .replace(/«[ \u00a0\u202f]?/g, "«\u00a0")
    .replace(/[ \u00a0\u202f]?»/g, "\u00a0»");
}
