/**
 * What an expression is made of: which function is the outer one, which the inner one, or which
 * parts stand side by side. The twin of ptcode/functions/structure.py.
 */

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */

/**
 * @typedef {object} Parts
 * @property {"constant" | "variable" | "basic" | "composite" | "sum" | "product" | "quotient" |
 *   "power"} kind
 * @property {Tree} [outer] of a basic or composite expression, in u
 * @property {Tree} [inner] what u stands for; x itself in a basic expression
 * @property {Tree[]} [parts] of a sum, product, quotient or power: what stands side by side
 */

/** The inner value. */
export const U = "u";

/** @type {Record<string, Parts["kind"]>} */
const SIDE_BY_SIDE = { Add: "sum", Multiply: "product", Divide: "quotient", Power: "power" };

/** @param {Tree} tree @param {string} variable @returns {boolean} */
export function contains(tree, variable) {
  return Array.isArray(tree)
    ? tree.slice(1).some((part) => contains(part, variable))
    : tree === variable;
}

/**
 * A tree with something else in the place of a symbol.
 * @param {Tree} tree
 * @param {string} symbol
 * @param {Tree} put
 * @returns {Tree}
 */
export function replace(tree, symbol, put) {
  if (!Array.isArray(tree)) return tree === symbol ? put : tree;
  return [tree[0], ...tree.slice(1).map((part) => replace(part, symbol, put))];
}

/** @param {Tree} tree @param {string} [variable] @returns {Parts} */
export function decompose(tree, variable = "x") {
  if (!contains(tree, variable)) return { kind: "constant" };
  if (tree === variable) return { kind: "variable" };
  const { step, inner } = peel(tree, variable);
  const [head, ...parts] = /** @type {Operation} */ (tree);
  if (step === U) return { kind: SIDE_BY_SIDE[head], parts };
  return { kind: inner === variable ? "basic" : "composite", outer: step, inner };
}

/**
 * Takes off the outermost function: all of a u·a + b at once, else one operation.
 * @param {Tree} tree
 * @param {string} variable
 * @returns {{step: Tree, inner: Tree}} step is u where nothing comes off
 */
function peel(tree, variable) {
  let step = /** @type {Tree} */ (U),
    inner = tree;
  for (let taken = one(inner, variable); taken?.linear; taken = one(inner, variable)) {
    step = replace(step, U, taken.step);
    inner = taken.inner;
  }
  if (step !== U) return { step, inner };
  return one(tree, variable) ?? { step, inner };
}

/**
 * The outermost operation, where one part alone holds the variable.
 * @param {Tree} tree
 * @param {string} variable
 */
function one(tree, variable) {
  if (!Array.isArray(tree)) return null;
  const places = tree.flatMap((part, i) => (i > 0 && contains(part, variable) ? [i] : []));
  if (places.length !== 1) return null;
  const [place] = places;
  const step = tree.map((part, i) => (i === place ? U : part));
  return { step, inner: /** @type {Tree} */ (tree[place]), linear: isLinear(tree[0], place) };
}

/** @param {string} head @param {number} place */
function isLinear(head, place) {
  return (
    head === "Add" || head === "Multiply" || head === "Negate" || (head === "Divide" && place === 1)
  );
}

/**
 * The order exchanged: g(f(x)) for f(g(x)); null for what is no composite.
 * @param {Tree} tree @param {string} [variable] @returns {Tree | null}
 */
export function exchanged(tree, variable = "x") {
  const { kind, outer, inner } = decompose(tree, variable);
  if (kind !== "composite" || outer === undefined || inner === undefined) return null;
  return replace(inner, variable, replace(outer, U, variable));
}
