/** What the network trainer says: the sentence of the state, and the line of numbers. */
import { sizesOf } from "./curves.js";
import { find } from "../../networks/training.js";
import { format, whole } from "../../core/formatting.js";
import WORDS from "./words.json";
import { counted, phrase } from "../../core/phrase.js";

/** @typedef {import("../../networks/training.js").Training} Training */
/** @typedef {import("../../networks/training.js").Constants} Constants */

const SMALL = 1e-6; // a gradient below this moves nothing that could be seen

/** How many points are on the right side of ½. @param {Training} run */
export const right = (run) => agreeing(run.predictions(), run.labels);

/** The same of the points held out. @param {Training} run */
export const foretold = (run) => agreeing(run.foretold(), run.held.labels);

/** @param {Float64Array} predictions @param {Float64Array} labels */
function agreeing(predictions, labels) {
  let count = 0;
  for (let p = 0; p < labels.length; p++)
    count += Number(predictions[p] > 0.5 === (labels[p] === 1));
  return count;
}

/** The length of ∇J. @param {Training} run */
export function gradientLength(run) {
  let sum = 0;
  for (const entry of run.differentiate()) sum += entry * entry;
  return Math.sqrt(sum);
}

/**
 * @param {Training} run @param {Constants} constants
 * @param {number} goal the step that is wanted
 */
export function sentence(run, constants, goal) {
  return `${opening(run, constants)} ${progress(run, goal)} ${verdict(run, constants)}`.trim();
}

/** @param {Training} run @param {Constants} constants */
function opening({ settings, sizes, count }, { datasets, activations, optimisers }) {
  const { batch, seed } = settings;
  const data = find(datasets, settings.dataset).label,
    rule = find(optimisers, settings.optimiser).label;
  return phrase(WORDS.opening, {
    dataset: data[0].toUpperCase() + data.slice(1),
    sizes: sizes.join("-"),
    activation: find(activations, settings.activation).label,
    seed,
    rule,
    alpha: settings.alpha,
    points: batch === count ? WORDS.sees.all : counted(WORDS.sees, batch),
  });
}

/** @param {Training} run @param {number} goal */
function progress(run, goal) {
  const numbers = phrase(WORDS.numbers, {
    cost: format(run.cost, 3),
    right: right(run),
    count: run.count,
    foretold: foretold(run),
    length: format(gradientLength(run), 3),
  });
  if (run.k < goal && !run.diverged) return phrase(WORDS.going, { step: run.k, goal, numbers });
  if (run.k === 0) return phrase(WORDS.before, { numbers });
  return phrase(WORDS.after, { time: time(run), numbers });
}

/** How long a run has lasted, in words. @param {Training} run */
export function time({ k, stride, epochs }) {
  const steps = counted(WORDS.steps, k);
  return stride === 1 ? steps : counted(WORDS.epochs, epochs(), { steps });
}

/** What has gone wrong, if something has. @param {Training} run @param {Constants} constants */
function verdict(run, { settled, risen }) {
  const { alpha } = run.settings;
  if (run.diverged) return phrase(WORDS.overflow, { alpha });
  const flat = run.k > 0 && right(run) < run.count && gradientLength(run) < SMALL;
  if (run.k >= settled && run.cost > risen * run.costs[0]) {
    const diverges = phrase(WORDS.diverges, { start: format(run.costs[0], 3), alpha });
    return flat ? `${diverges} ${WORDS.trapped}` : diverges;
  }
  return flat ? WORDS.vanished : "";
}

/**
 * The numbers of this moment, in parts that carry a colour each.
 * @param {Training} run @returns {{text: string, kind?: string}[]}
 */
export function reading(run) {
  const { step, epoch, right: percent, heldOut } = WORDS.readings;
  const share = (/** @type {number} */ count) => ({
    percent: Math.round((100 * count) / run.count),
  });
  return [
    { text: phrase(run.stride === 1 ? step : epoch, { step: run.k, epoch: run.epochs() }) },
    { text: `J = ${format(run.cost, 3)}`, kind: "function" },
    { text: phrase(percent, share(right(run))) },
    { text: phrase(heldOut, share(foretold(run))) },
    { text: `‖∇J‖ = ${format(gradientLength(run), 2)}`, kind: "slope" },
  ];
}

/** One row a layer: its numbers. @param {Training} run */
export function rows(run) {
  const weights = sizesOf(run.layers, run.theta),
    slopes = sizesOf(run.layers, run.differentiate());
  return run.layers.map(({ before, nodes }, l) => [
    whole(l + 1),
    `${nodes} × ${before}`,
    format(weights[l]),
    format(slopes[l]),
  ]);
}
