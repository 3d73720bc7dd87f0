/**
 * How a teacher differentiates an expression, step by step. The local
 * derivatives are data from Python, which keeps the links alone (ptcode/functions/working.py).
 */
import { contains, decompose, replace, U } from "./composition.js";
import { differentiate, localDerivative, substitute } from "./differentiate.js";
import { add, multiply } from "./simplify.js";
import WORDS from "./words.json";

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
 * @property {Tree | null} product
 */

/**
 * @typedef {object} Step
 * @property {string} text
 * @property {Tree} left
 * @property {Tree} right
 * @property {number} depth
 * @property {"name" | "local" | "chain" | "rule"} kind what the line is: a value, a local
 *   derivative, the product along a chain, a rule for a whole part
 * @property {Derivation} of
 * @property {number} link the link that a name or a local derivative belongs to, else −1
 */

const INNER_NAMES = [..."uvwstrqp"];
const ALONE = ["constant", "variable", "basic"];

/** @type {Record<string, string>} */
const SENTENCES = WORDS.steps;

/**
 * @param {Tree} expression
 * @param {string} variable
 * @param {LocalDerivatives} table
 * @returns {Derivation}
 */
export function derivation(expression, variable, table) {
  const free = INNER_NAMES.filter((name) => name !== variable && !contains(expression, name));
  return derive(expression, variable, free, table);
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
  const plain = { kind, expression, variable, links: [], parts: [], product: null };
  if (ALONE.includes(kind))
    return { ...plain, derivative: differentiate(expression, variable, table) };
  const tree = /** @type {Operation} */ (expression);
  const moving = tree.flatMap((part, i) => (i > 0 && contains(part, variable) ? [i] : []));
  const parts = moving.map((i) => derive(tree[i], variable, free, table));
  const terms = moving.map((i, j) =>
    multiply([localDerivative(tree, i - 1, table), parts[j].derivative]),
  );
  return { ...plain, parts, derivative: add(terms) };
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
  const values = Object.fromEntries(links.map(({ name, value }) => [name, value]));
  const derivative = multiply([substitute(product, values)]);
  const parts = start.kind === "basic" ? [] : [start];
  return { kind: "composite", expression, variable, derivative, links, parts, product };
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

/**
 * The lines a teacher would write.
 * @param {Derivation} found
 * @param {number} [depth]
 * @returns {Step[]}
 */
export function stepsOf(found, depth = 0) {
  if (found.kind === "composite") return chainSteps(found, depth);
  const left = ["Derivative", found.expression, found.variable];
  const parts = found.parts.flatMap((part) => stepsOf(part, depth + 1));
  return [
    ...parts,
    {
      text: SENTENCES[found.kind],
      left,
      right: found.derivative,
      depth,
      kind: "rule",
      of: found,
      link: -1,
    },
  ];
}

/** @param {Derivation} found @param {number} depth @returns {Step[]} */
function chainSteps(found, depth) {
  const { links, expression, variable } = found,
    last = links.length - 1,
    outer = links[last];
  // Within a larger derivation y is the value of the whole: a part is called by its formula.
  const nested = depth > 0,
    y = nested ? expression : "y";
  const whole = nested ? ["Derivative", expression, variable] : ["Ratio", "y", variable];
  /** @type {(text: string, left: Tree, right: Tree, kind: Step["kind"], link?: number) => Step} */
  const line = (text, left, right, kind, link = -1) => ({
    text,
    left,
    right,
    depth,
    kind,
    of: found,
    link,
  });
  const names = links
    .slice(0, -1)
    .map(({ name, formula }, i) =>
      line(i === 0 ? WORDS.nameInner : WORDS.nameNext, name, formula, "name", i),
    );
  const locals = links.map(({ name, inner, formula, local }, i) => {
    const place = i === 0 ? "inner" : i === last ? "outer" : "next";
    const left = nested && i === last ? ["Derivative", formula, inner] : ["Ratio", name, inner];
    return line(WORDS.locals[place], left, local, "local", i);
  });
  const product = /** @type {Tree} */ (found.product),
    back = putBack(product, links);
  const tidy = JSON.stringify(back) !== JSON.stringify(found.derivative);
  return [
    ...names,
    line(WORDS.outer, y, outer.formula, "name", last),
    ...found.parts.flatMap((part) => stepsOf(part, depth + 1)),
    ...locals,
    line(WORDS.multiply, whole, product, "chain"),
    line(WORDS.putBack, whole, back, "chain"),
    ...(tidy ? [line(WORDS.simplify, whole, found.derivative, "rule")] : []),
  ];
}

/**
 * The tree with values in the place of names and nothing simplified.
 * @param {Tree} tree
 * @param {Link[]} links
 * @returns {Tree}
 */
function putBack(tree, links) {
  if (Array.isArray(tree)) return [tree[0], ...tree.slice(1).map((part) => putBack(part, links))];
  return links.find(({ name }) => name === tree)?.value ?? tree;
}
