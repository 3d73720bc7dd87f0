/**
 * The numbers by which typed derivatives are judged: what is right and what is wrong, at points.
 */
import { compileUnary } from "../core/expression.js";
import { uniforms } from "../core/random.js";
import { answers } from "./answers.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {[number, number]} Window */
/** @typedef {{mistake: string, tree: Tree, values: number[], deep: boolean}} WrongValues */
/**
 * @typedef {object} Sheet
 * @property {Tree} tree
 * @property {string} variable
 * @property {Tree} right
 * @property {number[]} points
 * @property {number[]} shown the places at which a reader can be shown two values
 * @property {Tree[]} links the values of a chain, from the inside out
 * @property {WrongValues[]} wrong of the twelve mistakes
 * @property {WrongValues[]} slips of others
 */

const POINTS = 24;
const CANDIDATES = 96;
const SEED = 32;
/** @type {Window[]} */
export const WINDOWS = [
  [-2, 2],
  [0.1, 5],
  [-9, 9],
];
const NICE = [1.5, 1, 2, 0.5, -1, -0.5, 3, 0.25, -2];
const LARGEST = 1e12;
export const TIGHT = 1e-7;
export const SHARE = 0.25;

/**
 * Null where the expression has hardly anywhere a value and a slope. Throws `TooLarge`.
 * @param {Tree} tree
 * @param {string} variable
 * @param {Window} window
 * @param {Rules} rules
 * @returns {Sheet | null}
 */
export function makeSheet(tree, variable, window, rules) {
  const found = answers(tree, variable, rules);
  const defined = definedAt(tree, found.right, variable);
  const points = pointsOf(defined, window);
  if (!points) return null;
  const right = valuesAt(found.right, variable, points);
  const [wrong, slips] = [found.wrong, found.slips].map((several) =>
    wrongValues(several, right, variable, points),
  );
  return {
    tree,
    variable,
    right: found.right,
    points,
    shown: shownAt(points, defined),
    links: found.values,
    wrong,
    slips,
  };
}

/**
 * @param {import("./answers.js").Wrong[]} several
 * @param {number[]} right
 * @param {string} variable
 * @param {number[]} points
 * @returns {WrongValues[]}
 */
function wrongValues(several, right, variable, points) {
  /** @type {WrongValues[]} */ const wrong = [];
  for (const { mistake, tree, deep } of several) {
    const values = valuesAt(tree, variable, points);
    const known = [
      right,
      ...wrong.filter((other) => other.mistake === mistake).map((other) => other.values),
    ];
    const seen = countFinite(values) >= SHARE * points.length;
    if (seen && !known.some((other) => alike(values, other)))
      wrong.push({ mistake, tree, values, deep });
  }
  return wrong;
}

/** @param {Tree} tree @param {Tree} right @param {string} variable */
function definedAt(tree, right, variable) {
  return (/** @type {number[]} */ places) => {
    const y = valuesAt(tree, variable, places),
      slope = valuesAt(right, variable, places);
    return places.filter((_, i) => Number.isFinite(y[i]) && Number.isFinite(slope[i]));
  };
}

/**
 * Seeded points where all is defined.
 * @param {(places: number[]) => number[]} defined
 * @param {Window} window
 */
function pointsOf(defined, window) {
  for (const [low, high] of [window, ...WINDOWS]) {
    const draw = uniforms(SEED);
    const good = defined(Array.from({ length: CANDIDATES }, () => low + (high - low) * draw()));
    if (good.length >= POINTS / 2) return good.slice(0, POINTS);
  }
  return null;
}

/** @param {number[]} points @param {(places: number[]) => number[]} defined */
function shownAt(points, defined) {
  const low = Math.min(...points),
    high = Math.max(...points);
  return defined([
    ...NICE.filter((place) => low <= place && place <= high),
    ...points.map((point) => Math.floor(100 * point + 0.5) / 100),
  ]);
}

/**
 * NaN where there is no value, or none of ordinary size.
 * @param {Tree} tree
 * @param {string} variable
 * @param {number[]} places
 */
export function valuesAt(tree, variable, places) {
  const f = compileUnary(tree, variable);
  return places.map((place) => {
    const value = f(place);
    return Math.abs(value) <= LARGEST ? value : NaN;
  });
}

/** @param {number[]} values */
export const countFinite = (values) => values.filter(Number.isFinite).length;

/**
 * Do two answers agree wherever both have a value, and have they enough in common?
 * @param {number[]} one
 * @param {number[]} other
 * @param {number} [tolerance] relative
 * @param {number} [scale] near 0, relative to so much of the mean size
 */
export function alike(one, other, tolerance = TIGHT, scale = 0.01) {
  const both = one.flatMap((value, i) =>
    Number.isFinite(value) && Number.isFinite(other[i]) ? [i] : [],
  );
  if (both.length < SHARE * one.length) return false;
  return close(
    both.map((i) => one[i]),
    both.map((i) => other[i]),
    tolerance,
    scale,
  ).every(Boolean);
}

/**
 * Where two lists of numbers agree.
 * @param {number[]} one
 * @param {number[]} other
 * @param {number} tolerance
 * @param {number} [scale]
 * @returns {boolean[]}
 */
export function close(one, other, tolerance, scale = 0.01) {
  const floor =
    (scale * other.reduce((sum, value) => sum + Math.abs(value), 0)) / (other.length || 1);
  return one.map(
    (value, i) =>
      Math.abs(value - other[i]) <=
      tolerance * Math.max(Math.abs(value), Math.abs(other[i]), floor),
  );
}
