/** One training run, step by step, the same for the same settings. */
import { batches } from "./batches.js";
import { dataset } from "./data.js";
import { firstWeights } from "./starts.js";
import { layers, pass } from "./layers.js";
import { RULES, steps } from "../descent/optimisers.js";
import { normals, uniforms } from "../core/random.js";

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
/** @typedef {Omit<Parameters<typeof pass>[0], "capacity">} Model */
/** @typedef {ReturnType<typeof training>} Training */

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
  const { data, held, theta, uniform, model } = beginning(settings, constants),
    { sizes } = model,
    { points: count, last } = constants;
  const room = prepared(model, `${sizes} ${settings.activation}`, constants, used),
    { costs } = room;
  const stride = Math.ceil(count / settings.batch);
  const batch = stride === 1 ? null : batches(data, settings.batch, model, uniform);
  // No rule that the trainer offers looks ahead: the gradient is always that at θ.
  const next = steps(
    (_, k) => (batch ? batch.gradient(theta, (k - 1) % stride) : self.differentiate()),
    theta,
    ruleOf(settings, constants),
  );
  const safe = theta.slice();
  let finished = 0;
  const self = Object.assign(overview(room.whole, data, theta, safe), {
    settings,
    sizes,
    count,
    theta,
    held,
    costs,
    stride,
    model,
    room,
    k: 0,
    layers: layers(sizes),
    /** The epochs whose cost is known. */
    epochs: () => finished,
    /** One step, unless the numbers have run out. */
    step() {
      if (self.diverged || self.k >= last) return;
      next();
      self.k += 1;
      self.renew();
      if (self.k % stride !== 0) return;
      const cost = self.look();
      if (self.diverged) return;
      finished = self.k / stride;
      costs[finished] = cost;
      safe.set(theta);
    },
    /** The predictions for the points held out. */
    foretold: () => room.aside.forward(theta, held.columns, count),
  });
  costs[0] = self.look();
  return self;
}

/**
 * What is known at θ over all points: the cost, the predictions, the gradient; each is computed
 * once. Where the cost is no number any more, θ goes back to where that was safe.
 * @param {Room["whole"]} whole @param {import("./data.js").Points} data
 * @param {Float64Array} theta @param {Float64Array} safe
 */
function overview(whole, { columns, labels }, theta, safe) {
  const count = labels.length,
    gradient = new Float64Array(theta.length);
  let seen = false,
    differentiated = false,
    predictions = labels;
  const measure = () => {
    predictions = whole.forward(theta, columns, count);
    self.cost = whole.meanCost(labels, count);
  };
  const self = {
    columns,
    labels,
    gradient,
    cost: NaN,
    diverged: false,
    /** θ is another now. */
    renew() {
      seen = differentiated = false;
    },
    /** The cost. */
    look() {
      if (seen) return self.cost;
      seen = true;
      measure();
      if (Number.isFinite(self.cost) && theta.every(Number.isFinite)) return self.cost;
      self.diverged = true;
      theta.set(safe);
      measure();
      return self.cost;
    },
    predictions() {
      self.look();
      return predictions;
    },
    /** ∂J/∂θ. */
    differentiate() {
      self.look();
      if (!differentiated) whole.backward(theta, columns, labels, count, gradient);
      differentiated = true;
      return gradient;
    },
  };
  return self;
}

/**
 * What the settings make: the points, those held out, the network with its first weights, and the
 * random numbers that follow them.
 * @param {Settings} settings @param {Constants} constants
 */
function beginning({ dataset: name, seed, width, depth, activation }, constants) {
  const { points: count, datasets, activations, heldOut, output, loss } = constants;
  const uniform = uniforms(seed),
    normal = normals(uniform),
    { noise } = find(datasets, name);
  const data = dataset(name, count, noise, normal),
    held = dataset(name, count, noise, normals(uniforms(seed + heldOut)));
  const hidden = find(activations, activation),
    sizes = [2, ...new Array(depth).fill(width), 1];
  const theta = firstWeights(sizes, hidden.start, { uniform, normal });
  return { data, held, theta, uniform, model: { sizes, hidden, output, loss } };
}

/** @param {Settings} settings @param {Constants} constants */
function ruleOf({ optimiser, alpha }, { optimisers }) {
  const { key } = find(optimisers, optimiser);
  return RULES[/** @type {keyof typeof RULES} */ (key)]({ alpha });
}

/**
 * @param {Model} model
 * @param {string} kind
 * @param {Constants} constants
 * @param {Room | null} used
 * @returns {Room}
 */
function prepared(model, kind, { points, last }, used) {
  if (used?.kind === kind) return used;
  const costs = used?.costs ?? new Float64Array(last + 1);
  const make = () => pass({ ...model, capacity: points });
  return { kind, costs, whole: make(), aside: make() };
}
