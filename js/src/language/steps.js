/** The lines of a derivation, as a teacher writes them. */
import { key } from "./simplify.js";
import WORDS from "./words.json";
import { plainText } from "./writing.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./derivation.js").Derivation} Derivation */
/** @typedef {import("./derivation.js").Link} Link */

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

/** @type {Record<string, string>} */
const SENTENCES = WORDS.steps;

/**
 * The lines a teacher would write.
 * @param {Derivation} found
 * @param {number} [depth]
 * @returns {Step[]}
 */
export function stepsOf(found, depth = 0) {
  if (found.kind === "composite") return chainSteps(found, depth);
  const { rule, derivative } = found,
    left = ["Derivative", found.expression, found.variable];
  /** @type {(text: string, right: Tree) => Step} */
  const line = (text, right) => ({ text, left, right, depth, kind: "rule", of: found, link: -1 });
  const isDone = rule === null || key(rule) === key(derivative);
  return [
    ...found.parts.flatMap((part) => stepsOf(part, depth + 1)),
    line(SENTENCES[found.kind], isDone ? derivative : rule),
    ...(isDone ? [] : [line(WORDS.simplify, derivative)]),
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
    back = putBack(product, links.slice(0, -1));
  const [before, between, after] = [product, back, found.derivative].map(plainText);
  return [
    ...names,
    line(WORDS.outer, y, outer.formula, "name", last),
    ...found.parts.flatMap((part) => stepsOf(part, depth + 1)),
    ...locals,
    line(WORDS.multiply, whole, product, "chain"),
    ...(before === between ? [] : [line(WORDS.putBack, whole, back, "chain")]),
    ...(between === after ? [] : [line(WORDS.simplify, whole, found.derivative, "rule")]),
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
