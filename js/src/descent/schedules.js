/**
 * Stochastic gradient descent with a batch size and a schedule: the twin of
 * ptcode/descent/schedules.py.
 */
import { normals, uniforms } from "../core/random.js";

/**
 * @typedef {Record<string, number>} Told what ptcode says: the `count`, `truth` and `seed` of the
 *   examples, the `steps`, those of a `stage`, those that are the `last`, and how `slow` 1/k falls
 */
/** @typedef {{x: number, y: number}} Example */
/** @typedef {{places: number[], rates: number[], sizes: number[]}} Descent */

/**
 * What the rate of step k is multiplied by.
 * @type {Record<string, (k: number, told: Told) => number>}
 */
export const SCHEDULES = {
  constant: () => 1,
  stages: (k, { stage }) => 0.5 ** Math.floor((k - 1) / stage),
  cosine: (k, { steps }) => (1 + Math.cos((Math.PI * (k - 1)) / steps)) / 2,
  inverse: (k, { slow }) => slow / (slow + k - 1),
};

/** @param {Told} told @returns {Example[]} */
export function examples({ count, truth, seed }) {
  const draw = normals(uniforms(seed));
  const places = Array.from({ length: count }, draw);
  return places.map((x) => ({ x, y: truth * x + draw() }));
}

/** Where the cost is least. @param {Example[]} data */
export const minimiser = (data) =>
  data.reduce((sum, { x, y }) => sum + x * y, 0) / data.reduce((sum, { x }) => sum + x * x, 0);

/**
 * Steps from θ = 0, each with the mean slope of the next examples; ends where θ is lost.
 * @param {Example[]} data @param {Told} told
 * @param {{size: number, schedule: string, alpha: number, seed: number}} options
 * @returns {Descent}
 */
export function stochasticDescent(data, told, { size, schedule, alpha, seed }) {
  const next = batches(data, size, seed),
    factor = SCHEDULES[schedule];
  /** @type {Descent} */
  const found = { places: [0], rates: [], sizes: [] };
  for (let k = 1, theta = 0; k <= told.steps; k++) {
    const batch = next();
    const slope = batch.reduce((sum, { x, y }) => sum + (theta * x - y) * x, 0) / batch.length;
    const rate = alpha * factor(k, told);
    theta -= rate * slope;
    if (!(Math.abs(theta) <= 1e100)) break;
    found.places.push(theta);
    found.rates.push(rate);
    found.sizes.push(batch.length);
  }
  return found;
}

/**
 * The next examples, drawn independently; all of them, if so many are asked for.
 * @param {Example[]} data @param {number} size @param {number} seed @returns {() => Example[]}
 */
function batches(data, size, seed) {
  const uniform = uniforms(seed),
    draw = () => data[Math.floor(uniform() * data.length)];
  return () => (size < data.length ? Array.from({ length: size }, draw) : data);
}

/** The root mean square of θ − θ* over the last of k steps. @param {Descent} found */
export function distance({ places }, /** @type {number} */ k, best = 0, last = 50) {
  const kept = k ? places.slice(Math.max(1, k - last + 1), k + 1) : places.slice(0, 1);
  return Math.sqrt(kept.reduce((sum, place) => sum + (place - best) ** 2, 0) / kept.length);
}

/**
 * How many slopes of single examples k steps asked for.
 * @param {Descent} found @param {number} k
 */
export const spent = ({ sizes }, k) => sizes.slice(0, k).reduce((sum, size) => sum + size, 0);
