/** Parts of a tree, with what their bounds need. */
import { compile } from "../core/expression.js";
import { Complaint, LIMITS } from "./vocabulary.js";

/** @typedef {import("../core/expression.js").Tree} Tree */

/**
 * @typedef {object} Part
 * @property {Tree} tree
 * @property {number} depth
 * @property {number} value of a part made of numbers alone, else NaN
 * @property {number} start
 * @property {number} end
 * @property {boolean} literal typed as a number, without brackets
 */

/** Operations that numbers are made with; a function of a number stays as it is. */
const ARITHMETIC = ["Negate", "Divide", "Rational", "Power", "Add", "Multiply"];

/**
 * @param {Tree} tree
 * @param {Part[]} inner
 * @param {{start: number, end: number}} place
 * @returns {Part}
 */
export function build(tree, inner, { start, end }) {
  const head = Array.isArray(tree) ? tree[0] : "";
  const depth = 1 + Math.max(head === "Rational" ? 1 : 0, ...inner.map((part) => part.depth));
  if (depth > LIMITS.depth) throw new Complaint("deep", start, end);
  const value = numberIn(tree, inner);
  if (head === "Power" && extreme(Math.abs(value), inner[0].value))
    throw new Complaint("power", start, end);
  return { tree, depth, value, start, end, literal: false };
}

/**
 * Is a power too large, or too small, to compute with exactly?
 * @param {number} size
 * @param {number} base
 */
const extreme = (size, base) => size > LIMITS.number || (size < LIMITS.smallest && base !== 0);

/** @param {Tree} tree @param {Part[]} inner */
function numberIn(tree, inner) {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return NaN;
  const [head, ...rest] = tree;
  if (!ARITHMETIC.includes(head)) return NaN;
  const values = head === "Rational" ? rest : inner.map((part) => part.value);
  return compile([head, ...values], [])(new Float64Array(0));
}

/**
 * The number −2 for a typed 2; null for anything else.
 * @param {Part} part
 * @param {{start: number, end: number}} place
 */
export function negate(part, { start }) {
  if (!part.literal || typeof part.tree !== "number" || part.tree === 0) return null;
  return { ...part, tree: -part.tree, value: -part.value, start, literal: false };
}
