/**
 * The chain rule on trees: every argument's local derivative times the argument's own derivative,
 * summed. The local derivatives are data from ptcode.functions.catalogue; this file knows not one
 * of them.
 */
import { add, combine, multiply } from "./simplify.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {Record<string, Tree[]>} LocalDerivatives for each head, the partials in u and v */

/**
 * @param {Tree} tree
 * @param {string} variable
 * @param {LocalDerivatives} table
 * @returns {Tree}
 */
export function differentiate(tree, variable, table) {
  if (tree === variable) return 1;
  if (!contains(tree, variable)) return 0;
  const [, ...parts] = /** @type {Operation} */ (tree);
  return add(
    parts.map((part, i) => {
      if (!contains(part, variable)) return 0;
      return multiply([
        localDerivative(/** @type {Operation} */ (tree), i, table),
        differentiate(part, variable, table),
      ]);
    }),
  );
}

/**
 * Does the variable stand in the tree?
 * @param {Tree} tree
 * @param {string} variable
 * @returns {boolean}
 */
export function contains(tree, variable) {
  return Array.isArray(tree)
    ? tree.slice(1).some((part) => contains(part, variable))
    : tree === variable;
}

/**
 * The partial derivative of a tree's head for one argument, at its arguments.
 * @param {Operation} tree @param {number} index @param {LocalDerivatives} table @returns {Tree}
 */
export function localDerivative(tree, index, table) {
  const [head, ...parts] = tree;
  const partials = Object.hasOwn(table, head) ? table[head] : null;
  if (!partials) throw new Error(`no local derivative of ${head} in the table`);
  if (parts.length === partials.length)
    return substitute(partials[index], { u: parts[0], v: parts[1] });
  // A sum or a product of many: this part and all the others together.
  const others = parts.filter((_, i) => i !== index);
  return substitute(partials[0], {
    u: parts[index],
    v: others.length === 1 ? others[0] : [head, ...others],
  });
}

/** @param {Tree} tree @param {Record<string, Tree>} values @returns {Tree} */
export function substitute(tree, values) {
  if (typeof tree === "string") return Object.hasOwn(values, tree) ? values[tree] : tree;
  if (!Array.isArray(tree)) return tree;
  const [head, ...parts] = tree;
  return combine([head, ...parts.map((part) => substitute(part, values))]);
}
