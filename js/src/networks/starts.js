/** The first weights of a network, before any step. */
import { layers, parameterCount } from "./layers.js";

/**
 * The variance of the first weights, each rule named after its paper: see
 * ptcode/networks/initialisations.py.
 * @type {Record<string, (before: number, nodes: number, draw: {uniform: () => number, normal: () =>
 *   number}) => number>}
 */
const STARTS = {
  glorot_uniform: (before, nodes, { uniform }) => {
    const limit = Math.sqrt(6 / (before + nodes));
    return -limit + 2 * limit * uniform();
  },
  he_normal: (before, _, { normal }) => Math.sqrt(2 / before) * normal(),
};

/**
 * Random weights and biases 0, drawn layer by layer and row by row.
 * @param {number[]} sizes
 * @param {string} rule
 * @param {{uniform: () => number, normal: () => number}} draw
 */
export function firstWeights(sizes, rule, draw) {
  const theta = new Float64Array(parameterCount(sizes));
  for (const { before, nodes, weights, biases } of layers(sizes)) {
    for (let i = weights; i < biases; i++) theta[i] = STARTS[rule](before, nodes, draw);
  }
  return theta;
}
