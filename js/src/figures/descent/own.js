/** A typed cost as the descent explorer shows it: the twin of `_typed_view` in Python. */
import { compileUnary } from "../../core/expression.js";
import { differentiate } from "../../language/differentiate.js";
import {
  DERIVATIVES,
  extent,
  readTyped,
  rounded,
  sample,
  typing,
} from "../../language/own/reading.js";
import { degree } from "../../language/own/degree.js";
import { TYPED } from "../../language/own/index.js";
import { simplify } from "../../language/simplify.js";
import { problem } from "./problem.js";
import WORDS from "./words.json";

export const VARIABLE = "theta";
export const { field, hand } = typing(WORDS.typed, VARIABLE);

/** @param {string} text @returns {import("../../language/own/index.js").Found<Made>} */
export function read(text) {
  const { made, ...rest } = readTyped(text, VARIABLE);
  return made ? { made: problem(cost(made)) } : rest;
}

/** @typedef {ReturnType<typeof problem>} Made */

/** @param {import("../../language/own/reading.js").Typed} typed */
function cost({ tree, derivative, value, slope, window, label }) {
  const [low, high] = window,
    grid = sample(window);
  const curvature = constantCurvature(tree, derivative);
  const starts = grid.filter((at) => Number.isFinite(slope(at)));
  const usual = Number.isFinite(slope(2));
  return {
    key: `${TYPED} ${label}`,
    label,
    variable: VARIABLE,
    tree,
    derivative,
    curvature,
    lowest: lowest(value, grid),
    x: /** @type {[number, number]} */ ([1.1 * low, 1.1 * high]),
    y: extent(grid.map(value)),
    starts: window,
    ...rates(curvature),
    theta0: usual ? 2 : rounded(starts[Math.floor((2 * starts.length) / 3)], 2),
  };
}

/**
 * J″ where it is the same everywhere (a quadratic or a straight line), else null.
 * @param {import("../../core/expression.js").Tree} tree
 * @param {import("../../core/expression.js").Tree} derivative
 */
function constantCurvature(tree, derivative) {
  if (degree(simplify(tree), VARIABLE) > 2) return null;
  return compileUnary(differentiate(derivative, VARIABLE, DERIVATIVES), VARIABLE)(0);
}

/**
 * The largest α that is offered, one to begin with, and how finely it is set: on a quadratic cost
 * of curvature λ the rates reach past 2/λ, where descent diverges.
 * @param {number | null} curvature
 */
function rates(curvature) {
  if (curvature === null || curvature <= 0) return { fastest: 1.25, alpha: 0.1, step: 0.01 };
  const step = Math.min(0.01, 10 ** Math.floor(Math.log10(0.05 / curvature)));
  return { fastest: 2.5 / curvature, alpha: rounded(0.2 / curvature / step, 0) * step, step };
}

/**
 * The least value, to be subtracted on a logarithmic axis: that of the grid, made finer by thirds.
 * @param {(at: number) => number} value @param {number[]} grid
 */
function lowest(value, grid) {
  const known = grid.filter((at) => Number.isFinite(value(at)));
  const least = known.reduce((best, at) => (value(at) < value(best) ? at : best));
  let [low, high] = [least - (grid[1] - grid[0]), least + (grid[1] - grid[0])];
  for (let i = 0; i < 80; i++) {
    const first = low + (high - low) / 3,
      second = high - (high - low) / 3;
    if (value(first) < value(second)) high = second;
    else low = first;
  }
  return Math.min(...[least, (low + high) / 2].map(value).filter(Number.isFinite));
}
