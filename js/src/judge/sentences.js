/**
 * What is said of an answer: the sentences of verdicts.json, shared with Python.
 */
import written from "../../../ptcode/static/verdicts.json" with { type: "json" };
import { phrase as filled } from "../core/phrase.js";

/** @typedef {import("./rules.js").Rules} Rules */
/**
 * @typedef {object} Verdict
 * @property {string} kind
 * @property {string[]} lines
 * @property {string[]} mistakes the names of all the mistakes that lead there
 * @property {number} [at] a place, with the values there of the answer and of the right one
 * @property {number} [yours]
 * @property {number} [truth]
 * @property {number} [position] of what cannot be read
 * @property {number} [length]
 * @property {Record<string, Verdict>} [fields]
 */

export const SENTENCES = /** @type {Record<string, string>} */ (written);

/** @param {string} sentence @param {import("../core/phrase.js").Fill} [fill] */
export const phrase = (sentence, fill) => filled(SENTENCES[sentence], fill);

/**
 * @param {string} kind
 * @param {string[]} lines
 * @param {Partial<Verdict>} [more]
 * @returns {Verdict}
 */
export function verdict(kind, lines, more = {}) {
  return { kind, lines: lines.filter(Boolean), mistakes: [], ...more };
}

/**
 * The verdict on an answer that one mistake, or one of several, leads to; or slips do.
 * @param {string[]} names
 * @param {Rules} rules
 * @param {string} [numbers]
 * @param {Partial<Verdict>} [more]
 */
export function ofMistakes(names, { mistakes }, numbers = "", more = {}) {
  const all = [...new Set(names)],
    stories = all.map((name) => mistakes[name]);
  const [{ tempts, exposed, slip }] = stories,
    titles = stories.map(({ title }) => title).join(SENTENCES.or);
  const lines = [
    phrase("mistake", { titles }),
    numbers,
    phrase("tempts", { tempts }),
    phrase("exposed", { exposed }),
  ];
  return verdict(slip ? "slip" : "mistake", lines, { mistakes: slip ? [] : all, ...more });
}
