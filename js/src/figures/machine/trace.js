/**
 * An expression as a tree of functions, the outermost at the root, and the values that run through
 * it.
 */
import { compile } from "../../core/expression.js";
import { format } from "../../core/formatting.js";
import { HEADS as OPERATIONS } from "../../core/operations.js";
import { decompose, replace, U } from "../../language/composition.js";
import { plainText } from "../../language/writing.js";
import { phrase } from "../../core/phrase.js";
import WORDS from "./words.json";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../core/expression.js").Operation} Operation */

/**
 * @typedef {object} Node
 * @property {import("../../language/composition.js").Parts["kind"]} kind
 * @property {Tree} tree all that it computes
 * @property {Tree} step what it does with its children's values
 * @property {Node[]} children
 * @property {(values: Float64Array) => number} apply
 * @property {number} value
 * @property {string} trouble why it has no value of its own; empty where it has one, or got none
 */

/** The empty place of a function that stands alone. */
const EMPTY = "□";
const PLACES = "abcdefghijklmnopqrstuvw".split("").map((letter) => `${letter}_`);
/** @type {Record<string, string>} */
const HEADS = { sum: "Add", product: "Multiply", quotient: "Divide", power: "Power" };
/** @type {Record<string, string>} */
const SIGNS = { sum: "+", product: "×", quotient: "÷", power: "^" };

/** @param {Tree} tree @param {string} [variable] @returns {Node} */
export function grow(tree, variable = "x") {
  const { kind, outer = tree, inner, parts = [] } = decompose(tree, variable);
  const children = (inner === undefined ? parts : [inner]).map((part) => grow(part, variable));
  const names = inner === undefined ? children.map((_, i) => PLACES[i] ?? `p_${i}`) : [U];
  const step = children.length > 1 ? [HEADS[kind], ...names] : outer;
  const apply = children.length
    ? compile(step, names)
    : kind === "variable"
      ? (/** @type {Float64Array} */ [x]) => x
      : compile(tree, []);
  return { kind, tree, step, children, apply, value: NaN, trouble: "" };
}

/** Sends a number through the tree. @param {Node} node @param {number} x @returns {number} */
export function run(node, x) {
  const values = node.children.map((child) => run(child, x));
  const arrived = values.every(Number.isFinite);
  const value = arrived ? node.apply(Float64Array.from(node.children.length ? values : [x])) : NaN;
  node.trouble = arrived && !Number.isFinite(value) ? trouble(node, values) : "";
  node.value = node.trouble ? NaN : value;
  return node.value;
}

/**
 * Why a step has no value for finite values that arrive.
 * @param {Node} node @param {number[]} values
 */
function trouble({ step, children, tree }, values) {
  const names =
    children.length > 1 ? /** @type {string[]} */ (/** @type {Operation} */ (step).slice(1)) : [U];
  return why(children.length ? step : tree, names, values);
}

/**
 * Why a tree has no value at finite ones: the first operation in it that fails.
 * @param {Tree} tree @param {string[]} names @param {number[]} values
 */
export function why(tree, names, values) {
  const [head, got] = failing(tree, names, Float64Array.from(values)) ?? ["", []];
  return complaint(
    head,
    got.map((value) => format(value)),
  );
}

/**
 * @param {Tree} tree @param {string[]} names @param {Float64Array} values
 * @returns {[string, number[]] | null}
 */
function failing(tree, names, values) {
  if (!Array.isArray(tree)) return null;
  for (const part of tree.slice(1)) {
    const found = failing(part, names, values);
    if (found) return found;
  }
  if (Number.isFinite(compile(tree, names)(values))) return null;
  return [tree[0], tree.slice(1).map((part) => compile(part, names)(values))];
}

/** @param {string} head @param {string[]} got */
function complaint(head, got) {
  const { troubles } = WORDS,
    [first, second] = got;
  if (head === "Ln") return phrase(troubles.ln, { first });
  if (head === "Sqrt") return phrase(troubles.root, { first });
  if (head === "Divide" && second === "0") return troubles.divide;
  if (head === "Power" && first === "0") return phrase(troubles.zero, { second });
  if (head === "Power" && first.startsWith("−"))
    return phrase(troubles.negative, { first, second });
  const { domain = [], text: name = "" } = OPERATIONS[head] ?? {};
  return domain.length ? phrase(troubles.outside, { name, first }) : troubles.large;
}

/**
 * The machines in a row: from the innermost node that does something up to the root.
 * @param {Node} root @returns {Node[]}
 */
export function row(root) {
  /** @type {Node[]} */
  const nodes = [];
  for (let node = root; ; [node] = node.children) {
    if (node.children.length) nodes.unshift(node);
    if (node.children.length !== 1) return nodes.length ? nodes : [node];
  }
}

/**
 * What a node does with the value that arrives, which has a letter: sin u.
 * @param {Node} node @param {string} letter @returns {Tree}
 */
export function formula(node, letter) {
  return node.children.length === 1 ? replace(node.step, U, letter) : node.tree;
}

/** What is written on a node of the tree: sin(□), □², +. @param {Node} node */
export function label(node) {
  if (node.children.length > 1) return SIGNS[node.kind];
  return plainText(node.children.length ? replace(node.step, U, EMPTY) : node.tree);
}
