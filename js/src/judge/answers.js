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

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {import("./rules.js").Rules} Rules */
/**
 * @typedef {{mistake: string, tree: Tree, deep: boolean}} Wrong deep if made in a part of the whole
 *   only
 */
/** @typedef {"wrong" | "slips"} Sort of the twelve mistakes, or of others */
/**
 * @typedef {{right: Tree, wrong: Wrong[], slips: Wrong[], values: Tree[]}} Answers values of a
 *   chain, from the inside out
 */
/** @typedef {{mistake: string, tree: Tree}} Made */
/**
 * @typedef {{left: number}} Work nodes of answers that may still be made; below 0 some were not
 */

/**
 * So many nodes may the wrong answers have together, kept or not, and so many the right one. Those
 * of an exercise have some hundreds. Where there would be more, only the first are made.
 */
export const MOST_NODES = 15_000;
export const MOST_RIGHT = 10_000;
/** Longer chains have no wrong answers: σ′(σ′(…)) doubles with every link. */
const MOST_LINKS = 8;
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
  const inside = within(links[0], variable, rules, work);
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
  const { derivatives } = rules;
  const moving = tree.flatMap((part, i) => (i > 0 && contains(part, variable) ? [i] : []));
  const slopes = moving.map((i) => differentiate(tree[i], variable, derivatives));
  const factors = moving.map((i) => localDerivative(tree, i - 1, derivatives));
  const paths = factors.map((factor, place) => multiply([factor, slopes[place]]));
  const right = add(paths);
  if (sizeOf(right) > MOST_RIGHT) throw new TooLarge();
  const placed = tree.map((part, i) => (moving.includes(i) ? slopes[moving.indexOf(i)] : part));
  const filling = new Filling(variable, rules, { paths, right, placed });
  const gathering = new Gathering(right, work);
  gathering.whole((slips) => filling.all("paths", slips));
  for (const [place, i] of moving.entries()) {
    const instead = (/** @type {Tree} */ path) =>
      add(paths.map((other, j) => (j === place ? path : other)));
    const inside = within(tree[i], variable, rules, work);
    gathering.inside(inside, (wrong) => instead(multiply([factors[place], wrong])));
  }
  return { right, ...gathering.found(), values: [] };
}

/**
 * The machines in a row, from the inside out: the first in the variable, the others in u.
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
 * What can go wrong in a part that is itself made of parts; 2x² is none of those.
 * @param {Tree} part
 * @param {string} variable
 * @param {Rules} rules
 * @param {Work} work
 * @returns {Answers}
 */
function within(part, variable, rules, work) {
  const { kind, outer, inner } = decompose(part, variable);
  const nothing = { right: 0, wrong: [], slips: [], values: [] };
  if (kind === "constant" || kind === "variable" || kind === "basic") return nothing;
  const simple = kind === "composite" && isLinear(/** @type {Tree} */ (outer));
  if (simple && decompose(/** @type {Tree} */ (inner), variable).kind === "basic") return nothing;
  if (work.left < 0) return nothing;
  return answers(part, variable, rules, work);
}

/** Nothing but sums and multiples of u. @param {Tree} tree @returns {boolean} */
function isLinear(tree) {
  return !Array.isArray(tree) || (LINEAR.includes(tree[0]) && tree.slice(1).every(isLinear));
}
