/** The verdict on a typed number. */
import { compile } from "../core/expression.js";
import { format } from "../core/formatting.js";
import { letters, read } from "./reading.js";
import { ofMistakes, phrase, SENTENCES, verdict } from "./sentences.js";
import { filled } from "./texts.js";

/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./texts.js").Numbers} Numbers */
/** @typedef {[name: string, value: number, deep: boolean]} WrongNumber */

const FACTORS = [2, 0.5, 10, 0.1, 100, 0.01];
const ROUNDED = 4;
const FLOOR = 1e-6;
const OTHER = "other:";

/** @param {number} one @param {number} other @param {number} tolerance relative */
export const near = (one, other, tolerance) =>
  Math.abs(one - other) <= tolerance * Math.max(Math.abs(other), FLOOR);

/** The number that was typed; NaN where there is none. @param {string} text */
export function typedNumber(text) {
  const { tree, strangers } = read(text, []);
  return tree === undefined || strangers?.length ? NaN : compile(tree, [])(new Float64Array());
}

/**
 * What the author of an exercise says of a slip that has no name; null where all have one.
 * @param {string[]} names @param {Numbers} known
 */
export function ofAuthor(names, known) {
  const told = names.find((name) => name.startsWith(OTHER));
  return told === undefined
    ? null
    : verdict("wrong", [filled(told.slice(OTHER.length).trim(), known)]);
}

/**
 * @param {string} text @param {number} right
 * @param {{wrong: WrongNumber[], tolerance: number, known: Numbers, rules: Rules}} options
 * @returns {Verdict}
 */
export function judgeNumber(text, right, options) {
  const reading = read(text, []);
  if (reading.verdict) return reading.verdict;
  if (reading.strangers.length) {
    return verdict("unfinished", [
      phrase("number-letters", { letters: letters(reading.strangers) }),
    ]);
  }
  const yours = typedNumber(text);
  if (near(yours, right, options.tolerance)) return verdict("correct", [phrase("correct")]);
  if (!Number.isFinite(yours)) return verdict("unknown", [phrase("no-number")]);
  return ofWrong(yours, right, options);
}

/**
 * @param {number} yours
 * @param {number} right
 * @param {{wrong: WrongNumber[], tolerance: number, known: Numbers, rules: Rules}} options
 * @returns {Verdict}
 */
function ofWrong(yours, right, { wrong, tolerance, known, rules }) {
  const found = wrong.filter(
    ([, value]) => near(yours, value, tolerance) && !near(value, right, tolerance),
  );
  const whole = found.filter(([, , deep]) => !deep);
  const names = (whole.length ? whole : found).map(([name]) => name);
  const told = ofAuthor(names, known);
  if (told) return told;
  if (names.length) return ofMistakes(names, rules);
  if (near(yours, right, ROUNDED * tolerance))
    return verdict("rounded", [phrase("number-rounded")]);
  const factor = FACTORS.find((times) => right !== 0 && near(yours, times * right, tolerance));
  if (factor !== undefined)
    return verdict("scaled", [phrase("number-scaled", { factor: format(factor) })]);
  return verdict("unknown", [tooMuch(yours, right)]);
}

/** @param {number} yours @param {number} right */
function tooMuch(yours, right) {
  if (yours * right < 0) return phrase("number-sign");
  return phrase("number-unknown", {
    yours: format(yours),
    side: SENTENCES[yours > right ? "large" : "small"],
  });
}
