/**
 * A dense network over rows of numbers: the forward pass, and the δ rule backwards.
 * It multiplies and adds; activations, cost and their derivatives are trees from ptcode.
 */
import { compileRows } from "./rows.js";

/** @typedef {import("./rows.js").Tree} Tree */

/**
 * @typedef {object} Activation
 * @property {Tree} tree in u, the weighted input
 * @property {Tree} slope its derivative, in u and its own value a
 */

/**
 * @typedef {object} Layer where a layer's numbers are in θ: W row by row, then b
 * @property {number} before
 * @property {number} nodes
 * @property {number} weights
 * @property {number} biases
 */

/** @param {number[]} sizes inputs first @returns {Layer[]} */
export function layers(sizes) {
  let place = 0;
  return sizes.slice(1).map((nodes, l) => {
    const before = sizes[l],
      weights = place,
      biases = place + nodes * before;
    place = biases + nodes;
    return { before, nodes, weights, biases };
  });
}

/** @param {number[]} sizes */
export function parameterCount(sizes) {
  return layers(sizes).reduce((sum, { before, nodes }) => sum + nodes * (before + 1), 0);
}

/**
 * A place to run a network forwards and backwards for up to `capacity` points at a time. Rows lie
 * one after another: the number of point p in node i is at i · count + p.
 * @param {object} options
 * @param {number[]} options.sizes
 * @param {Activation} options.hidden
 * @param {Activation} options.output
 * @param {{tree: Tree, partial: Tree}} options.loss in u, the prediction, and v, the target
 * @param {number} options.capacity
 */
export function pass({ sizes, hidden, output, loss, capacity }) {
  const stack = layers(sizes).map((layer, l, all) =>
    roomFor(layer, l === all.length - 1 ? output : hidden, capacity),
  );
  const last = stack[stack.length - 1];
  const cost = compileRows(loss.tree, ["u", "v"], last.z.length);
  const push = compileRows(loss.partial, ["u", "v"], last.z.length);
  const costs = new Float64Array(last.z.length),
    ofLoss = [last.a, last.a];

  /**
   * The predictions for inputs of shape (inputs, count).
   * @param {Float64Array} theta
   * @param {Float64Array} inputs
   * @param {number} count
   */
  function forward(theta, inputs, count) {
    /** @type {Float64Array} */
    let signal = inputs;
    for (let l = 0; l < stack.length; l++) {
      const layer = stack[l];
      weigh(layer, theta, signal, count);
      layer.activate(layer.ofActivate, layer.nodes * count, layer.a);
      signal = layer.a;
    }
    return signal;
  }

  /**
   * The mean cost of the predictions last made.
   * @param {Float64Array} targets
   * @param {number} count
   */
  function meanCost(targets, count) {
    ofLoss[1] = targets;
    cost(ofLoss, count, costs);
    let sum = 0;
    for (let p = 0; p < count; p++) sum += costs[p];
    return sum / count;
  }

  /**
   * ∂J/∂θ of the mean cost, after a forward pass: δ of the last layer, then the rule
   * δ_l = (W_{l+1}ᵀ δ_{l+1}) ⊙ σ′(z_l), and from each δ the gradient of its weights.
   * @param {Float64Array} theta @param {Float64Array} inputs @param {Float64Array} targets
   * @param {number} count @param {Float64Array} gradient
   */
  function backward(theta, inputs, targets, count, gradient) {
    ofLoss[1] = targets;
    push(ofLoss, count, last.delta);
    for (let p = 0; p < count; p++) last.delta[p] /= count;
    for (let l = stack.length - 1; l >= 0; l--) {
      const layer = stack[l],
        length = layer.nodes * count;
      layer.differentiate(layer.ofSlope, length, layer.slopes);
      for (let i = 0; i < length; i++) layer.delta[i] *= layer.slopes[i];
      collect(layer, l > 0 ? stack[l - 1].a : inputs, count, gradient);
      if (l > 0) passBack(layer, theta, count, stack[l - 1].delta);
    }
  }
  return { forward, meanCost, backward, activations: stack.map(({ a }) => a) };
}

/**
 * What a layer computes and what computes it, for up to `capacity` points.
 * @param {Layer} layer @param {Activation} activation @param {number} capacity
 */
function roomFor(layer, { tree, slope }, capacity) {
  const row = layer.nodes * capacity;
  /** @type {Float64Array} */ const z = new Float64Array(row);
  /** @type {Float64Array} */ const a = new Float64Array(row);
  return {
    ...layer,
    z,
    a,
    delta: new Float64Array(row),
    slopes: new Float64Array(row),
    activate: compileRows(tree, ["u"], row),
    differentiate: compileRows(slope, ["u", "a"], row),
    ofActivate: [z],
    ofSlope: [z, a],
  };
}

/**
 * z = Wa + b, for every point.
 * @param {Layer & {z: Float64Array}} layer
 * @param {Float64Array} theta
 * @param {Float64Array} a
 * @param {number} count
 */
function weigh({ before, nodes, weights, biases, z }, theta, a, count) {
  for (let i = 0; i < nodes; i++) {
    const row = i * count;
    z.fill(theta[biases + i], row, row + count);
    for (let j = 0; j < before; j++) {
      const w = theta[weights + i * before + j],
        from = j * count;
      for (let p = 0; p < count; p++) z[row + p] += w * a[from + p];
    }
  }
}

/**
 * ∂J/∂W = δ aᵀ and ∂J/∂b = Σ δ, sums over the points.
 * @param {Layer & {delta: Float64Array}} layer
 * @param {Float64Array} a
 * @param {number} count
 * @param {Float64Array} gradient
 */
function collect({ before, nodes, weights, biases, delta }, a, count, gradient) {
  for (let i = 0; i < nodes; i++) {
    const row = i * count;
    let sum = 0;
    for (let p = 0; p < count; p++) sum += delta[row + p];
    gradient[biases + i] = sum;
    for (let j = 0; j < before; j++) {
      const from = j * count;
      let product = 0;
      for (let p = 0; p < count; p++) product += delta[row + p] * a[from + p];
      gradient[weights + i * before + j] = product;
    }
  }
}

/**
 * Wᵀ δ: what reaches the layer before, summed over the paths.
 * @param {Layer & {delta: Float64Array}} layer
 * @param {Float64Array} theta
 * @param {number} count
 * @param {Float64Array} out
 */
function passBack({ before, nodes, weights, delta }, theta, count, out) {
  out.fill(0, 0, before * count);
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < before; j++) {
      const w = theta[weights + i * before + j],
        row = i * count,
        to = j * count;
      for (let p = 0; p < count; p++) out[to + p] += w * delta[row + p];
    }
  }
}
