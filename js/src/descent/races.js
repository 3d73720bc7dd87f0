/**
 * Several update rules from one start, with the same gradient and noise: the twin of
 * ptcode/descent/races.py.
 */
import { freshMemory, RULES } from "./optimisers.js";
import { normals, uniforms } from "../core/random.js";

/** @typedef {import("./surfaces.js").Pair} Pair */
/** @typedef {import("./surfaces.js").Field} Field */
/** @typedef {keyof typeof RULES} Name */

const TAIL = 50;
const STILL = 0.99;
const RESTS = 1e-4;
const FAR = 30;

/**
 * @typedef {object} Track
 * @property {Pair[]} positions
 * @property {number[]} values
 * @property {number[]} slopes the size of the gradient at every place
 * @property {boolean} diverged the finite numbers were left
 */

/**
 * The α above which a rule diverges on a quadratic with this largest curvature; null if there is
 * none.
 * @param {string} name @param {number} curvature @param {number} beta
 */
export function criticalAlpha(name, curvature, beta) {
  /** @type {Record<string, number>} */
  const reach = { gd: 2, momentum: 2 * (1 + beta), nesterov: (2 * (1 + beta)) / (1 + 2 * beta) };
  return curvature > 0 && Object.hasOwn(reach, name) ? reach[name] / curvature : null;
}

/**
 * Random pairs, the same ones for a seed.
 * @param {number} count
 * @param {number} size
 * @param {number} seed
 * @returns {Pair[]}
 */
export function gradientNoise(count, size, seed) {
  const draw = normals(uniforms(seed));
  return Array.from({ length: count }, () => /** @type {Pair} */ ([size * draw(), size * draw()]));
}

/**
 * One racer: a step for every pair of `noise`, which is added to the gradient it is given.
 * @param {Field} cost
 * @param {Pair} start
 * @param {import("./optimisers.js").Rule} rule
 * @param {Pair[]} noise
 * @returns {Track}
 */
export function run(cost, start, rule, noise) {
  const position = Float64Array.from(start),
    at = new Float64Array(2),
    gradient = new Float64Array(2);
  const memory = freshMemory(rule, 2);
  /** @type {Track} */
  const track = { positions: [], values: [], slopes: [], diverged: false };
  for (let k = 0; ; k++) {
    const [theta1, theta2] = position,
      value = cost.value(theta1, theta2),
      here = cost.gradient(theta1, theta2);
    if (k > 0 && ![theta1, theta2, value, ...here].every(Number.isFinite))
      return { ...track, diverged: true };
    track.positions.push([theta1, theta2]);
    track.values.push(value);
    track.slopes.push(Math.hypot(...here));
    if (k === noise.length) return track;
    rule.look(position, memory, at);
    const slopes = cost.gradient(at[0], at[1]);
    gradient[0] = slopes[0] + noise[k][0];
    gradient[1] = slopes[1] + noise[k][1];
    rule.step(position, gradient, memory, k + 1);
  }
}

/**
 * @typedef {object} Outcome
 * @property {"diverges" | "finishes" | "hovers" | "descends" | "falls" | "rests"} kind
 * @property {number} [at] the step from which on it has finished, or fallen out of the picture
 * @property {number} [level] the mean cost over the last steps of one that hovers
 */

/**
 * @param {Track} track
 * @param {object} terms
 * @param {number} terms.alpha
 * @param {number | null} terms.line the cost to get below, null where the cost has no minimum
 * @param {number} terms.window the width of the picture
 * @param {number | null} terms.limit the critical learning rate
 * @param {boolean} terms.noisy one that is below the line by chance is not said to finish
 * @returns {Outcome}
 */
export function outcome(
  { positions, values, slopes, diverged },
  { alpha, line, window, limit, noisy },
) {
  const away = (/** @type {Pair} */ [a, b]) => Math.hypot(a - positions[0][0], b - positions[0][1]);
  const last = values.length - 1;
  if (line === null) {
    const at = positions.findIndex((place) => away(place) > window);
    if (at >= 0) return { kind: "falls", at };
    return { kind: slopes[last] <= RESTS * slopes[0] && !noisy ? "rests" : "descends" };
  }
  const beyond = limit !== null && alpha > limit * (1 + 1e-12) && values[last] > values[0];
  if (diverged || away(positions[last]) > FAR * window || beyond) return { kind: "diverges" };
  let at = last + 1;
  while (at > 0 && values[at - 1] < line) at -= 1;
  if (at <= last && !noisy) return { kind: "finishes", at };
  const late = mean(values.slice(-TAIL)),
    before = mean(values.slice(-2 * TAIL, -TAIL));
  if (noisy || late >= STILL * before) return { kind: "hovers", level: late };
  return { kind: "descends" };
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
