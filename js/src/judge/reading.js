/**
 * A typed answer to a tree, or the verdict on what cannot be read or is not finished.
 */
import { contains } from "../language/composition.js";
import { parse } from "../language/parse.js";
import { pretty } from "../language/vocabulary.js";
import { phrase, verdict } from "./sentences.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../language/vocabulary.js").Complaint} Complaint */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/**
 * @typedef {{tree: Tree, strangers: string[], verdict?: undefined} | {verdict: Verdict, tree?:
 *   undefined, strangers?: undefined}} Reading
 */

/** Letters that a reader may have left in an answer. */
const STRANGERS = "uvwxyzstabcfghpqrnkm";
const MOST_STRANGERS = 2;
const PRIMES = "'’′∂";
/** What may stand before an answer: y′ =, f′(x) =, dy/dx =. */
const NAMED = /^ *(?:[A-Za-z] *['’′]? *(?:\([A-Za-z]\))?|[d∂][A-Za-z]?\/[d∂][A-Za-z]) *=/;

/** @param {string} text @param {string[]} variables @returns {Reading} */
export function read(text, variables) {
  const start = NAMED.exec(text)?.[0].length ?? 0,
    answer = text.slice(start);
  const { tree, error } = parse(answer, variables);
  return error ? again(answer, start, variables, error) : { tree, strangers: [] };
}

/**
 * With more letters: an answer in u is not nonsense, it is not finished.
 * @param {string} text
 * @param {number} start
 * @param {string[]} variables
 * @param {Complaint} error
 * @returns {Reading}
 */
function again(text, start, variables, error) {
  if (error.code === "empty")
    return { verdict: verdict("unreadable", [phrase("empty")], { position: start, length: 0 }) };
  const extra = [...STRANGERS].filter((letter) => !variables.includes(letter));
  const second = parse(text, [...variables, ...extra]);
  if (!second.error) {
    const strangers = extra.filter((letter) => contains(second.tree, letter));
    if (strangers.length <= MOST_STRANGERS) return { tree: second.tree, strangers };
  }
  const place = (/** @type {Complaint} */ told) => ({
    position: start + told.position,
    length: told.length,
  });
  const dashed = [second.error, error].find((told) => told && asksForDerivative(told, text));
  if (dashed)
    return {
      verdict: verdict("unfinished", [phrase("unfinished"), dashed.message], place(dashed)),
    };
  return { verdict: verdict("unreadable", [phrase("unreadable"), error.message], place(error)) };
}

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
