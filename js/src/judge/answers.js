/**
 * The right derivative of an expression and the wrong ones, made from the templates of mistakes.
 * ptcode/mistakes/answers.py makes them of SymPy expressions, by the same templates.
 */
import { contains, decompose } from "../language/composition.js";
import { differentiate, localDerivative } from "../language/differentiate.js";
import { add, multiply } from "../language/simplify.js";
import { Filling } from "./filling.js";

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
/** @typedef {{left: number}} Work nodes of answers that may still be made */

const MOST = 120;
/**
 * So many nodes may the answers have together that are made, kept or not: those of an exercise have
 * some hundreds, those of a product of ten activations of activations 90 000. Each is evaluated at
 * two dozen points.
 */
export const MOST_NODES = 250_000;
/** Longer chains have no wrong answers: σ′(σ′(…)) doubles with every link. */
const MOST_LINKS = 8;
const LINEAR = ["Add", "Multiply", "Negate", "Divide"];

/** An expression whose answers have too many nodes to be judged by. */
export class TooLarge extends Error {
  constructor() {
    super(`the answers to this expression have more than ${MOST_NODES} nodes: try a shorter one`);
  }
}

/**
 * Throws `TooLarge` before more than about `MOST_NODES` nodes are made.
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

/** Counts the nodes of a tree as work. @param {Tree} tree @param {Work} work */
function spend(tree, work) {
  work.left -= 1;
  if (work.left < 0) throw new TooLarge();
  if (Array.isArray(tree)) for (const part of tree.slice(1)) spend(part, work);
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
  filling.right = right;
  const rest = filling.fill(["product", "i", 2, "n", ["factor", "i"]]);
  const inside = within(links[0], variable, rules, work);
  /** @type {(sort: Sort) => Wrong[]} */
  const made = (sort) =>
    gathered(
      right,
      work,
      links.length <= MOST_LINKS ? filling.all("chain", sort === "slips") : [],
      inside[sort].map((wrong) => ({ mistake: wrong.mistake, tree: multiply([rest, wrong.tree]) })),
    );
  return {
    right,
    wrong: made("wrong"),
    slips: made("slips"),
    values: filling.values,
  };
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
  const placed = tree.map((part, i) => (moving.includes(i) ? slopes[moving.indexOf(i)] : part));
  const filling = new Filling(variable, rules, { paths, right, placed });
  const inside = moving.map((i) => within(tree[i], variable, rules, work));
  /** @type {(place: number, path: Tree) => Tree} */
  const instead = (place, path) => add(paths.map((other, j) => (j === place ? path : other)));
  /** @type {(sort: Sort) => Wrong[]} */
  const made = (sort) =>
    gathered(
      right,
      work,
      filling.all("paths", sort === "slips"),
      inside.flatMap((found, place) =>
        found[sort].map((wrong) => ({
          mistake: wrong.mistake,
          tree: instead(place, multiply([factors[place], wrong.tree])),
        })),
      ),
    );
  return {
    right,
    wrong: made("wrong"),
    slips: made("slips"),
    values: [],
  };
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
  return answers(part, variable, rules, work);
}

/** Nothing but sums and multiples of u. @param {Tree} tree @returns {boolean} */
function isLinear(tree) {
  return !Array.isArray(tree) || (LINEAR.includes(tree[0]) && tree.slice(1).every(isLinear));
}

/**
 * Every wrong answer once, written as it is, those of the whole before those of a part.
 * @param {Tree} right
 * @param {Work} work
 * @param {Iterable<Made>} whole
 * @param {Iterable<Made>} inside
 * @returns {Wrong[]}
 */
function gathered(right, work, whole, inside) {
  spend(right, work);
  const truth = JSON.stringify(right);
  /** @type {Map<string, Wrong>} */ const found = new Map();
  for (const [place, made] of [whole, inside].entries()) {
    for (const { mistake, tree } of made) {
      spend(tree, work);
      const key = JSON.stringify(tree),
        name = `${mistake} ${key}`;
      if (key !== truth && !found.has(name)) found.set(name, { mistake, tree, deep: place > 0 });
      if (found.size === MOST) return [...found.values()];
    }
  }
  return [...found.values()];
}
