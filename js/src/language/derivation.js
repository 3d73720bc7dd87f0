/**
 * How an expression is differentiated: its links or its parts, and what becomes of them. The local
 * derivatives are data from Python, which keeps the links alone (ptcode/functions/working.py).
 */
import { INNER_NAMES } from "../core/operations.js";
import { contains, decompose, replace, U } from "./composition.js";
import { differentiate, localDerivative, substitute } from "./differentiate.js";
import { add, multiply, ordered, simplify, size, sum } from "./simplify.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {import("./differentiate.js").LocalDerivatives} LocalDerivatives */

/**
 * @typedef {object} Link one machine of a chain
 * @property {string} name of its value
 * @property {string} inner the name of what goes in
 * @property {Tree} formula in that name
 * @property {Tree} value the same in the variable itself
 * @property {Tree} local d name / d inner, in that name
 */

/**
 * @typedef {object} Derivation
 * @property {string} kind
 * @property {Tree} expression
 * @property {string} variable
 * @property {Tree} derivative
 * @property {Link[]} links of a chain, from the inside out
 * @property {Derivation[]} parts
 * @property {Tree | null} product of a chain, in the names of its links
 * @property {Tree | null} rule what the rule for a sum, a product, a quotient or a power gives
 */

const ALONE = ["constant", "variable", "basic"];

/**
 * @param {Tree} expression
 * @param {string} variable
 * @param {LocalDerivatives} table
 * @returns {Derivation}
 */
export function derivation(expression, variable, table) {
  const free = INNER_NAMES.filter((name) => name !== variable && !contains(expression, name));
  return derive(expression, variable, free, asTaught(table));
}

/**
 * @param {Tree} expression
 * @param {string} variable
 * @param {string[]} free
 * @param {LocalDerivatives} table
 * @returns {Derivation}
 */
function derive(expression, variable, free, table) {
  const { kind } = decompose(expression, variable);
  if (kind === "composite") return deriveChain(expression, variable, free, table);
  const plain = { kind, expression, variable, links: [], parts: [], product: null, rule: null };
  if (ALONE.includes(kind))
    return { ...plain, derivative: simplify(differentiate(expression, variable, table)) };
  const tree = /** @type {Operation} */ (expression);
  const moving = tree.flatMap((part, i) => (i > 0 && contains(part, variable) ? [i] : []));
  const parts = moving.map((i) => derive(tree[i], variable, free, table));
  const terms = moving.map((i, j) =>
    multiply([localDerivative(tree, i - 1, table), parts[j].derivative]),
  );
  const rule = sum(ordered(terms.filter((term) => term !== 0)));
  return { ...plain, parts, rule, derivative: simplify(add(terms)) };
}

/**
 * @param {Tree} expression
 * @param {string} variable
 * @param {string[]} free
 * @param {LocalDerivatives} table
 * @returns {Derivation}
 */
function deriveChain(expression, variable, free, table) {
  const [innermost, ...machines] = chain(expression, variable);
  const spare = machines.map((_, i) => `u_${i + 1}`);
  const names = [...[...free, ...spare].slice(0, machines.length), "y"];
  const start = derive(innermost, variable, free.slice(machines.length), table);
  const links = [
    {
      name: names[0],
      inner: variable,
      formula: innermost,
      value: innermost,
      local: start.derivative,
    },
  ];
  machines.forEach((machine, i) => {
    const inner = links[i],
      slope = substitute(differentiate(machine, U, table), { [U]: inner.name });
    links.push({
      name: names[i + 1],
      inner: inner.name,
      formula: replace(machine, U, inner.name),
      value: replace(machine, U, inner.value),
      local: slope,
    });
  });
  const product = ["Multiply", ...links.map(({ local }) => local).reverse()];
  const inside = links.slice(0, -1);
  const values = Object.fromEntries(inside.map(({ name, value }) => [name, value]));
  const derivative = simplify(substitute(product, values));
  const parts = start.kind === "basic" ? [] : [start];
  return { kind: "composite", expression, variable, derivative, links, parts, product, rule: null };
}

/**
 * The table with σ′ as it is taught, σ(1 − σ): its σ(−u) is 1 − σ(u) with more digits.
 * @param {LocalDerivatives} table
 * @returns {LocalDerivatives}
 */
function asTaught(table) {
  const mirrored = JSON.stringify(["Sigmoid", ["Negate", U]]),
    known = ["Add", 1, ["Negate", ["Sigmoid", U]]];
  const slopes = table.Sigmoid.map((slope) => {
    const [head, ...factors] = /** @type {Operation} */ (slope);
    const same = factors.map((tree) => (JSON.stringify(tree) === mirrored ? known : tree));
    return [head, ...same.sort((one, other) => size(one) - size(other))];
  });
  return { ...table, Sigmoid: slopes };
}

/**
 * The machines in a row, from the inside out: the first one in the variable, the others in u.
 * @param {Tree} tree
 * @param {string} variable
 * @returns {Tree[]}
 */
function chain(tree, variable) {
  const { kind, outer, inner } = decompose(tree, variable);
  return kind === "composite"
    ? [...chain(/** @type {Tree} */ (inner), variable), /** @type {Tree} */ (outer)]
    : [tree];
}
