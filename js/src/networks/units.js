/**
 * Networks small enough to be read unit by unit: weighted inputs, activations, their adjoints.
 * Every sum is over the terms that a reader sees; layers.js takes whole rows of points.
 */
import { compile, compileUnary } from "../core/expression.js";
import { settled } from "../core/formatting.js";

/** @typedef {import("../../generated/figures.d.ts").UnitDiagram["data"]} Data */
/** @typedef {Pick<Data["networks"][number], "weights" | "biases">} Network */
/**
 * @typedef {object} Pass what went through a layer, an entry for each unit
 * @property {number[]} z @property {number[]} a
 * @property {number[]} slopes σ′(z)
 * @property {number[]} zBar the adjoint of z @property {number[]} aBar that of a
 */

/** A sum without what rounding leaves of it. @param {number[]} terms */
const sum = (terms) =>
  settled(
    terms.reduce((before, term) => before + term, 0),
    Math.max(...terms.map(Math.abs)),
  );

/**
 * What runs a network forwards and backwards at one point, for one output.
 * @param {Network} network @param {Pick<Data, "sigmoid" | "loss">} trees
 */
export function passes({ weights, biases }, { sigmoid, loss }) {
  const activate = compileUnary(sigmoid.tree, "u"),
    differentiate = compileUnary(sigmoid.slope, "u"),
    push = compile(loss.partial, ["u", "v"]);

  /** @param {number[]} inputs @param {number} target @returns {Pass[]} */
  return (inputs, target) => {
    let signal = inputs;
    const forwards = weights.map((rows, l) => {
      const before = signal;
      const z = rows.map((row, i) => sum([...row.map((w, j) => w * before[j]), biases[l][i]]));
      signal = z.map(activate);
      return { z, a: signal, slopes: z.map(differentiate) };
    });
    let aBar = signal.map((prediction) => push(new Float64Array([prediction, target])));
    const passed = forwards.reverse().map((layer, place) => {
      const back = { ...layer, aBar, zBar: aBar.map((one, i) => one * layer.slopes[i]) };
      const rows = weights[weights.length - 1 - place];
      aBar = rows[0].map((_, j) => sum(rows.map((row, i) => row[j] * back.zBar[i])));
      return back;
    });
    return passed.reverse();
  };
}
