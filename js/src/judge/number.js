/** The verdict on a typed number. */
import { compile } from "../core/expression.js";
import { format } from "../core/formatting.js";
import { letters, read } from "./reading.js";
import { ofMistakes, phrase, SENTENCES, verdict } from "./sentences.js";
import { NUMBER } from "./rules.js";
import { filled } from "./texts.js";

/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./texts.js").Numbers} Numbers */
/**
 * @typedef {object} WrongNumber
 * @property {string} name of a mistake, or "other:" with a sentence
 * @property {number} value what it leads to
 * @property {boolean} deep told only where no other is
 * @property {boolean} [anywhere] possible in every exercise, which says nothing of its own on it
 * @property {string[]} [heads] of the expression whose slope it is
 */
/**
 * @typedef {object} Options
 * @property {WrongNumber[]} wrong
 * @property {number} tolerance
 * @property {Numbers} known
 * @property {Rules} rules
 * @property {number} [degrees] what comes out where angles are taken in degrees
 */

const TENS = [10, 0.1, 100, 0.01, 1000, 0.001];
const ROUNDED = 4;
/** Of what is rounded to one or two digits, so much may be missing. */
const COARSE = 0.1;
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
 * @param {string} text @param {number} right @param {Options} options
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
  return ofWrong(yours, right, options) ?? ofSize(text, yours, right, options);
}

/**
 * What a mistake leads to, or a slip that the exercise knows.
 * @param {number} yours @param {number} right @param {Options} options
 */
function ofWrong(yours, right, { wrong, tolerance, known, rules }) {
  const found = wrong.filter(
    ({ value }) => near(yours, value, tolerance) && !near(value, right, tolerance),
  );
  const whole = found.filter(({ deep }) => !deep),
    named = whole.length ? whole : found;
  const names = named.map(({ name }) => name);
  const told = ofAuthor(names, known);
  if (told) return told;
  const all = named.map(({ name, heads = [], anywhere }) => ({
    mistake: name,
    heads: [...heads, NUMBER],
    anywhere,
  }));
  return all.length ? ofMistakes(all, rules) : null;
}

/**
 * What can be told of a number by its size: rounded, in degrees, turned over, a factor off.
 * @param {string} text @param {number} yours @param {number} right @param {Options} options
 */
function ofSize(text, yours, right, { tolerance, degrees }) {
  const is = (/** @type {number} */ other) => right !== 0 && near(yours, other, tolerance);
  if (near(yours, right, ROUNDED * tolerance))
    return verdict("rounded", [phrase("number-rounded"), phrase("number-digits")]);
  if (isCoarse(text, yours, right))
    return verdict("rounded", [phrase("number-coarse"), phrase("number-digits")]);
  if (degrees !== undefined && is(degrees))
    return verdict("slip", [phrase("number-degrees"), phrase("number-radians")]);
  const factor = [2, 0.5, ...TENS].find((times) => is(times * right) || is(-times * right));
  const turned = [1, -1].find((sign) => is(sign / right));
  const lines = [
    turned ? phrase("number-turned", { part: format(turned) }) : "",
    factor ? factorOff(factor, is(factor * right)) : "",
  ];
  if (factor || turned) return verdict(factor ? "scaled" : "slip", lines);
  return verdict("unknown", [tooMuch(yours, right), phrase("number-next")]);
}

/** @param {number} factor @param {boolean} same sign */
function factorOff(factor, same) {
  const sentence = factor === 2 ? "twice" : factor === 0.5 ? "half" : "tens";
  const line = phrase(`number-${sentence}`, { factor: format(factor) });
  return same ? line : `${line} ${phrase("number-sign-too")}`;
}

/**
 * Is it the right number, rounded to the decimals that were typed?
 * @param {string} text @param {number} yours @param {number} right
 */
function isCoarse(text, yours, right) {
  const decimal = /^\s*[-−+]?\d+(?:\.(\d+))?\s*$/.exec(text);
  if (!decimal || Number.isInteger(right)) return false;
  const unit = 10 ** -(decimal[1]?.length ?? 0);
  return Math.abs(yours - right) <= unit / 2 && near(yours, right, COARSE);
}

/** @param {number} yours @param {number} right */
function tooMuch(yours, right) {
  if (yours * right < 0) return phrase("number-sign");
  return phrase("number-unknown", {
    yours: format(yours),
    side: SENTENCES[yours > right ? "large" : "small"],
  });
}
