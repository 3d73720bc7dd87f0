/** The state as it was asked for, made to fit what there is: a link may say anything. */

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("../../networks/training.js").Constants} Constants */
/** @typedef {import("../../networks/training.js").Settings} Settings */

/** The keys that decide how a run goes. */
export const SETTINGS = [
  "dataset",
  "width",
  "depth",
  "activation",
  "alpha",
  "optimiser",
  "batch",
  "seed",
];
/** The keys that decide how it is shown. */
export const LOOKS = ["show", "pace", "log"];

/**
 * Every key of the state with a value that fits; what does not fit becomes the nearest that does,
 * or the first of its kind.
 * @param {Model} model @param {Constants} constants
 * @returns {import("../../networks/training.js").Settings & {step: number, show: string, pace:
 *   string}}
 */
export function fitting(model, constants) {
  /** @type {<Kind>(key: string, allowed: Kind[], former?: Record<string, Kind>) => Kind} */
  const among = (key, allowed, former = {}) => {
    const value = former[String(model.get(key))] ?? model.get(key);
    return allowed.find((one) => one === value) ?? allowed[0];
  };
  const within = (/** @type {string} */ key, /** @type {[number, number]} */ [low, high]) =>
    Math.min(high, Math.max(low, Math.round(Number(model.get(key)))));
  const keys = (/** @type {{key: string}[]} */ list) => list.map(({ key }) => key);
  const alpha = model.get("alpha");
  return {
    dataset: among("dataset", keys(constants.datasets)),
    width: within("width", constants.widths),
    depth: within("depth", constants.depths),
    activation: among("activation", keys(constants.activations)),
    alpha: alpha > 0 && Number.isFinite(alpha) ? alpha : constants.alphas[0],
    optimiser: among("optimiser", keys(constants.optimisers), constants.formerNames),
    batch: among("batch", [constants.points, ...constants.batches]),
    seed: within("seed", constants.seeds),
    step: within("step", [0, constants.last]),
    show: among("show", Object.keys(constants.shown)),
    pace: among("pace", Object.keys(constants.paces)),
  };
}

/** The part of a state that decides how a run goes. @param {Settings} state @returns {Settings} */
export function settingsOf(state) {
  const { dataset, width, depth, activation, alpha, optimiser, batch, seed } = state;
  return { dataset, width, depth, activation, alpha, optimiser, batch, seed };
}
