/** A cost of the list, or a typed one, to be descended. */
import { compileUnary, whereDefined } from "../../core/expression.js";

/** @typedef {import("../../../generated/figures.d.ts").DescentExplorer} Traits */
/** @typedef {Traits["data"]["costs"][number]} Cost */

/**
 * A cost as descent takes it, whole and with a factor ½.
 * @param {Cost} cost
 */
export function problem(cost) {
  const value = compileUnary(cost.tree, cost.variable);
  const slope = whereDefined(compileUnary(cost.derivative, cost.variable), value);
  return {
    cost,
    whole: { cost: value, slope, curvature: cost.curvature },
    half: {
      cost: (/** @type {number} */ at) => value(at) / 2,
      slope: (/** @type {number} */ at) => slope(at) / 2,
      curvature: cost.curvature === null ? null : cost.curvature / 2,
    },
  };
}
