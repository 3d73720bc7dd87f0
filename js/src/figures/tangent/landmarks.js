/**
 * Where the slope of a typed function is 0 or missing, found by sampling: the twin of `landmarks`
 * in ptcode/functions/slopes.py.
 */
import { compileUnary } from "../../core/expression.js";
import { rounded, sample } from "../../language/own/reading.js";
import { fromSides, NEARBY, tangentAt, VERDICTS } from "./slope.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../core/expression.js").Operation} Operation */
/** @typedef {(x: number) => number} Curve */

const SAMPLES = 2000,
  VARIABLE = "x";
const ROOTS = ["Sqrt", "Cbrt"];
/**
 * What each is on one side of the place where its argument is 0.
 * @type {Record<string, (inner: number, side: number) => number>}
 */
const BRANCHES = {
  Abs: (inner, side) => side * inner,
  Sign: (_, side) => side,
  ReLU: (inner, side) => (side > 0 ? inner : 0),
  Step: (_, side) => Number(side > 0),
};
const SMOOTH = [VERDICTS.rises, VERDICTS.falls, VERDICTS.outside, VERDICTS.level];

/**
 * The tangents at every flat place, kink and upright place of a window, in order.
 * @param {import("../../language/own/reading.js").Typed} typed @param {[number, number]} window
 */
export function landmarks(typed, window) {
  const { tree, slope } = typed,
    parts = partsOf(tree),
    kinks = parts.filter(([head]) => Object.hasOwn(BRANCHES, head));
  const inners = [...kinks, ...parts.filter(isRoot)].map(([, inner]) => inner);
  const curves = [slope, ...distinct(inners).map((inner) => compileUnary(inner, VARIABLE))];
  const places = [...new Set(curves.flatMap((curve) => zeros(curve, window)))];
  return places
    .sort((a, b) => a - b)
    .map((x) => tangentWith(typed, kinks, x))
    .filter(({ verdict }) => !SMOOTH.includes(verdict));
}

/** Every operation of a tree. @param {Tree} tree @returns {Operation[]} */
const partsOf = (tree) => (Array.isArray(tree) ? [tree, ...tree.slice(1).flatMap(partsOf)] : []);

/** @param {Tree[]} trees @returns {Tree[]} */
const distinct = (trees) =>
  [...new Set(trees.map((tree) => JSON.stringify(tree)))].map((text) => JSON.parse(text));

/** Does it rise upright where what stands in it is 0? @param {Operation} part */
function isRoot([head, , exponent]) {
  if (ROOTS.includes(head)) return true;
  if (head !== "Power" || !Array.isArray(exponent) || exponent[0] !== "Rational") return false;
  const power = exponent[1] / exponent[2];
  return power > 0 && power < 1;
}

/** How near to 0 an argument counts as 0. @param {number} x */
const near = (x) => 1e-12 * (1 + Math.abs(x));

/**
 * @param {import("../../language/own/reading.js").Typed} typed @param {Operation[]} kinks
 * @param {number} x
 */
function tangentWith({ tree, derivative, value, slope }, kinks, x) {
  const curve = { value, slope, breaks: [] };
  const kinked = kinks.some(([, inner]) => Math.abs(compileUnary(inner, VARIABLE)(x)) <= near(x));
  if (!kinked || !Number.isFinite(value(x))) return tangentAt(curve, x);
  const sides = [-1, 1].map((side) => ({
    value: beside(tree, x, side),
    slope: beside(derivative, x, side),
  }));
  return fromSides(curve, x, sides);
}

/**
 * The value of a tree at x, its kinks as they are on one side of x.
 * @param {Tree} tree @param {number} x @param {number} side @returns {number}
 */
function beside(tree, x, side) {
  if (!Array.isArray(tree)) return compileUnary(tree, VARIABLE)(x);
  const [head, ...parts] = tree,
    values = parts.map((part) => beside(part, x, side));
  if (!Object.hasOwn(BRANCHES, head) || Math.abs(values[0]) > near(x))
    return compileUnary([head, ...values], VARIABLE)(x);
  return BRANCHES[head](
    values[0],
    compileUnary(parts[0], VARIABLE)(x + side * NEARBY) > 0 ? 1 : -1,
  );
}

/**
 * Where f is 0, changing its sign there or not; stretches of 0 are left out.
 * @param {Curve} f @param {[number, number]} window
 */
function zeros(f, window) {
  const grid = sample(window, SAMPLES),
    values = grid.map(f);
  /** @type {number[]} */ const found = [];
  for (let i = 1; i < SAMPLES; i++) {
    const [before, here, after] = values.slice(i - 1, i + 2);
    if (here === 0 && before !== 0 && after !== 0) found.push(grid[i]);
    else if (here * after < 0) found.push(cross(f, grid[i], grid[i + 1]));
    else if (here * before > 0 && Math.abs(here) < Math.min(Math.abs(before), Math.abs(after)))
      found.push(touch(f, grid[i - 1], grid[i + 1]));
  }
  const least = Math.min(...values.map(Math.abs).filter((size) => !Number.isNaN(size)));
  return found
    .map((place) => {
      const tidy = rounded(place, 9) + 0;
      return Math.abs(f(tidy)) <= Math.abs(f(place)) ? tidy : place;
    })
    .filter((place) => Math.abs(f(place)) <= 1e-7 * (1 + least));
}

/**
 * Where f changes its sign, by halving.
 * @param {Curve} f @param {number} low @param {number} high
 */
function cross(f, low, high) {
  const before = f(low);
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) * before > 0) low = middle;
    else high = middle;
  }
  return high;
}

/** Where |f| is least, by thirds. @param {Curve} f @param {number} low @param {number} high */
function touch(f, low, high) {
  for (let i = 0; i < 80; i++) {
    const first = low + (high - low) / 3,
      second = high - (high - low) / 3;
    if (Math.abs(f(first)) < Math.abs(f(second))) high = second;
    else low = first;
  }
  return (low + high) / 2;
}
