/**
 * Where something can happen to an expression: the kinks, jumps and poles of its parts and the ends
 * of their domains, found as zeros: of what stands in |·|, relu and ln, of denominators and bases.
 */
import { compileUnary } from "../core/expression.js";
import { HEADS } from "../core/operations.js";
import { contains, replace } from "../language/composition.js";
import { sizeOf } from "./size.js";

/** @typedef {import("../core/expression.js").Tree} Tree */

/** Close together in the middle, further and further apart up to ± ten thousand. */
const STEP = 0.15;
const GROWTH = 1.1;
const FARTHEST = 1e4;
const GRID = grid();
const FROM_THE_MIDDLE = GRID.map((_, i) => i)
  .slice(1)
  .sort((a, b) => Math.abs(GRID[a]) - Math.abs(GRID[b]));
const HALVINGS = 60;
/** A minimum of |g| that is so much smaller than its surroundings is a zero. */
const TOUCHING = 1e-9;
/** So many nodes are looked for zeros, and so many zeros kept, those nearest to 0. */
const MOST_NODES = 2000;
const MOST_EDGES = 24;
/** Two edges so close together count as one. */
const APART = 1e-4;

/**
 * @typedef {{place: number, smooth: boolean}} Edge smooth if on both sides of it an expression is
 *   the same analytic function: at a pole, or where its domain ends
 */
/** @typedef {"kink" | "end" | "smooth" | "bend"} Sort */
/** @typedef {{tree: Tree, sort: Sort}} Turning a tree at whose zeros something happens */

/**
 * In order, at most `MOST_EDGES` of them, for the trees together.
 * @param {Tree[]} trees @param {string} variable @returns {Edge[]}
 */
export function edgesOf(trees, variable) {
  /** @type {Map<string, Turning>} */ const turning = new Map();
  for (const one of trees.flatMap(turningIn))
    if (contains(one.tree, variable)) turning.set(JSON.stringify(one), one);
  let left = MOST_NODES;
  const found = [...turning.values()].flatMap((one) => {
    left -= sizeOf(one.tree);
    return left < 0 ? [] : edgesAt(one, variable);
  });
  return chosen(found);
}

/** @param {Turning} turning @param {string} variable @returns {Edge[]} */
function edgesAt({ tree, sort }, variable) {
  const whole = compileUnary(tree, variable);
  // A root has a kink where its argument only touches 0, as √(x²) has: there it does not end.
  const isKink = (/** @type {number} */ place) => {
    const beside = APART * (1 + Math.abs(place));
    return sort === "kink" || (whole(place - beside) > 0 && whole(place + beside) > 0);
  };
  const factors = factorsOf(tree).filter((factor) => contains(factor, variable));
  return factors
    .flatMap((factor) => zerosOf(compileUnary(factor, variable), sort === "bend"))
    .map((place) => ({ place, smooth: sort === "smooth" || sort === "bend" || !isKink(place) }));
}

/** The kinks first, those nearest to 0 first. @param {Edge[]} edges */
function chosen(edges) {
  /** @type {Edge[]} */ const kept = [];
  const order = (/** @type {Edge} */ { place, smooth }) => [Number(smooth), Math.abs(place)];
  const sorted = edges.sort((a, b) => {
    const [one, other] = [order(a), order(b)];
    return one[0] - other[0] || one[1] - other[1];
  });
  for (const edge of sorted) {
    const { place } = edge;
    const near = kept.some((one) => Math.abs(one.place - place) <= APART * (1 + Math.abs(place)));
    if (!near) kept.push(edge);
    if (kept.length === MOST_EDGES) break;
  }
  return kept.sort((a, b) => a.place - b.place);
}

/** What may not be 0 unseen. @param {Tree} tree @returns {Turning[]} */
function turningIn(tree) {
  if (!Array.isArray(tree)) return [];
  const [head, ...parts] = tree,
    { edges, domain, bends, course } = HEADS[head];
  /** @type {(trees: Tree[], sort: Sort) => Turning[]} */
  const all = (trees, sort) => trees.map((each) => ({ tree: replace(each, "u", parts[0]), sort }));
  const own = [...all(edges, "kink"), ...all(domain, "end"), ...all(bends, "bend")];
  if (typeof course !== "string") own.push(...turningIn(replace(course, "u", parts[0])));
  if (head === "Divide") own.push({ tree: parts[1], sort: "smooth" });
  if (head === "Power" && typeof parts[0] === "number") own.push({ tree: parts[1], sort: "bend" });
  else if (head === "Power")
    own.push({ tree: parts[0], sort: Number.isInteger(parts[1]) ? "smooth" : "end" });
  return [...own, ...parts.flatMap(turningIn)];
}

/**
 * Parts at whose zeros a tree is 0: its own may not change sign, as x² does not.
 * @param {Tree} tree @returns {Tree[]}
 */
function factorsOf(tree) {
  if (!Array.isArray(tree)) return [tree];
  const [head, ...parts] = tree;
  if (head === "Multiply") return parts.flatMap(factorsOf);
  if (["Power", "Negate", "Divide", "Sqrt", "Abs"].includes(head)) return factorsOf(parts[0]);
  return [tree];
}

function grid() {
  const places = [];
  for (let place = -9.03; place < 9.1; place += STEP) places.push(place);
  for (let place = 9.1 * GROWTH; place < FARTHEST; place *= GROWTH) {
    places.unshift(-place);
    places.push(place);
  }
  return places;
}

/**
 * Changes of sign, poles among them, and zeros that are touched; those nearest to 0.
 * @param {(x: number) => number} g @param {boolean} nearly where it only comes near 0, too
 * @returns {number[]}
 */
function zerosOf(g, nearly) {
  const values = GRID.map(g);
  /** @type {(() => number | null)[]} */ const found = [];
  for (const i of FROM_THE_MIDDLE) {
    if (values[i - 1] * values[i] < 0) found.push(() => crossing(g, GRID[i - 1], GRID[i]));
    else if (values[i] === 0 && values[i - 1] && values[i + 1]) found.push(() => GRID[i]);
    else if (isLow(values, i)) found.push(() => touching(g, values, i, nearly));
    if (found.length === MOST_EDGES) break;
  }
  return found.map((find) => find()).filter((place) => place !== null);
}

/**
 * @param {(x: number) => number} g @param {number[]} values @param {number} i
 * @param {boolean} nearly
 */
function touching(g, values, i, nearly) {
  const place = lowest(g, GRID[i - 1], GRID[i + 1]);
  const around = Math.min(Math.abs(values[i - 1]), Math.abs(values[i + 1]));
  return nearly || Math.abs(g(place)) <= TOUCHING * around ? place : null;
}

/** @param {number[]} values @param {number} i */
const isLow = (values, i) =>
  Math.abs(values[i]) < Math.abs(values[i - 1]) && Math.abs(values[i]) < Math.abs(values[i + 1]);

/** By bisection. @param {(x: number) => number} g @param {number} low @param {number} high */
function crossing(g, low, high) {
  const sign = Math.sign(g(low));
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(g(middle)) === sign) low = middle;
    else high = middle;
  }
  return high;
}

/** By thirds. @param {(x: number) => number} g @param {number} low @param {number} high */
function lowest(g, low, high) {
  for (let i = 0; i < HALVINGS; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (Math.abs(g(left)) < Math.abs(g(right))) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
