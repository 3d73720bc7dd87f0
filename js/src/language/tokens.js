/** Text to tokens. */
import {
  Complaint,
  digitsFrom,
  has,
  isDigit,
  isLetter,
  LIMITS,
  SPACES,
  TABLES,
} from "./vocabulary.js";
import { command } from "./latex.js";
import { words } from "./words.js";

/** @typedef {import("./vocabulary.js").Token} Token */
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */

/** @type {Record<string, string>} */
const ROOTS = { "√": "Sqrt", "∛": "Cbrt" };
const { symbols, superscripts, fractions, characters } = TABLES;

/**
 * @param {string[]} text one character each
 * @param {Vocabulary} vocabulary
 * @param {number} [offset] where the text begins in what was typed
 */
export function tokenise(text, vocabulary, offset = 0) {
  /** @type {Token[]} */ const tokens = [];
  let at = 0;
  while (at < text.length) {
    const [found, next] = read(text, at, vocabulary, offset);
    tokens.push(...found);
    at = next;
  }
  tokens.push({ type: "end", start: offset + at, end: offset + at });
  return tokens;
}

/**
 * @param {string[]} text
 * @param {number} at
 * @param {Vocabulary} vocabulary
 * @param {number} offset
 * @returns {[Token[], number]}
 */
function read(text, at, vocabulary, offset) {
  const character = text[at],
    start = offset + at,
    end = start + 1;
  if (SPACES.includes(character)) return [[], at + 1];
  if (isDigit(character) || character === "." || character === ",") return number(text, at, offset);
  if (isLetter(character) || has("letters", character)) return words(text, at, vocabulary, offset);
  if (character === "\\") return command(text, at, vocabulary, offset);
  if (character in ROOTS)
    return [[{ type: "function", head: ROOTS[character], word: character, start, end }], at + 1];
  if (has("symbols", character)) {
    return star(text, at)
      ? [[{ type: "^", start, end: end + 1 }], at + 2]
      : [[{ type: symbols[character], start, end }], at + 1];
  }
  if (has("fractions", character)) {
    return [[{ type: "number", tree: ["Rational", ...fractions[character]], start, end }], at + 1];
  }
  if (has("superscripts", character)) return raised(text, at, vocabulary, offset);
  if (has("characters", character))
    throw new Complaint("hint", start, end, { text: characters[character] });
  throw new Complaint("character", start, end, { found: character });
}

/** Two stars are a power. @param {string[]} text @param {number} at */
const star = (text, at) => text[at] === "*" && text[at + 1] === "*";

/**
 * @param {string[]} text
 * @param {number} at
 * @param {Vocabulary} vocabulary
 * @param {number} offset
 * @returns {[Token[], number]}
 */
function raised(text, at, vocabulary, offset) {
  let to = at;
  while (to < text.length && has("superscripts", text[to])) to++;
  const inner = text.slice(at, to).map((character) => superscripts[character]);
  const tokens = tokenise(inner, vocabulary, offset + at);
  return [[{ type: "superscript", tokens, start: offset + at, end: offset + to }], to];
}

/** @param {string[]} text @param {number} at @param {number} offset @returns {[Token[], number]} */
function number(text, at, offset) {
  const whole = digitsFrom(text, at);
  const to = text[whole] === "." ? digitsFrom(text, whole + 1) : whole;
  const typed = text.slice(at, to).join("");
  if (text[to] === ",") decimalComma(text, at, to, offset);
  if (typed === "." || text[to] === ".") {
    const point = typed === "." ? at : to;
    throw new Complaint("point", offset + point, offset + point + 1);
  }
  powerOfTen(text, at, to, offset);
  const tree = Number(typed);
  if (tree > LIMITS.number) throw new Complaint("large", offset + at, offset + to);
  return [[{ type: "number", tree, start: offset + at, end: offset + to }], to];
}

/** @param {string[]} text @param {number} at @param {number} comma @param {number} offset */
function decimalComma(text, at, comma, offset) {
  const to = digitsFrom(text, comma + 1);
  if (comma === at || to === comma + 1)
    throw new Complaint("stray-comma", offset + comma, offset + comma + 1);
  const instead = `${text.slice(at, comma).join("")}.${text.slice(comma + 1, to).join("")}`;
  throw new Complaint("comma", offset + comma, offset + comma + 1, { instead });
}

/**
 * Refuses 1e-5, which could also be e − 5.
 * @param {string[]} text
 * @param {number} at
 * @param {number} to
 * @param {number} offset
 */
function powerOfTen(text, at, to, offset) {
  if (text[to] !== "e" && text[to] !== "E") return;
  const sign = symbols[text[to + 1]];
  const from = sign === "-" || sign === "+" ? to + 2 : to + 1;
  const last = digitsFrom(text, from);
  if (last === from) return;
  const power = (sign === "-" ? "−" : "") + text.slice(from, last).join("");
  throw new Complaint("scientific", offset + at, offset + last, {
    mantissa: text.slice(at, to).join(""),
    power,
  });
}
