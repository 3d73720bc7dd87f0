/**
 * A typed answer to a tree, or the verdict on what cannot be read or is not finished.
 */
import { contains } from "../language/composition.js";
import { parse } from "../language/parse.js";
import { isLetter, pretty } from "../language/vocabulary.js";
import { phrase, verdict } from "./sentences.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../language/vocabulary.js").Complaint} Complaint */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/**
 * @typedef {{tree: Tree, strangers: string[], verdict?: undefined} | {verdict: Verdict, tree?:
 *   undefined, strangers?: undefined}} Reading
 */

/** Letters that a reader may have left in an answer. */
const STRANGERS = "uvwxyzstabcCfghpqrnkm";
const MOST_STRANGERS = 2;
const PRIMES = "'’′∂";

/** @param {string} text @param {string[]} variables @returns {Reading} */
export function read(text, variables) {
  const { tree, error } = parse(text, variables);
  return error ? again(text, variables, error) : { tree, strangers: [] };
}

/**
 * With more letters: an answer in u is not nonsense, it is not finished.
 * @param {string} text
 * @param {string[]} variables
 * @param {Complaint} error
 * @returns {Reading}
 */
function again(text, variables, error) {
  if (error.code === "empty")
    return { verdict: verdict("unreadable", [phrase("empty")], placeOf(error)) };
  // A name that is known, sech say, is not s·e·c·h.
  if (error.code === "hint" && isLetter(Array.from(text)[error.position]))
    return { verdict: verdict("unreadable", [error.message], placeOf(error)) };
  const extra = [...STRANGERS].filter((letter) => !variables.includes(letter));
  const second = parse(text, [...variables, ...extra]);
  if (!second.error) {
    const strangers = extra.filter((letter) => contains(second.tree, letter));
    if (strangers.length <= MOST_STRANGERS) return { tree: second.tree, strangers };
  }
  const dashed = [second.error, error].find((told) => told && asksForDerivative(told, text));
  if (dashed)
    return {
      verdict: verdict("unfinished", [phrase("unfinished"), dashed.message], placeOf(dashed)),
    };
  return { verdict: verdict("unreadable", [phrase("unreadable"), error.message], placeOf(error)) };
}

/** @param {Complaint} told */
const placeOf = ({ position, length }) => ({ position, length });

/**
 * Is it a dash, a ∂ or a d/dx that cannot be read?
 * @param {Complaint} error
 * @param {string} text
 */
function asksForDerivative({ code, position }, text) {
  const found = Array.from(text)[position];
  return code === "derivative" || (found !== undefined && PRIMES.includes(found));
}

/** Names as a sentence shows them. @param {string[]} names */
export const letters = (names) => names.map(pretty).join(", ");

const WAYS = /** @type {const} */ (["divisor", "sum", "exponent", "argument", "value"]);

/**
 * What a text can also be read as, by one who lets a sign reach further: 1/2x as 1/(2x).
 * @param {string} text @param {string[]} variables @returns {Tree[]}
 */
export function otherReadings(text, variables) {
  /** @type {Map<string, Tree>} */ const found = new Map();
  for (let chosen = 1; chosen < 2 ** WAYS.length; chosen++) {
    const reading = Object.fromEntries(WAYS.map((way, i) => [way, Boolean(chosen & (1 << i))]));
    const { tree } = parse(text, variables, reading);
    if (tree !== undefined) found.set(JSON.stringify(tree), tree);
  }
  found.delete(JSON.stringify(parse(text, variables).tree));
  return [...found.values()];
}

/**
 * What a text that cannot be read may stand for, by one who leaves the argument of a function out:
 * σ(1 − σ) for σ(x)·(1 − σ(x)).
 * @param {string} text @param {string} variable @returns {Tree[]}
 */
export const withArguments = (text, variable) =>
  [true, false].flatMap((apart) => {
    const { tree } = parse(text, [variable], { alone: variable, apart });
    return tree === undefined ? [] : [tree];
  });
