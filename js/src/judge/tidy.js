/** Whether an answer can plainly be written shorter. */
import { substitute } from "../language/differentiate.js";

/** @typedef {import("../core/expression.js").Tree} Tree */

/**
 * Does the little algebra of the book make it shorter, or do like parts stand apart?
 * @param {Tree} tree
 */
export const isUntidy = (tree) => size(substitute(tree, {})) < size(tree) || repeats(tree);

/** @param {Tree} tree @returns {number} */
function size(tree) {
  if (!Array.isArray(tree)) return 1;
  return tree.slice(1).reduce((sum, part) => sum + size(part), 0) + Number(tree[0] === "Negate");
}

/**
 * Are there two terms 2x² and x², or two factors x and x², in one sum or product?
 * @param {Tree} tree
 * @returns {boolean}
 */
function repeats(tree) {
  if (!Array.isArray(tree)) return false;
  const [head, ...parts] = tree;
  const like = head === "Add" ? withoutNumber : head === "Multiply" ? base : null;
  const keys = like
    ? parts.filter((part) => !isNumber(part)).map((part) => JSON.stringify(like(part)))
    : [];
  return new Set(keys).size < keys.length || parts.some(repeats);
}

/** @param {Tree} term @returns {Tree} */
function withoutNumber(term) {
  if (!Array.isArray(term)) return term;
  if (term[0] === "Negate") return withoutNumber(term[1]);
  if (term[0] !== "Multiply") return term;
  const rest = term.slice(1).filter((part) => !isNumber(part));
  return rest.length === 1 ? rest[0] : rest;
}

/** @param {Tree} factor @returns {Tree} */
const base = (factor) => (Array.isArray(factor) && factor[0] === "Power" ? factor[1] : factor);

/** @param {Tree} tree */
const isNumber = (tree) =>
  Array.isArray(tree) ? tree[0] === "Rational" : typeof tree === "number";
