/** What can be said of a cost J(θ₁, θ₂): its gradient, totals, the way to its minima. */
import shared from "../../generated/descent.json";
import { compile, compileUnary } from "../core/expression.js";

const { reached: REACHED } = shared.surface;

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {[number, number]} Pair θ₁ and θ₂, or a slope along each */

/**
 * @typedef {object} Field
 * @property {(theta1: number, theta2: number) => number} value
 * @property {(theta1: number, theta2: number) => Pair} gradient the two partial derivatives
 */

/**
 * @param {{tree: Tree, partials: Tree[], variables: string[]}} surface what ptcode says of a cost
 * @returns {Field}
 */
export function field({ tree, partials, variables }) {
  const [value, first, second] = [tree, ...partials].map((part) => compile(part, variables));
  const at = new Float64Array(2);
  return {
    value(theta1, theta2) {
      at[0] = theta1;
      at[1] = theta2;
      return value(at);
    },
    gradient(theta1, theta2) {
      at[0] = theta1;
      at[1] = theta2;
      return [first(at), second(at)];
    },
  };
}

/**
 * The curve that θ₂ may follow: θ₂ as a function of θ₁, and its rate.
 * @param {{tree: Tree, derivative: Tree, variable: string}} constraint
 */
export function follower({ tree, derivative, variable }) {
  return { value: compileUnary(tree, variable), rate: compileUnary(derivative, variable) };
}

/**
 * How fast the cost changes with θ₁ when θ₂ follows: a sum over the parameters, one term for each,
 * partial times rate. The rate of θ₁ itself is 1.
 * @param {Pair} partials @param {number} rate dθ₂/dθ₁
 */
export function total(partials, rate) {
  return partials[0] * 1 + partials[1] * rate;
}

/** @param {Pair} a @param {Pair} b */
export function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/**
 * The minimum that lies nearer than a picture of this width can show, or null.
 * @param {Pair} point @param {Pair[]} minima @param {number} width of the window
 */
export function reached(point, minima, width) {
  return minima.find((one) => distance(point, one) < REACHED * width) ?? null;
}

/**
 * The nearest minimum, and by how many degrees the steepest way down misses it.
 * @param {Pair} point @param {Pair} gradient @param {Pair[]} minima
 * @returns {{minimum: Pair, angle: number} | null} null without a minimum, or where there is no way
 */
export function miss(point, gradient, minima) {
  if (minima.length === 0 || Math.hypot(...gradient) === 0) return null;
  const minimum = minima.reduce((best, next) =>
    distance(point, next) < distance(point, best) ? next : best,
  );
  const [across, up] = [minimum[0] - point[0], minimum[1] - point[1]];
  if (across === 0 && up === 0) return null;
  const along = -gradient[0] * across - gradient[1] * up;
  const aside = -gradient[0] * up + gradient[1] * across;
  return { minimum, angle: (Math.abs(Math.atan2(aside, along)) * 180) / Math.PI };
}
