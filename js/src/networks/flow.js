/** Sizes of values, slopes and adjoints, layer by layer. */
import { compileUnary } from "../core/expression.js";
import { normals, uniforms } from "../core/random.js";
import { kept, size, times, transposedTimes, unit } from "./vectors.js";

/**
 * @typedef {object} Setting
 * @property {number} depth
 * @property {number} width
 * @property {string} activation
 * @property {string} initialisation
 * @property {number} scale
 * @property {number} seed
 */

/**
 * @typedef {object} Flow
 * @property {Float64Array} values of a₀ … a_L
 * @property {Float64Array} slopes of σ′(z₁) …
 * @property {Float64Array} adjoints of the adjoints ā₀ … ā_L
 */

/**
 * @typedef {object} Constants what ptcode says
 * @property {number} most the widest layer
 * @property {Record<string, {value: import("../core/expression.js").Tree, slope:
 *   import("../core/expression.js").Tree, steepest: number}>} activations
 * @property {Record<string, number[]>} deviations of a weight for scale 1, by width
 */

/**
 * @typedef {{value: (z: number) => number, slope: (z: number) => number, steepest: number}}
 *   Activation
 */

// The mean over a standard normal number, as a sum: see ptcode/networks/flow.py.
const T = Array.from({ length: 59 }, (_, i) => (i + 0.5) / 10);
const POSITIVE = T.map((t) => 0.05 * Math.sinh(t));
const NODES = [...POSITIVE.map((node) => -node), ...POSITIVE];
const HALVES = T.map(
  (t, i) => (0.005 * Math.cosh(t) * Math.exp(-(POSITIVE[i] ** 2) / 2)) / Math.sqrt(2 * Math.PI),
);
const SHARES = [...HALVES, ...HALVES];

/** @param {Constants} constants */
export function flows({ most, activations, deviations }) {
  /** @type {Map<string, Activation>} */
  const functions = new Map(
    Object.entries(activations).map(([name, { value, slope, steepest }]) => [
      name,
      { value: compileUnary(value, "u"), slope: compileUnary(slope, "u"), steepest },
    ]),
  );
  const draws = dealer(most);
  let known = "",
    table = /** @type {Expectation} */ ({ gain: 0, squares: [1], slopes: [] });

  /** @param {Setting} setting */
  const deviation = ({ scale, initialisation, width }) =>
    scale * deviations[initialisation][width - 1];
  /** @param {Setting} setting */
  const activation = (setting) => /** @type {Activation} */ (functions.get(setting.activation));

  return {
    /** One forward and one backward pass. @param {Setting} setting @returns {Flow} */
    measure: (setting) =>
      pass(setting, activation(setting), deviation(setting), draws(setting.seed)),
    /** What to expect, without drawing a weight. @param {Setting} setting @returns {Flow} */
    predict(setting) {
      const { steepest } = activation(setting);
      if (setting.initialisation === "equal") return bound(setting, steepest);
      const key = [setting.activation, setting.width, deviation(setting)].join();
      if (key !== known)
        table = { gain: setting.width * deviation(setting) ** 2, squares: [1], slopes: [] };
      known = key;
      return expect(setting.depth, activation(setting), table);
    },
    deviation,
  };
}

/** The random numbers of a seed, drawn when a layer first asks for them. @param {number} most */
function dealer(most) {
  let current = NaN,
    draw = () => 0;
  /** @type {{blocks: Float64Array[], ends: Float64Array[]}} */
  let dealt = { blocks: [], ends: [] };
  /** @param {number} count */
  const deal = (count) => Float64Array.from({ length: count }, () => kept(draw()));
  return (/** @type {number} */ seed) => {
    if (seed !== current) {
      current = seed;
      draw = normals(uniforms(seed));
      dealt = { ends: [deal(most), deal(most)], blocks: [] };
    }
    const {
      blocks,
      ends: [first, last],
    } = dealt;
    return {
      most,
      first,
      last,
      /** @param {number} layer from 0 */
      block(layer) {
        while (blocks.length <= layer) blocks.push(deal(most * most));
        return blocks[layer];
      },
    };
  };
}

/**
 * @param {Setting} setting @param {Activation} activation @param {number} deviation
 * @param {ReturnType<ReturnType<typeof dealer>>} draws @returns {Flow}
 */
function pass({ depth, width, initialisation }, { value, slope }, deviation, draws) {
  const apart = initialisation === "equal";
  const sizes = {
    values: new Float64Array(depth + 1),
    slopes: new Float64Array(depth),
    adjoints: new Float64Array(depth + 1),
  };
  let vector = unit(draws.first, width).map(kept);
  sizes.values[0] = size(vector);
  /** @type {Float64Array[]} */
  const locals = [];
  for (let layer = 0; layer < depth; layer++) {
    const z = (apart ? vector : times(draws.block(layer), vector, draws.most)).map((entry) =>
      kept(deviation * entry),
    );
    vector = z.map((entry) => kept(value(entry)));
    locals.push(z.map(slope));
    sizes.values[layer + 1] = size(vector);
    sizes.slopes[layer] = size(locals[layer]);
  }
  let adjoint = unit(draws.last, width);
  sizes.adjoints[depth] = size(adjoint);
  for (let layer = depth - 1; layer >= 0; layer--) {
    const delta = adjoint.map((entry, i) => entry * locals[layer][i]);
    adjoint = (apart ? delta : transposedTimes(draws.block(layer), delta, draws.most)).map(
      (entry) => deviation * entry,
    );
    sizes.adjoints[layer] = size(adjoint);
  }
  return sizes;
}

/**
 * The chain's bound: scale times the steepest slope, link by link.
 * @param {Setting} setting
 * @param {number} steepest
 * @returns {Flow}
 */
function bound({ depth, scale }, steepest) {
  const slopes = new Float64Array(depth).fill(steepest);
  return {
    values: new Float64Array(depth + 1).fill(NaN),
    slopes,
    adjoints: backwards(slopes.map((slope) => slope * scale)),
  };
}

/**
 * @typedef {{gain: number, squares: number[], slopes: number[]}} Expectation mean squares of a₀, a₁
 *   …, found so far
 */

/**
 * @param {number} depth
 * @param {Activation} activation
 * @param {Expectation} found
 * @returns {Flow}
 */
function expect(depth, { value, slope }, found) {
  const { gain, squares, slopes } = found;
  while (slopes.length < depth) {
    const spread = Math.sqrt(gain * squares[slopes.length]);
    let square = 0,
      local = 0;
    for (let i = 0; i < NODES.length; i++) {
      const z = spread * NODES[i];
      square += SHARES[i] * value(z) ** 2;
      local += SHARES[i] * slope(z) ** 2;
    }
    squares.push(square);
    slopes.push(Math.sqrt(local));
  }
  const used = Float64Array.from(slopes.slice(0, depth));
  return {
    values: Float64Array.from(squares.slice(0, depth + 1), Math.sqrt),
    slopes: used,
    adjoints: backwards(used.map((local) => local * Math.sqrt(gain))),
  };
}

/**
 * Adjoints from the input on, when link l multiplies by factors[l − 1].
 * @param {Float64Array} factors
 */
function backwards(factors) {
  const adjoints = new Float64Array(factors.length + 1).fill(1);
  for (let layer = factors.length - 1; layer >= 0; layer--)
    adjoints[layer] = factors[layer] * adjoints[layer + 1];
  return adjoints;
}
