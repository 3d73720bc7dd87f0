/** The two small pictures: the cost after every epoch, the size of the gradient in every layer. */
import { chart, roundUp } from "../../charts/chart.js";
import { polyline } from "../../charts/marks.js";
import { set, svg } from "../../shell/dom.js";
import WORDS from "./words.json";

/** @typedef {import("../../networks/training.js").Training} Training */

const SAMPLES = 240;
const LEAST = 1e-12;

export function costCurve() {
  const picture = chart({
    label: WORDS.costs,
    xLabel: WORDS.epochAxis,
    yLabel: WORDS.costAxis,
    kind: "pt-small-chart",
  });
  const line = svg("path", { class: "pt-cost" });
  const here = svg("circle", { class: "pt-ball", r: 4.5 });
  picture.inside.append(line);
  picture.over.append(here);
  return {
    picture,
    element: picture.element,
    /** @param {Training} run @param {boolean} log */
    draw(run, log) {
      const epochs = run.epochs(),
        stride = Math.ceil((epochs + 1) / SAMPLES);
      const shown = [];
      for (let epoch = 0; epoch < epochs; epoch += stride) shown.push(epoch);
      shown.push(epochs);
      const costs = shown.map((epoch) => Math.max(run.costs[epoch], LEAST));
      picture.layout({
        x: [0, roundUp(Math.max(epochs, 10))],
        y: range(costs, log),
        log,
        whole: true,
      });
      const { x, y } = picture;
      set(line, { d: polyline(shown.map((epoch, i) => [x(epoch), y(costs[i])])) });
      set(here, { cx: x(epochs).toFixed(1), cy: y(costs[costs.length - 1]).toFixed(1) });
    },
  };
}

export function layerSizes() {
  const picture = chart({
    label: WORDS.sizes,
    xLabel: WORDS.layerAxis,
    yLabel: WORDS.sizeAxis,
    kind: "pt-small-chart",
  });
  const stems = svg("path", { class: "pt-stems" });
  const heads = svg("path", { class: "pt-stem-heads" });
  picture.inside.append(stems);
  picture.over.append(heads);
  return {
    picture,
    element: picture.element,
    /** @param {Training} run */
    draw(run) {
      const sizes = sizesOf(run.layers, run.differentiate()).map((size) => Math.max(size, LEAST));
      picture.layout({
        x: [0.5, sizes.length + 0.5],
        y: range(sizes, true),
        log: true,
        whole: true,
      });
      const bottom = picture.y.range()[0];
      const tops = sizes.map(
        (size, l) => `${picture.x(l + 1).toFixed(1)} ${picture.y(size).toFixed(1)}`,
      );
      set(stems, {
        d: tops.map((top, l) => `M${top}L${picture.x(l + 1).toFixed(1)} ${bottom}`).join(""),
      });
      set(heads, { d: tops.map((top) => `M${top}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0`).join("") });
    },
  };
}

/**
 * Layer by layer, the root of the mean square of the weights' values.
 * @param {import("../../networks/layers.js").Layer[]} layers @param {Float64Array} values
 */
export function sizesOf(layers, values) {
  return layers.map(({ weights, biases }) => {
    let sum = 0;
    for (let i = weights; i < biases; i++) sum += values[i] * values[i];
    return Math.sqrt(sum / (biases - weights));
  });
}

/**
 * A vertical window that seldom changes.
 * @param {number[]} heights @param {boolean} log @returns {[number, number]}
 */
function range(heights, log) {
  const high = Math.max(...heights);
  if (!log) return [0, roundUp(high)];
  const [low, top] = [
    Math.floor(Math.log10(Math.min(...heights))),
    Math.ceil(Math.log10(high) + 0.05),
  ];
  return [10 ** (low - 0.2), 10 ** Math.max(top, low + 2)];
}
