/** The running example in training. */
import { compile } from "../core/expression.js";
import { gradientDescent } from "../descent/optimisers.js";
import { field } from "../descent/surfaces.js";
import { descend } from "../descent/tracks.js";

/** @typedef {import("../descent/surfaces.js").Pair} Pair */
/** @typedef {import("../core/expression.js").Tree} Tree */

/** @typedef {import("../../generated/figures.d.ts").TrainingView["data"]} Data */
/** @typedef {ReturnType<typeof network>} Network */
/** @typedef {ReturnType<typeof run>} Run */

/**
 * The cost with its gradient, the prediction and the value of the hidden node, as functions of both
 * weights.
 * @param {Data} data
 */
export function network({ cost, partials, prediction, hidden, variables }) {
  const of = (/** @type {Tree} */ tree) => {
    const evaluate = compile(tree, variables);
    const at = new Float64Array(2);
    return (/** @type {number} */ W1, /** @type {number} */ W2) => {
      at[0] = W1;
      at[1] = W2;
      return evaluate(at);
    };
  };
  return {
    cost: field({ tree: cost, partials, variables }),
    predict: of(prediction),
    hidden: of(hidden),
  };
}

/**
 * Descent from a start, with the prediction and the length of the gradient at every step.
 * @param {Network} example @param {Pair} start @param {number} alpha @param {number} steps
 */
export function run({ cost, predict }, start, alpha, steps) {
  const path = descend(cost, start, gradientDescent({ alpha }), steps);
  return {
    ...path,
    predictions: path.positions.map(([W1, W2]) => predict(W1, W2)),
    lengths: path.gradients.map(([first, second]) => Math.hypot(first, second)),
  };
}

/**
 * Why the ground is flat at a place: read off the values, in the order in which a step back from
 * the cost would meet them.
 * @param {number} prediction @param {number} target @param {number} hidden
 * @returns {"arrived" | "saturated" | "silent" | "flat"}
 */
export function reason(prediction, target, hidden) {
  if (Math.abs(prediction - target) < 0.2) return "arrived";
  if (Math.min(prediction, 1 - prediction) < 0.11) return "saturated";
  return hidden < 0.2 ? "silent" : "flat";
}
