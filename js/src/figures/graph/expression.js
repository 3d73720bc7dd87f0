/**
 * The graph of a typed expression: one node for every operation, equal parts computed once. The
 * local derivatives are a table from ptcode. The twin of ptcode/autodiff/graph/expression.py.
 */
import { subscript } from "../../core/formatting.js";
import { contains, differentiate } from "../../language/differentiate.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../core/expression.js").Operation} Operation */
/** @typedef {import("./sweep.js").Node} Node */

/**
 * @typedef {object} Language
 * @property {string[]} variables what may occur
 * @property {import("../../language/differentiate.js").LocalDerivatives} derivatives
 * @property {Record<string, Tree>} from_value cheaper derivatives, in a, the value
 */

/**
 * @param {Tree} tree @param {Language} language
 * @returns {Node[]} empty where there is nothing to differentiate
 */
export function expressionGraph(tree, language) {
  const inputs = language.variables.filter((name) => contains(tree, name));
  const moves = (/** @type {Tree} */ part) => inputs.some((name) => contains(part, name));
  /** @type {Node[]} */
  const nodes = inputs.map((name) => ({
    key: name,
    label: name,
    given: false,
    formula: null,
    arguments: [],
    partials: [],
  }));
  const found = new Map(inputs.map((name, place) => [JSON.stringify(name), place]));

  /** @param {Tree} part @param {boolean} [last] @returns {number} */
  const visit = (part, last = false) => {
    const written = JSON.stringify(part),
      before = found.get(written);
    if (before !== undefined) return before;
    const [head, ...parts] = /** @type {Operation} */ (part);
    const places = parts.map((one) => (moves(one) ? visit(one) : -1));
    const number = nodes.length - inputs.length + 1;
    const name = last
      ? { key: "f", label: "f" }
      : { key: `v${number}`, label: `v${subscript(number)}` };
    nodes.push({
      ...name,
      given: false,
      ...operation(head, parts, places, nodes, name.label, language),
    });
    found.set(written, nodes.length - 1);
    return nodes.length - 1;
  };
  if (inputs.length) visit(tree, true);
  return nodes;
}

/**
 * One operation as a formula in its arguments; parts without a place are constants.
 * @param {string} head @param {Tree[]} parts @param {number[]} places @param {Node[]} nodes
 * @param {string} own @param {Language} language
 */
function operation(head, parts, places, nodes, own, { derivatives, from_value }) {
  const symbols = parts.map((_, i) => `u_${i + 1}`);
  const moving = places.flatMap((place, i) => (place < 0 ? [] : [i]));
  const tree = [head, ...parts.map((part, i) => (places[i] < 0 ? part : symbols[i]))];
  const names = Object.fromEntries(moving.map((i) => [symbols[i], nodes[places[i]].label]));
  const cheap = parts.length === 1 && Object.hasOwn(from_value, head);
  const partials = cheap
    ? [put(from_value[head], { a: own })]
    : moving.map((i) => put(differentiate(tree, symbols[i], derivatives), names));
  return { formula: put(tree, names), arguments: moving.map((i) => places[i]), partials };
}

/**
 * The tree with trees in the place of symbols, all at once, and nothing simplified.
 * @param {Tree} tree @param {Record<string, Tree>} values @returns {Tree}
 */
export function put(tree, values) {
  if (typeof tree === "string") return Object.hasOwn(values, tree) ? values[tree] : tree;
  return Array.isArray(tree) ? [tree[0], ...tree.slice(1).map((part) => put(part, values))] : tree;
}
