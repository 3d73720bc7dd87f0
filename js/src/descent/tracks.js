/** Descent on a cost by a rule, with or without noise: the one loop, and its path as a value. */
import { steps } from "./optimisers.js";

/**
 * @template {number[]} Place
 * @typedef {object} Track
 * @property {Place[]} positions
 * @property {number[]} values
 * @property {Place[]} gradients the true ones
 * @property {boolean} diverged the finite numbers were left; the last finite position ends it
 */

/**
 * `count` steps down a cost from a start, which is there in any case. `noise` holds, for each step,
 * what is added to the gradient that the rule is given.
 * @template {number[]} Place
 * @param {{value: (...place: Place) => number, gradient: (...place: Place) => Place}} cost
 * @param {Place} start @param {import("./optimisers.js").Rule} rule @param {number} count
 * @param {Place[] | null} [noise]
 * @returns {Track<Place>}
 */
export function descend(cost, start, rule, count, noise = null) {
  const position = Float64Array.from(start);
  /** @type {Track<Place>} */
  const track = { positions: [], values: [], gradients: [], diverged: false };
  /** @type {Place} */ let slope;
  const next = steps(
    (place, k) => {
      // The gradient here has just been found; a rule that looks ahead needs another.
      const there = /** @type {Place} */ (/** @type {unknown} */ (place));
      const found = place === position ? slope : cost.gradient(...there);
      return noise ? found.map((entry, i) => entry + noise[k - 1][i]) : found;
    },
    position,
    rule,
  );
  for (let k = 0; ; k++) {
    const place = /** @type {Place} */ (/** @type {unknown} */ ([]));
    for (let i = 0; i < position.length; i++) place[i] = position[i];
    const value = cost.value(...place);
    slope = cost.gradient(...place);
    if (k > 0 && !(Number.isFinite(value) && finite(place) && finite(slope)))
      return { ...track, diverged: true };
    track.positions.push(place);
    track.values.push(value);
    track.gradients.push(slope);
    if (k === count) return track;
    next();
  }
}

/** @param {number[]} numbers */
function finite(numbers) {
  for (let i = 0; i < numbers.length; i++) if (!Number.isFinite(numbers[i])) return false;
  return true;
}
