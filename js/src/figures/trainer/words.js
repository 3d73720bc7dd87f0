/** What the network trainer says: the sentence of the state, and the line of numbers. */
import { sizesOf } from "./curves.js";
import { find } from "../../networks/training.js";
import { format } from "../../core/formatting.js";

/** @typedef {import("../../networks/training.js").Training} Training */
/** @typedef {import("../../networks/training.js").Constants} Constants */

const SMALL = 1e-6; // a gradient below this moves nothing that could be seen

/** How many points are on the right side of ½. @param {Training} run */
export function right(run) {
  const predictions = run.predictions();
  let count = 0;
  for (let p = 0; p < run.count; p++)
    count += Number(predictions[p] > 0.5 === (run.labels[p] === 1));
  return count;
}

/** The length of ∇J. @param {Training} run */
export function gradientSize(run) {
  let sum = 0;
  for (const entry of run.differentiate()) sum += entry * entry;
  return Math.sqrt(sum);
}

/**
 * @param {Training} run
 * @param {Constants} constants
 * @param {number} goal the step that is wanted
 */
export function sentence(run, constants, goal) {
  return `${opening(run, constants)} ${progress(run, goal)} ${verdict(run, constants)}`.trim();
}

/** @param {Training} run @param {Constants} constants */
function opening({ settings, sizes, count }, { datasets, activations, optimisers }) {
  const { batch, seed } = settings;
  const rule = find(optimisers, settings.optimiser).label;
  const points =
    batch === count
      ? "all points in every step"
      : batch === 1
        ? "one point a step"
        : `${batch} points a step`;
  return (
    `${capital(find(datasets, settings.dataset).label)}, ${sizes.join("-")} ` +
    `${find(activations, settings.activation).label}, seed ${seed}; ` +
    `${rule} with α = ${format(settings.alpha)}, ${points}.`
  );
}

/** @param {Training} run @param {number} goal */
function progress(run, goal) {
  const numbers =
    `J = ${format(run.cost, 3)}, ${right(run)} of ${run.count} points right, ` +
    `gradient of size ${format(gradientSize(run), 3)}.`;
  if (run.k < goal && !run.diverged) return `Training: step ${run.k} of ${goal}, ${numbers}`;
  if (run.k === 0) return `Before the first step: ${numbers}`;
  return `After ${time(run)}: ${numbers}`;
}

/** How long a run has lasted, in words. @param {Training} run */
export function time({ k, stride, epochs }) {
  const steps = k === 1 ? "1 step" : `${k} steps`;
  if (stride === 1) return steps;
  return `${steps} (${epochs() === 1 ? "1 epoch" : `${epochs()} epochs`})`;
}

/** What has gone wrong, if something has. @param {Training} run @param {Constants} constants */
function verdict(run, { settled, risen }) {
  const alpha = `α = ${format(run.settings.alpha)} is too large`;
  if (run.diverged)
    return (
      `Training diverges: the next cost is no number any more. ${alpha}; shown is the ` +
      `last network with a cost.`
    );
  const flat = run.k > 0 && right(run) < run.count && gradientSize(run) < SMALL;
  if (run.k >= settled && run.cost > risen * run.costs[0]) {
    const trapped = flat ? " The gradient has all but vanished there: no step leads back." : "";
    return (
      `Training diverges: J is above its start, ${format(run.costs[0], 3)}. ` +
      `${alpha}.${trapped}`
    );
  }
  return flat ? "The gradient has all but vanished: no step changes anything any more." : "";
}

/**
 * The numbers of this moment, in parts that carry a colour each.
 * @param {Training} run
 * @returns {{text: string, kind?: string}[]}
 */
export function reading(run) {
  return [
    { text: run.stride === 1 ? `step ${run.k}` : `epoch ${run.epochs()}, step ${run.k}` },
    { text: `J = ${format(run.cost, 3)}`, kind: "function" },
    { text: `${Math.round((100 * right(run)) / run.count)} % right` },
    { text: `‖∇J‖ = ${format(gradientSize(run), 2)}`, kind: "slope" },
  ];
}

/** One row a layer: its numbers. @param {Training} run */
export function rows(run) {
  const weights = sizesOf(run.layers, run.theta),
    slopes = sizesOf(run.layers, run.differentiate());
  return run.layers.map(({ before, nodes }, l) => [
    String(l + 1),
    `${nodes} × ${before}`,
    format(weights[l]),
    format(slopes[l]),
  ]);
}

/** @param {string} text */
function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
