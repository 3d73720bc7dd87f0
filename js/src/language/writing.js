/** A tree as one line of text, in the typed language: parsing it gives the same values again. */
import { pretty } from "./vocabulary.js";
import { superscript } from "../core/formatting.js";
import { CONSTANTS, HEADS, LEVELS } from "../core/operations.js";

/** @typedef {import("../core/expression.js").Tree} Tree */

const { sum: SUM, product: PRODUCT, call: CALL, power: POWER, atom: ATOM } = LEVELS;

/** @param {Tree} tree */
export function plainText(tree) {
  return write(tree)[0];
}

/** @param {Tree} tree @param {number} level */
function within(tree, level) {
  const [text, own] = write(tree);
  return own < level ? `(${text})` : text;
}

/** @param {Tree} tree @returns {[string, number]} the text and how tightly it binds */
function write(tree) {
  if (typeof tree === "number") return number(tree);
  if (typeof tree === "string") return [CONSTANTS[tree]?.text ?? pretty(tree), ATOM];
  const [head, ...rest] = tree;
  if (head === "Add") return [terms(rest), SUM];
  if (head === "Multiply") return [factors(rest), PRODUCT];
  if (head === "Negate") return [`−${within(rest[0], PRODUCT)}`, SUM];
  if (head === "Divide" || head === "Rational")
    return [`${within(rest[0], PRODUCT)}/${within(rest[1], CALL)}`, PRODUCT];
  if (head === "Power") return [`${within(rest[0], ATOM)}${raised(rest[1])}`, POWER];
  if (head === "Exp") return [`e${raised(rest[0])}`, POWER];
  if (head === "Equal") return [`${plainText(rest[0])} = ${plainText(rest[1])}`, SUM];
  if (head === "Derivative") return [`d/d${pretty(rest[1])}(${plainText(rest[0])})`, CALL];
  if (head === "Ratio") return [`d${pretty(rest[0])}/d${pretty(rest[1])}`, ATOM];
  if (head === "Abs") return [`|${plainText(rest[0])}|`, ATOM];
  if (head === "Sqrt" && typeof rest[0] === "string") return [`√${plainText(rest[0])}`, POWER];
  return [`${HEADS[head].text}(${plainText(rest[0])})`, CALL];
}

/** @param {number} value @returns {[string, number]} */
function number(value) {
  const [mantissa, exponent] = String(Math.abs(value)).split("e");
  const power = exponent ? `·10^(${exponent.replace("-", "−").replace("+", "")})` : "";
  const text = mantissa + power;
  return value < 0 ? [`−${text}`, SUM] : [text, exponent ? PRODUCT : ATOM];
}

/** @param {Tree} exponent */
function raised(exponent) {
  if (typeof exponent === "number" && Number.isInteger(exponent) && Math.abs(exponent) < 1e6)
    return superscript(exponent);
  return `^${within(exponent, ATOM)}`;
}

/** @param {Tree[]} trees */
function terms(trees) {
  return trees
    .map((tree, i) => {
      const [text, level] = write(tree);
      const nested = Array.isArray(tree) && tree[0] === "Add";
      const written = level === SUM && nested ? `(${text})` : text;
      if (i === 0) return written;
      return written.startsWith("−") ? ` − ${written.slice(1)}` : ` + ${written}`;
    })
    .join("");
}

/** @param {Tree[]} trees */
function factors(trees) {
  return trees
    .map((tree, i) => {
      const text = within(tree, i === 0 ? PRODUCT : CALL);
      if (i === 0) return text;
      const joined =
        typeof trees[i - 1] === "number" &&
        /^[a-zα-ω(√]/.test(text) &&
        !/^[a-z]+\(/.test(text) &&
        text[0] !== "e";
      return joined ? text : `·${text}`;
    })
    .join("");
}
