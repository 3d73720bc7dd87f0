/** What may be typed: operations, the tables of language.json, what a word means for variables. */
import { CONSTANTS, HEADS } from "../core/operations.js";
import language from "../../../ptcode/static/language.json" with { type: "json" };
import { phrase } from "../core/phrase.js";

/** @typedef {import("../core/expression.js").Tree} Tree */

/**
 * @typedef {object} Token
 * @property {string} type number, name, function, superscript, end, or the operator itself
 * @property {number} start
 * @property {number} end
 * @property {Tree} [tree] of a number or a name
 * @property {string} [word] of a function, as it was typed
 * @property {string} [head] of a function
 * @property {number} [base] of a logarithm
 * @property {number} [degree] of a root
 * @property {Token[]} [tokens] of a superscript
 */

export const LIMITS = language.limits;
export const TABLES = /** @type {Record<string, Record<string, string>>} */ (
  /** @type {unknown} */ (language)
);
export const { spaces: SPACES, subscripts: SUBSCRIPTS } = language;
const { letters } = TABLES;
const MESSAGES = /** @type {Record<string, string>} */ (language.messages);
const DIGITS = "0123456789";

/** What is wrong with a text, and where, counted in characters. */
export class Complaint {
  /**
   * @param {string} code
   * @param {number} start
   * @param {number} end
   * @param {import("../core/phrase.js").Fill} [fill]
   */
  constructor(code, start, end, fill = {}) {
    const text = code === "hint" ? String(fill.text) : MESSAGES[code];
    this.code = code;
    this.position = start;
    this.length = Math.max(0, end - start);
    this.message = phrase(text, fill);
  }
}

/** A variable's name as it is shown: theta_1 is θ₁. @param {string} name */
export function pretty(name) {
  const [stem, index = ""] = name.split("_");
  const letter = Object.keys(letters).find((key) => letters[key] === stem) ?? stem;
  if (!index) return letter;
  const digits = [...index].every((digit) => DIGITS.includes(digit));
  return (
    letter + (digits ? [...index].map((digit) => SUBSCRIPTS[Number(digit)]).join("") : `_${index}`)
  );
}

/** @param {string} table @param {string} key */
export const has = (table, key) => Object.hasOwn(TABLES[table], key);

/** The head that each word means. */
const FUNCTIONS = new Map(
  Object.entries(HEADS).flatMap(([head, { words }]) => words.map((word) => [word, head])),
);
/** The name that each word means. */
const NAMED = new Map(Object.entries(CONSTANTS).map(([name, { word }]) => [word, name]));
/** The functions that a reader is told of. */
const LISTED = Object.values(HEADS)
  .filter(({ listed }) => listed)
  .map(({ words }) => pretty(words[0]))
  .join(", ");

/** @param {string | undefined} character */
export const isDigit = (character) => character !== undefined && DIGITS.includes(character);
/** @param {string | undefined} character */
export const isLetter = (character) => character !== undefined && /^[A-Za-z]$/.test(character);

/** Where the digits that begin at a place end. @param {string[]} text @param {number} from */
export function digitsFrom(text, from) {
  let to = from;
  while (isDigit(text[to])) to++;
  return to;
}

/** What the words mean for some variables. */
export class Vocabulary {
  /** @param {string[]} variables */
  constructor(variables) {
    this.variables = variables;
    this.longest = Math.max(8, ...variables.map((name) => name.length));
    this.fill = {
      names: [...variables.map(pretty), "e", "π"].join(", "),
      functions: LISTED,
    };
  }
  /** @param {string} word */
  isVariable(word) {
    return this.variables.includes(word);
  }
  /** @param {string} word */
  knows(word) {
    return this.isVariable(word) || FUNCTIONS.has(word.toLowerCase()) || NAMED.has(word);
  }
  /** @param {string} word @param {number} start @param {number} end @returns {Token} */
  token(word, start, end) {
    if (this.isVariable(word)) return { type: "name", tree: word, start, end };
    if (NAMED.has(word)) return { type: "name", tree: NAMED.get(word), start, end };
    return {
      type: "function",
      head: FUNCTIONS.get(word.toLowerCase()),
      word: word.toLowerCase(),
      start,
      end,
    };
  }
  /** @param {string} found @param {number} start @param {number} end */
  unknown(found, start, end) {
    if (/^d[a-z]?$/.test(found)) return new Complaint("derivative", start, end);
    if (this.knows(found.toLowerCase())) {
      return new Complaint("capital", start, end, { found, instead: found.toLowerCase() });
    }
    if (this.variables.length !== 1)
      return new Complaint("name", start, end, { ...this.fill, found });
    const names = pretty(this.variables[0]);
    return new Complaint("variable", start, end, { ...this.fill, names, found });
  }
}
