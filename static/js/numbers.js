// Numbers that people type and read, as their language writes them. polling/kinds/number.py reads
// them alike.

import { language, typographic } from "./page.js";

const PLACES = 6; // how many decimals count
const TYPED = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

const writer = (maximumFractionDigits, useGrouping) => new Intl.NumberFormat(language, { maximumFractionDigits, useGrouping });
// "min2": four digits stand without a space, so that a year reads as one.
const grouped = writer(PLACES, "min2");
const plain = writer(PLACES, false);
const [tens, ones, parts] = [1, 2, 4].map((digits) => writer(digits, "min2"));

/** The number that `text` is, with a comma or a point and spaces between the thousands, or null. */
export function read(text) {
  const bare = text.replace(/\s/g, "").replace(/[−–]/g, "-");
  return TYPED.test(bare) ? Number(Number(bare.replace(",", ".")).toFixed(PLACES)) : null;
}

/** A number to be read. */
export const said = (value) => grouped.format(value);

/** A number as somebody would type it. */
export const typed = (value) => plain.format(value).replace("\u2212", "-");

/** A figure made of many numbers, with the decimals that are worth reading. */
export function figure(value) {
  const size = Math.abs(value);
  return (size >= 10 ? tens : size >= 1 ? ones : parts).format(value);
}

/** `text` and what it counts. */
export function measured(text, unit) {
  if (!unit) return text;
  return typographic(language === "en" && unit === "%" ? `${text}%` : `${text}\u00a0${unit}`);
}

/** What can be answered, in a sentence or two: templates/kinds/_numbers.html says the same. */
export function expected({ min, max, step }, words) {
  const both = min !== undefined && max !== undefined;
  const sentences = [
    both && words("number_between", { least: said(min), most: said(max) }),
    !both && min !== undefined && words("number_from", { least: said(min) }),
    !both && max !== undefined && words("number_up_to", { most: said(max) }),
    step !== undefined && (step === 1 ? words("number_whole") : words("number_steps", { step: said(step) })),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What is wrong with `value` as an answer, or "". */
export function complaint(value, { min, max, step }, words) {
  if (value === null) return words("number_expected");
  if (min !== undefined && value < min) return words("number_least", { least: said(min) });
  if (max !== undefined && value > max) return words("number_most", { most: said(max) });
  if (step === undefined) return "";
  const base = min ?? 0;
  const steps = Math.round((value - base) / step);
  const at = (place) => Number((base + place * step).toFixed(PLACES));
  if (at(steps) === value) return "";
  const nearest = at(max !== undefined && at(steps) > max ? steps - 1 : steps);
  return words("number_step", { step: said(step), nearest: said(nearest) });
}
