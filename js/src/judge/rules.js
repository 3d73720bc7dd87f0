/** What judging knows, data from ptcode: limits, local derivatives, mistakes and their stories. */
import written from "../../generated/judge.json" with { type: "json" };

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {{each?: [string, Tree, Tree], of?: string[], answer: Tree}} Template */
/**
 * @typedef {object} Words
 * @property {string} title what is done
 * @property {string} [tempts]
 * @property {string} exposed
 * @property {string[]} [of] the heads one of which the expression must have, or a link of it
 */
/** @typedef {Words | {said: string}} Told said: all that an exercise itself says of a mistake */
/**
 * @typedef {object} Own
 * @property {Told[]} [words] those that fit better than its own; the first that fit are spoken
 * @property {boolean} slip none of the twelve of Common mistakes
 * @property {Template[]} [chain] what it makes of links in a row
 * @property {Template[]} [paths] and of parts side by side
 * @property {Template[]} [links] of one link's factor, where two mistakes are made at once
 * @property {Tree[]} [besides] and of what another mistake has made
 */
/** @typedef {Words & Own} Mistake */
/** @typedef {Record<string, Told[]>} Spoken at a stage of the book or in an exercise, by mistake */
/**
 * @typedef {object} Rules
 * @property {import("../language/differentiate.js").LocalDerivatives} derivatives
 * @property {string[]} activations heads of the links whose derivative is written with their value
 * @property {Record<string, Mistake>} mistakes
 */

export const RULES = /** @type {Rules} */ (/** @type {unknown} */ (written));
/** Where judging draws its lines, in Python too: ptcode/mistakes/limits.py says what each is. */
export const LIMITS = written.limits;
/** Stands among the heads where the answer is a number. */
export const NUMBER = "number";

/**
 * The rules with other words for some of the mistakes. What an exercise itself says does not fit
 * everywhere, and other words follow it.
 * @param {Rules} rules @param {Spoken} [spoken] @returns {Rules}
 */
export function inWords(rules, spoken = {}) {
  const mistakes = Object.entries(rules.mistakes).map(([name, mistake]) => {
    const words = spoken[name];
    if (!words) return [name, mistake];
    const rest = words.every((each) => "said" in each) ? (mistake.words ?? []) : [];
    return [name, { ...mistake, words: [...words, ...rest] }];
  });
  return { ...rules, mistakes: Object.fromEntries(mistakes) };
}
