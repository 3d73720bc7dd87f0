/** One training run, step by step, the same for the same settings. */
import { dataset } from "./data.js";
import { layers, parameterCount, pass } from "./layers.js";
import { RULES, steps } from "../descent/optimisers.js";
import { normals, shuffled, uniforms } from "../core/random.js";

/**
 * @typedef {object} Settings
 * @property {string} dataset
 * @property {number} width
 * @property {number} depth
 * @property {string} activation
 * @property {number} alpha
 * @property {string} optimiser
 * @property {number} batch
 * @property {number} seed
 */

/** @typedef {import("../../generated/figures.d.ts").NetworkTrainer["data"]} Constants */
/** @typedef {ReturnType<typeof training>} Training */

/**
 * The variance of the first weights, each rule named after its paper: see
 * ptcode/networks/initialisations.py.
 * @type {Record<string, (before: number, nodes: number, draw: {uniform: () => number, normal: () =>
 *   number}) => number>}
 */
const STARTS = {
  glorot_uniform: (before, nodes, { uniform }) => {
    const limit = Math.sqrt(6 / (before + nodes));
    return -limit + 2 * limit * uniform();
  },
  he_normal: (before, _, { normal }) => Math.sqrt(2 / before) * normal(),
};

/**
 * The entry of a list with that key.
 * @template {{key: string}} Entry @param {Entry[]} list @param {string} key @returns {Entry}
 */
export function find(list, key) {
  return list.find((entry) => entry.key === key) ?? list[0];
}

/**
 * @typedef {object} Room the memory of a run, which the next run of the same kind takes over
 * @property {string} kind
 * @property {ReturnType<typeof pass>} whole
 * @property {ReturnType<typeof pass>} aside for the points held out
 * @property {Float64Array} costs
 */

/**
 * A run before its first step. `used` is the room of a run that is over.
 * @param {Settings} settings @param {Constants} constants @param {Room | null} [used]
 */
export function training(settings, constants, used = null) {
  const { points: count, last } = constants;
  const uniform = uniforms(settings.seed),
    normal = normals(uniform);
  const { columns, labels } = dataset(
    settings.dataset,
    count,
    find(constants.datasets, settings.dataset).noise,
    normal,
  );
  const hidden = find(constants.activations, settings.activation);
  const sizes = [2, ...new Array(settings.depth).fill(settings.width), 1];
  const held = dataset(
    settings.dataset,
    count,
    find(constants.datasets, settings.dataset).noise,
    normals(uniforms(settings.seed + constants.heldOut)),
  );
  const theta = firstWeights(sizes, hidden.start, { uniform, normal });
  const model = { sizes, hidden, output: constants.output, loss: constants.loss };
  const room = prepared(model, `${sizes} ${settings.activation}`, constants, used);
  const { whole, costs } = room;
  const gradient = new Float64Array(theta.length),
    safe = theta.slice();
  const { key } = find(constants.optimisers, settings.optimiser);
  const rule = RULES[/** @type {keyof typeof RULES} */ (key)]({
    alpha: settings.alpha,
  });
  const stride = Math.ceil(count / settings.batch);
  const batch = stride === 1 ? null : batches({ columns, labels }, settings.batch, model, uniform);
  // No rule that the trainer offers looks ahead: the gradient is always that at θ.
  const next = steps(
    (_, k) => (batch ? batch.gradient(theta, (k - 1) % stride) : self.differentiate()),
    theta,
    rule,
  );

  const self = {
    settings,
    sizes,
    count,
    theta,
    gradient,
    columns,
    labels,
    held,
    costs,
    stride,
    model,
    room,
    k: 0,
    cost: NaN,
    diverged: false,
    layers: layers(sizes),
    /** The epochs whose cost is known. */
    epochs: () => (self.diverged ? finished : Math.floor(self.k / stride)),
    /** One step, unless the numbers have run out. */
    step() {
      if (self.diverged || self.k >= last) return;
      next();
      self.k += 1;
      seen = differentiated = false;
      if (self.k % stride !== 0) return;
      const cost = self.look();
      if (!self.diverged) costs[self.k / stride] = cost;
    },
    /**
     * The cost over all points; where it is no number any more, the run ends at the last that was.
     */
    look() {
      if (seen) return self.cost;
      seen = true;
      predictions = whole.forward(theta, columns, count);
      self.cost = whole.meanCost(labels, count);
      if (!Number.isFinite(self.cost) || !theta.every(Number.isFinite)) return fail();
      if (self.k % stride === 0) {
        safe.set(theta);
        finished = self.k / stride;
      }
      return self.cost;
    },
    /** The predictions for the points held out. */
    foretold: () => room.aside.forward(theta, held.columns, count),
    /** ∂J/∂θ over all points. */
    differentiate() {
      self.look();
      if (!differentiated) whole.backward(theta, columns, labels, count, gradient);
      differentiated = true;
      return gradient;
    },
    /** The predictions for all points. */
    predictions() {
      self.look();
      return predictions;
    },
  };
  let seen = false,
    differentiated = false,
    predictions = labels,
    finished = 0;
  costs[0] = self.look();
  return self;

  /** Back to the end of the last epoch with a finite cost. */
  function fail() {
    self.diverged = true;
    theta.set(safe);
    predictions = whole.forward(theta, columns, count);
    self.cost = whole.meanCost(labels, count);
    return self.cost;
  }
}

/**
 * @param {Omit<Parameters<typeof pass>[0], "capacity">} model
 * @param {string} kind
 * @param {Constants} constants
 * @param {Room | null} used
 * @returns {Room}
 */
function prepared(model, kind, { points, last }, used) {
  if (used?.kind === kind) return used;
  const costs = used?.costs ?? new Float64Array(last + 1);
  const [whole, aside] = [
    pass({ ...model, capacity: points }),
    pass({ ...model, capacity: points }),
  ];
  return { kind, costs, whole, aside };
}

/**
 * Random weights and biases 0, drawn layer by layer and row by row.
 * @param {number[]} sizes
 * @param {string} rule
 * @param {{uniform: () => number, normal: () => number}} draw
 */
function firstWeights(sizes, rule, draw) {
  const theta = new Float64Array(parameterCount(sizes));
  for (const { before, nodes, weights, biases } of layers(sizes)) {
    for (let i = weights; i < biases; i++) theta[i] = STARTS[rule](before, nodes, draw);
  }
  return theta;
}

/**
 * The gradient over the next batch: every epoch a new order, every point once in it.
 * @param {import("./data.js").Points} data @param {number} size
 * @param {Omit<Parameters<typeof pass>[0], "capacity">} model @param {() => number} uniform
 */
function batches({ columns, labels }, size, model, uniform) {
  const part = pass({ ...model, capacity: size }),
    count = labels.length;
  const inputs = new Float64Array(2 * size),
    targets = new Float64Array(size);
  const gradient = new Float64Array(parameterCount(model.sizes));
  const indices = Array.from(labels, (_, i) => i);
  let order = indices;
  return {
    /** @param {Float64Array} theta @param {number} turn which batch of the epoch */
    gradient(theta, turn) {
      if (turn === 0) order = shuffled(indices, uniform);
      const from = turn * size,
        here = Math.min(size, count - from);
      for (let p = 0; p < here; p++) {
        const i = order[from + p];
        inputs[p] = columns[i];
        inputs[here + p] = columns[count + i];
        targets[p] = labels[i];
      }
      part.forward(theta, inputs, here);
      part.backward(theta, inputs, targets, here, gradient);
      return gradient;
    },
  };
}
