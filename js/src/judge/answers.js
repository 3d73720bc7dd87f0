/**
 * The right derivative of an expression and the wrong ones, made from the templates of mistakes.
 * ptcode/mistakes/answers.py makes them of SymPy expressions, by the same templates.
 */
import { contains, decompose } from "../language/composition.js";
import { differentiate, localDerivative } from "../language/differentiate.js";
import { add, multiply } from "../language/simplify.js";
import { Filling } from "./filling.js";
import { Gathering } from "./gathering.js";
import { sizeOf } from "./size.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {import("./rules.js").Rules} Rules */
/**
 * @typedef {{mistake: string, tree: Tree, deep: boolean, heads: string[]}} Wrong deep if made in a
 *   part of the whole only; heads of the part that it was made in, for the words
 */
/** @typedef {"wrong" | "slips"} Sort of the twelve mistakes, or of others */
/**
 * @typedef {{right: Tree, wrong: Wrong[], slips: Wrong[], values: Tree[]}} Answers values of a
 *   chain, from the inside out
 */
/** @typedef {{mistake: string, tree: Tree, heads: string[]}} Made */
/**
 * @typedef {object} Paths through parts that stand side by side
 * @property {Filling} filling
 * @property {Tree[]} factors the local derivatives of the whole by the parts that move
 * @property {() => Answers[]} inside what can go wrong in each of them
 */
/**
 * @typedef {{left: number}} Work nodes of answers that may still be made; below 0 some were not
 */

/**
 * So many nodes may the wrong answers have together, kept or not, and so many the right one. Those
 * of an exercise have some hundreds. Where there would be more, only the first are made.
 */
export const MOST_NODES = 15_000;
export const MOST_RIGHT = 10_000;
const { MOST_LINKS } = LIMITS;
/** @type {Answers} */ const NOTHING = { right: 0, wrong: [], slips: [], values: [] };
const LINEAR = ["Add", "Multiply", "Negate", "Divide"];

/** An expression whose derivative has too many nodes. */
export class TooLarge extends Error {
  constructor() {
    super(`the derivative of this has more than ${MOST_RIGHT} nodes: try a shorter expression`);
  }
}

/**
 * Throws `TooLarge` where the right answer has more than `MOST_RIGHT` nodes.
 * @param {Tree} tree @param {string} variable @param {Rules} rules @param {Work} [work]
 * @returns {Answers}
 */
export function answers(tree, variable, rules, work = { left: MOST_NODES }) {
  const { kind } = decompose(tree, variable);
  if (kind === "basic" || kind === "composite") return ofChain(tree, variable, rules, work);
  if (kind === "constant" || kind === "variable") {
    return {
      right: differentiate(tree, variable, rules.derivatives),
      wrong: [],
      slips: [],
      values: [],
    };
  }
  return ofPaths(/** @type {Operation} */ (tree), variable, rules, work);
}

/**
 * @param {Tree} tree
 * @param {string} variable
 * @param {Rules} rules
 * @param {Work} work
 * @returns {Answers}
 */
function ofChain(tree, variable, rules, work) {
  const links = chain(tree, variable);
  const filling = new Filling(variable, rules, { links });
  const right = filling.fill(["product", "i", 1, "n", ["factor", "i"]]);
  if (sizeOf(right) > MOST_RIGHT) throw new TooLarge();
  filling.right = right;
  const rest = filling.fill(["product", "i", 2, "n", ["factor", "i"]]);
  const gathering = new Gathering(right, work);
  if (links.length <= MOST_LINKS) gathering.whole((slips) => filling.all("chain", slips));
  // Of a single step the chain has said it all.
  const single = decompose(links[0], variable).kind === "basic";
  const inside = single ? NOTHING : within(links[0], variable, rules, work);
  gathering.inside(inside, (wrong) => multiply([rest, wrong]));
  return { right, ...gathering.found(), values: filling.values };
}

/**
 * @param {Operation} tree
 * @param {string} variable
 * @param {Rules} rules
 * @param {Work} work
 * @returns {Answers}
 */
function ofPaths(tree, variable, rules, work) {
  const { filling, factors, inside } = sideBySide(tree, variable, rules, work);
  const { paths, right } = filling;
  if (sizeOf(right) > MOST_RIGHT) throw new TooLarge();
  const gathering = new Gathering(right, work);
  gathering.whole((slips) => filling.all("paths", slips));
  for (const [place, part] of inside().entries()) {
    const instead = (/** @type {Tree} */ path) =>
      add(paths.map((other, j) => (j === place ? path : other)));
    gathering.inside(part, (wrong) => instead(multiply([factors[place], wrong])));
  }
  return { right, ...gathering.found(), values: [] };
}

/**
 * @param {Operation} tree
 * @param {string} variable
 * @param {Rules} rules
 * @param {Work} work
 * @returns {Paths}
 */
export function sideBySide(tree, variable, rules, work) {
  const { derivatives } = rules;
  const moving = tree.flatMap((part, i) => (i > 0 && contains(part, variable) ? [i] : []));
  const slopes = moving.map((i) => differentiate(tree[i], variable, derivatives));
  const factors = moving.map((i) => localDerivative(tree, i - 1, derivatives));
  const paths = factors.map((factor, place) => multiply([factor, slopes[place]]));
  const placed = tree.map((part, i) => (moving.includes(i) ? slopes[moving.indexOf(i)] : part));
  const parts = moving.map((i) => tree[i]);
  const filling = new Filling(variable, rules, { paths, parts, right: add(paths), placed });
  const inside = () => parts.map((part) => within(part, variable, rules, work));
  return { filling, factors, inside };
}

/**
 * The machines in a row, from the inside out: the first in the variable, the others in u.
 * @param {Tree} tree
 * @param {string} variable
 * @returns {Tree[]}
 */
export function chain(tree, variable) {
  const { kind, outer, inner } = decompose(tree, variable);
  return kind === "composite"
    ? [...chain(/** @type {Tree} */ (inner), variable), /** @type {Tree} */ (outer)]
    : [tree];
}

/**
 * What can go wrong in a part; in a multiple such as 2x² no more than slips: nobody overlooks that
 * it is composite.
 * @param {Tree} part
 * @param {string} variable
 * @param {Rules} rules
 * @param {Work} work
 * @returns {Answers}
 */
function within(part, variable, rules, work) {
  const { kind, outer, inner } = decompose(part, variable);
  if (kind === "constant" || kind === "variable" || work.left < 0) return NOTHING;
  const simple = kind === "composite" && isLinear(/** @type {Tree} */ (outer));
  const found = answers(part, variable, rules, work);
  return simple && decompose(/** @type {Tree} */ (inner), variable).kind === "basic"
    ? { ...found, wrong: [] }
    : found;
}

/** Nothing but sums and multiples of u. @param {Tree} tree @returns {boolean} */
function isLinear(tree) {
  return !Array.isArray(tree) || (LINEAR.includes(tree[0]) && tree.slice(1).every(isLinear));
}
