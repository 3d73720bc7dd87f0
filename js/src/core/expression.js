/**
 * MathJSON trees as functions of numbers. The tree is data that came from ptcode; this file knows
 * how to add, multiply and look up, and not a single derivative.
 */

import { CONSTANTS, evaluatorOf, takes, constantOf } from "./operations.js";

/**
 * @typedef {any[]} Operation a head and its parts, as [head, ...Tree[]]: no tuple narrows so well
 */
/** @typedef {number | string | Operation} Tree */
/** @typedef {(values: Float64Array) => number} Evaluator */

/**
 * Turns a tree into a function of the variables' values, in the order given.
 * @param {Tree} tree
 * @param {string[]} variables
 * @returns {Evaluator}
 */
export function compile(tree, variables) {
  if (typeof tree === "number") return () => tree;
  if (typeof tree === "string") return symbol(tree, variables);
  const [head, ...rest] = tree;
  if (!takes(head, rest.length))
    throw new Error(`cannot evaluate ${JSON.stringify(tree)}: unknown head ${head}`);
  const parts = rest.map((part) => compile(part, variables));
  if (head === "Add") return (values) => parts.reduce((sum, part) => sum + part(values), 0);
  if (head === "Multiply") return (values) => parts.reduce((all, part) => all * part(values), 1);
  const [a, b] = parts,
    f = evaluatorOf(head);
  return b ? (values) => f(a(values), b(values)) : (values) => f(a(values));
}

/**
 * A function of one number.
 * @param {Tree} tree
 * @param {string} variable
 * @returns {(value: number) => number}
 */
export function compileUnary(tree, variable) {
  const evaluate = compile(tree, [variable]);
  const values = new Float64Array(1);
  return (value) => {
    values[0] = value;
    return evaluate(values);
  };
}

/**
 * A derivative where its function has a value, and NaN elsewhere: a formula such as 1/x has values
 * where ln x has none.
 * @param {(value: number) => number} derivative @param {(value: number) => number} f
 * @returns {(value: number) => number}
 */
export const whereDefined = (derivative, f) => (value) =>
  Number.isFinite(f(value)) ? derivative(value) : NaN;

/** @param {string} name @param {string[]} variables @returns {Evaluator} */
function symbol(name, variables) {
  const index = variables.indexOf(name);
  if (index >= 0) return (values) => values[index];
  if (Object.hasOwn(CONSTANTS, name)) {
    const value = constantOf(name);
    return () => value;
  }
  throw new Error(`cannot evaluate ${name}: it is not one of ${variables.join(", ")}`);
}
