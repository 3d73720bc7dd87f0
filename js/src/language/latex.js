/** What is pasted from LaTeX: \frac{1}{2}, \cos\left(x\right), 2\cdot x, \operatorname{relu}(x). */
import { Complaint, has, isLetter, TABLES } from "./vocabulary.js";
import { words } from "./words.js";

/** @typedef {import("./vocabulary.js").Token} Token */
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */

/** Commands whose name stands in the braces that follow. */
const NAMING = ["mathrm", "operatorname", "text", "mathit", "mathbf"];
const FRACTIONS = ["frac", "dfrac", "tfrac"];

/**
 * What begins with a backslash.
 * @param {string[]} text
 * @param {number} at
 * @param {Vocabulary} vocabulary
 * @param {number} offset
 * @returns {[Token[], number]}
 */
export function command(text, at, vocabulary, offset) {
  let to = at + 1;
  while (isLetter(text[to])) to++;
  const name = text.slice(at + 1, Math.max(to, at + 2)).join(""),
    end = at + 1 + Array.from(name).length,
    place = { start: offset + at, end: offset + end };
  if (FRACTIONS.includes(name)) return [[{ type: "fraction", ...place }], end];
  if (NAMING.includes(name)) return named(text, end, vocabulary, offset);
  if (has("latex", name)) {
    const type = TABLES.latex[name];
    return [type ? [{ type, ...place }] : [], end];
  }
  if (!isLetter(text[at + 1]))
    throw new Complaint("hint", offset + at, offset + at + 1, { text: TABLES.characters["\\"] });
  return words(text, at + 1, vocabulary, offset);
}

/**
 * The name in braces.
 * @param {string[]} text
 * @param {number} at
 * @param {Vocabulary} vocabulary
 * @param {number} offset
 * @returns {[Token[], number]}
 */
function named(text, at, vocabulary, offset) {
  const close = text.indexOf("}", at);
  const name = text[at] === "{" && close > 0 ? text.slice(at + 1, close) : [];
  if (!name.length || !name.every(isLetter)) return [[], at];
  return [words(name, 0, vocabulary, offset + at + 1)[0], close + 1];
}
