/** Several update rules from one start, with the same gradient and noise: what becomes of each. */
import shared from "../../generated/descent.json";
import { normals, uniforms } from "../core/random.js";

/** @typedef {import("./surfaces.js").Pair} Pair */

const { tail: TAIL, still: STILL, rests: RESTS, far: FAR } = shared.race;

/** @typedef {import("./tracks.js").Track<Pair>} Track */

/**
 * The α above which a rule diverges on a quadratic with this largest curvature; null if there is
 * none.
 * @param {string} name @param {number} curvature @param {number} beta
 */
export function criticalLearningRate(name, curvature, beta) {
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
  { positions, values, gradients, diverged },
  { alpha, line, window, limit, noisy },
) {
  const away = (/** @type {Pair} */ [a, b]) => Math.hypot(a - positions[0][0], b - positions[0][1]);
  const last = values.length - 1;
  if (line === null) {
    const at = positions.findIndex((place) => away(place) > window);
    if (at >= 0) return { kind: "falls", at };
    const [first, end] = [gradients[0], gradients[last]].map((slopes) => Math.hypot(...slopes));
    return { kind: end <= RESTS * first && !noisy ? "rests" : "descends" };
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
