/**
 * A straight line through points: its cost, both partials, its valley.
 */
import { compile } from "../core/expression.js";

/** @typedef {import("./surfaces.js").Pair} Pair */
/** @typedef {import("../core/expression.js").Tree} Tree */

/**
 * The cost of a line over some points, from what one point adds to it.
 * @param {object} terms trees in θ₁, θ₂, x, y
 * @param {Tree} terms.tree the squared error of one point
 * @param {Tree[]} terms.partials its partials with respect to θ₁ and θ₂
 * @param {Tree[]} terms.curvatures its second partials: 11, 12, 22
 * @param {string[]} terms.variables
 */
export function lineCost({ tree, partials, curvatures, variables }) {
  const value = compile(tree, variables);
  const [first, second] = partials.map((part) => compile(part, variables));
  const bends = curvatures.map((part) => compile(part, variables));
  /**
   * @param {number[]} inputs @param {number[]} targets
   * @returns {import("./surfaces.js").Field & {hessian: () => [number, number, number]}}
   */
  return (inputs, targets) => {
    const at = new Float64Array(4);
    /**
     * @param {import("../core/expression.js").Evaluator} part
     * @param {number} theta1
     * @param {number} theta2
     */
    const mean = (part, theta1, theta2) => {
      at[0] = theta1;
      at[1] = theta2;
      let sum = 0;
      for (let i = 0; i < inputs.length; i++) {
        at[2] = inputs[i];
        at[3] = targets[i];
        sum += part(at);
      }
      return sum / inputs.length;
    };
    return {
      value: (theta1, theta2) => mean(value, theta1, theta2),
      gradient: (theta1, theta2) => [mean(first, theta1, theta2), mean(second, theta1, theta2)],
      hessian: () =>
        /** @type {[number, number, number]} */ (bends.map((bend) => mean(bend, 0, 0))),
    };
  };
}

/** @param {number[]} values */
export function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Shift and spread of an input: x = (value − shift) / spread.
 * @param {number[]} values @param {string} scale
 */
export function scaling(values, scale) {
  const middle = average(values);
  const spread = Math.sqrt(average(values.map((value) => (value - middle) ** 2)));
  return {
    shift: scale === "raw" ? 0 : middle,
    spread: scale === "standardised" && spread > 0 ? spread : 1,
  };
}

/**
 * The parameters at which both partials are zero; null where all inputs are equal.
 * @param {number[]} inputs @param {number[]} targets @returns {Pair | null}
 */
export function bestLine(inputs, targets) {
  const middle = average(inputs),
    height = average(targets);
  let along = 0,
    across = 0;
  for (let i = 0; i < inputs.length; i++) {
    along += (inputs[i] - middle) * targets[i];
    across += (inputs[i] - middle) ** 2;
  }
  if (across === 0) return null;
  return [height - (along / across) * middle, along / across];
}

/**
 * The least and the greatest curvature of the valley, and the direction of the least. The product
 * of the two is the determinant; dividing by the greater loses no digits.
 * @param {[number, number, number]} hessian
 */
export function valley([a, b, d]) {
  const greatest = (a + d + Math.hypot(a - d, 2 * b)) / 2;
  const least = (a * d - b * b) / greatest;
  const angle = 0.5 * Math.atan2(2 * b, a - d) + Math.PI / 2;
  return {
    least,
    greatest,
    limit: 2 / greatest,
    condition: greatest / least,
    along: /** @type {Pair} */ ([Math.cos(angle), Math.sin(angle)]),
  };
}

/**
 * The ellipse on which a quadratic cost lies by `excess` above its minimum.
 * @param {Pair} minimum @param {ReturnType<typeof valley>} shape @param {number} excess
 * @returns {Pair[][]}
 */
export function ellipse(minimum, { least, greatest, along }, excess) {
  const [long, short] = [Math.sqrt((2 * excess) / least), Math.sqrt((2 * excess) / greatest)];
  return [
    Array.from({ length: 73 }, (_, i) => {
      const turn = (i / 36) * Math.PI,
        a = long * Math.cos(turn),
        b = short * Math.sin(turn);
      return /** @type {Pair} */ ([
        minimum[0] + a * along[0] - b * along[1],
        minimum[1] + a * along[1] + b * along[0],
      ]);
    }),
  ];
}
