/**
 * Where derivatives are compared: at seeded places in narrow windows and wide ones, and on both
 * sides of every edge.
 */
import { uniforms } from "../core/random.js";
import { isKnown, valuesAt } from "./bounded.js";
import { edgesOf } from "./edges.js";
import { sizeOf } from "./size.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./bounded.js").Bounded} Bounded */
/** @typedef {[number, number]} Window */
/**
 * @typedef {object} Places
 * @property {number[]} points
 * @property {number[]} regions for each, the number of kinks below it
 * @property {Bounded[]} truth for each, the right derivative
 */

const SEED = 32;
/** @type {[number, number, number][]} from where to where so many points are drawn */
const WINDOWS = [
  [-2, 2, 14],
  [0.1, 5, 8],
  [-9, 9, 14],
  [-60, 60, 12],
];
const IN_WINDOW = 12;
/** Beside an edge, in parts of the way to the next, or of so much. */
const BESIDE = [0.003, 0.05, 0.4, 0.02, 0.15, 0.7];
const FAR = 20;
/** With more edges than that, half of these do. */
const MANY = 6;
/** So many nodes are evaluated at most: with a long derivative, at fewer places. */
export const MOST_EVALUATIONS = 400_000;

/**
 * Where the function and its derivative are known.
 * @param {Tree} tree @param {Tree} right @param {string} variable @param {Window} window
 * @param {Tree[]} [compared] whose edges count too
 * @returns {Places}
 */
export function placesOf(tree, right, variable, window, compared = []) {
  const edges = edgesOf([tree, right, ...compared], variable),
    kinks = edges.filter(({ smooth }) => !smooth);
  const points = thinned(
    [...drawn(window), ...beside(edges.map(({ place }) => place))],
    sizeOf(tree) + sizeOf(right),
  );
  const y = valuesAt(tree, variable, points),
    truth = valuesAt(right, variable, points);
  const known = points.flatMap((_, i) => (isKnown(y[i]) && isKnown(truth[i]) ? [i] : []));
  return {
    points: known.map((i) => points[i]),
    regions: known.map((i) => kinks.filter(({ place }) => place < points[i]).length),
    truth: known.map((i) => truth[i]),
  };
}

/** @param {Window} window */
function drawn([low, high]) {
  const draw = uniforms(SEED);
  return [[low, high, IN_WINDOW], ...WINDOWS].flatMap(([from, to, count]) =>
    Array.from({ length: count }, () => from + (to - from) * draw()),
  );
}

/** @param {number[]} edges */
function beside(edges) {
  const parts = edges.length > MANY ? BESIDE.slice(0, BESIDE.length / 2) : BESIDE;
  return edges.flatMap((edge, i) => {
    const below = Math.min(FAR, edge - (edges[i - 1] ?? -Infinity)),
      above = Math.min(FAR, (edges[i + 1] ?? Infinity) - edge);
    return parts.flatMap((part) => [edge - part * below, edge + part * above]);
  });
}

/** @param {number[]} points @param {number} nodes */
function thinned(points, nodes) {
  const every = Math.ceil((points.length * nodes) / MOST_EVALUATIONS);
  return points.filter((_, i) => i % every === 0);
}
