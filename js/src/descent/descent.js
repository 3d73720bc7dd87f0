/** Gradient descent in one dimension, and the name of what it does. */
import shared from "../../generated/descent.json";
import { gradientDescent as rule } from "./optimisers.js";
import { descend } from "./tracks.js";

export const REGIMES = shared.regimes;
const { horizon: HORIZON, tolerance: TOLERANCE, far: FAR } = shared.path;

/**
 * @typedef {object} Path
 * @property {number[]} positions
 * @property {number[]} values
 * @property {number[]} slopes
 * @property {string} regime
 * @property {number} limit where a path that comes to rest does so, else NaN
 * @property {{step: number, place: number} | null} [left] the step that leaves the domain
 */

/**
 * Repeats θ := θ − α·J′(θ).
 * @param {object} problem
 * @param {(position: number) => number} problem.cost
 * @param {(position: number) => number} problem.slope
 * @param {number | null} problem.curvature J″ where it is constant, else null
 * @param {number} problem.start
 * @param {number} problem.alpha
 * @param {number} problem.steps
 * @returns {Path}
 */
export function gradientDescent({ cost, slope, curvature, start, alpha, steps }) {
  const horizon = curvature === null ? Math.max(steps, HORIZON) : steps;
  /** @type {import("./tracks.js").Track<[number]>} */
  const track = descend(
    { value: cost, gradient: (position) => [slope(position)] },
    [start],
    rule({ alpha }),
    horizon,
  );
  const positions = track.positions.map(([position]) => position),
    slopes = track.gradients.map(([rise]) => rise);
  const regime =
    curvature === null
      ? regimeOfTrack(positions, slopes, alpha, horizon)
      : quadraticRegime(curvature, alpha, slopes[0]);
  const settled = curvature === null && restsAt(positions),
    last = positions.length - 1;
  return {
    positions: positions.slice(0, steps + 1),
    values: track.values.slice(0, steps + 1),
    slopes: slopes.slice(0, steps + 1),
    regime,
    limit: settled === false || settled < 0 ? NaN : positions[settled],
    left:
      regime === REGIMES.leaves
        ? { step: last + 1, place: positions[last] - alpha * slopes[last] }
        : null,
  };
}

/**
 * @param {number} curvature
 * @param {number} alpha
 * @param {number} slope the slope at the start
 */
export function quadraticRegime(curvature, alpha, slope) {
  const product = alpha * curvature;
  if (alpha === 0 || slope === 0) return REGIMES.stays;
  if (close(product, 1)) return REGIMES.one_step;
  if (close(product, 2)) return REGIMES.bounces;
  if (product <= 0 || product > 2) return REGIMES.diverges;
  return product < 1 ? REGIMES.one_side : REGIMES.alternates;
}

/** @param {number} a @param {number} b */
function close(a, b) {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * @param {number[]} positions
 * @returns {number} the first index whose next step is no step, or −1
 */
function restsAt(positions) {
  for (let k = 0; k + 1 < positions.length; k++) {
    const move = Math.abs(positions[k + 1] - positions[k]);
    if (move <= TOLERANCE * (1 + Math.abs(positions[k]))) return k;
  }
  return -1;
}

/**
 * @param {number[]} positions
 * @param {number[]} slopes
 * @param {number} alpha
 * @param {number} horizon
 */
function regimeOfTrack(positions, slopes, alpha, horizon) {
  if (alpha === 0 || slopes[0] === 0) return REGIMES.stays;
  const end = positions.length - 1;
  if (end < horizon)
    return Math.abs(positions[end] - alpha * slopes[end]) <= FAR
      ? REGIMES.leaves
      : REGIMES.diverges;
  const moves = positions.slice(1).map((position, k) => position - positions[k]);
  const rest = restsAt(positions);
  return rest >= 0 ? manner(moves.slice(0, rest)) : unsettled(positions, moves);
}

/** How a path that came to rest got there. @param {number[]} moves */
function manner(moves) {
  if (moves.length === 0) return REGIMES.stays;
  if (moves.length === 1) return REGIMES.one_step;
  const turns = moves.slice(1).map((move, k) => move * moves[k] < 0);
  if (!turns.includes(true)) return REGIMES.one_side;
  return turns.slice(-3).every(Boolean) ? REGIMES.alternates : REGIMES.converges;
}

/**
 * What a path does that has not come to rest.
 * @param {number[]} positions
 * @param {number[]} moves
 */
function unsettled(positions, moves) {
  const last = positions[positions.length - 1],
    before = positions[positions.length - 3];
  if (Math.abs(last - before) <= TOLERANCE * (1 + Math.abs(last))) return REGIMES.bounces;
  const tail = moves.slice(-100);
  if (tail.every((move) => move > 0) || tail.every((move) => move < 0)) {
    const growing = Math.abs(tail[tail.length - 1]) >= Math.abs(tail[0]);
    return growing && Math.abs(last) > 1e3 ? REGIMES.diverges : REGIMES.crawls;
  }
  return REGIMES.wanders;
}
