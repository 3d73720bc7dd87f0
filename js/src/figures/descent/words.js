/** What the descent figure says: the sentence of the state and the arithmetic of one step. */
import { format, subscript } from "../../core/formatting.js";
import { REGIMES } from "../../descent/descent.js";

/**
 * @typedef {object} Situation
 * @property {import("../../descent/descent.js").Path} path
 * @property {number} alpha
 * @property {number} k steps drawn
 * @property {number | null} curvature
 * @property {number} outside the first step drawn that lies outside the picture, or −1
 */

/** @param {Situation} situation */
export function sentence(situation) {
  return `${opening(situation)} ${ending(situation)}`;
}

/** @param {Situation} situation */
function opening({ path, alpha, curvature }) {
  const { regime } = path;
  if (alpha === 0) return "α = 0: every step has length zero, so θ never moves.";
  if (regime === REGIMES.stays)
    return "The slope at the start is 0, so every step has length zero: θ never moves.";
  if (curvature !== null && curvature > 0) {
    const factor = format(1 - alpha * curvature);
    return `Each step multiplies the distance to the minimum by ${factor}: θ ${regime}.`;
  }
  const given = `With α = ${format(alpha)}`;
  if (regime === REGIMES.bounces) return `${given} θ bounces for ever between two places.`;
  if (regime === REGIMES.crawls)
    return `${given} θ ${regime} after 1000 steps: where the slope is tiny, so is the step.`;
  if (regime === REGIMES.wanders)
    return `${given} θ never settles: in 1000 steps it neither comes to rest nor repeats.`;
  const place = Number.isNaN(path.limit) ? "" : ` to ${format(path.limit)}`;
  return `${given} θ ${regime}${place}.`;
}

/** @param {Situation} situation */
function ending({ path, k, outside }) {
  const [start, cost] = [format(path.positions[0]), format(path.values[k])];
  if (k === 0) return `Start: θ₀ = ${start}, cost ${cost}.`;
  const left = outside >= 0 ? ` It left the picture at step ${outside}.` : "";
  const steps = k === 1 ? "one step leads" : `${k} steps lead`;
  return (
    `From θ₀ = ${start}, ${steps} to θ${subscript(k)} = ${format(path.positions[k])}, ` +
    `cost ${cost}.${left}`
  );
}

/**
 * The next step with its numbers: θ₁ = 2 − 0.9 · 4 = −1.6, in parts that carry a colour each.
 * @param {import("../../descent/descent.js").Path} path @param {number} alpha @param {number} k
 * @returns {{text: string, kind?: string}[]}
 */
export function arithmetic(path, alpha, k) {
  const position = path.positions[k],
    slope = path.slopes[k];
  const wrap = (/** @type {number} */ value) => (value < 0 ? `(${format(value)})` : format(value));
  return [
    { text: `θ${subscript(k + 1)}`, kind: "parameter" },
    { text: " = " },
    { text: format(position), kind: "parameter" },
    { text: " − " },
    { text: format(alpha) },
    { text: " · " },
    { text: wrap(slope), kind: "slope" },
    { text: " = " },
    { text: format(position - alpha * slope), kind: "parameter" },
  ];
}
