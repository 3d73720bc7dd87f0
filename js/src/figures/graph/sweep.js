/**
 * A graph of numbers computed forwards, its adjoints backwards. The formulas and the local
 * derivatives are data: this file multiplies and adds.
 */
import { centralDifference } from "../../language/check.js";
import { compile } from "../../core/expression.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */

/**
 * @typedef {object} Node
 * @property {string} key
 * @property {string} label as it is shown, and as it stands in formulas
 * @property {boolean} given an input to which no adjoint is passed
 * @property {Tree | null} formula in the labels; null of an input
 * @property {number[]} arguments the places of the nodes it is made from
 * @property {Tree[]} partials one for each argument
 */

/**
 * @typedef {object} Run
 * @property {Float64Array} values
 * @property {Float64Array} adjoints
 * @property {number[][]} locals the local derivative for each argument of each node
 * @property {number[][]} shares what of the adjoint goes back to it
 * @property {(place: number) => number} measured
 */

/** @param {Node[]} nodes the last one is the result */
export function sweeper(nodes) {
  const labels = nodes.map(({ label }) => label),
    last = nodes.length - 1;
  const formulas = nodes.map(({ formula }) => (formula === null ? null : compile(formula, labels)));
  const partials = nodes.map((node) => node.partials.map((partial) => compile(partial, labels)));
  const values = new Float64Array(nodes.length),
    nudged = new Float64Array(nodes.length);
  const adjoints = new Float64Array(nodes.length);
  const locals = nodes.map((node) => node.arguments.map(() => 0));
  const shares = nodes.map((node) => node.arguments.map(() => 0));

  /**
   * Computes every node that is not an input, and not fixed.
   * @param {Float64Array} numbers @param {number} fixed
   */
  const forward = (numbers, fixed) => {
    for (let place = 0; place <= last; place++) {
      const formula = formulas[place];
      if (formula && place !== fixed) numbers[place] = formula(numbers);
    }
    return numbers[last];
  };
  const backward = () => {
    adjoints.fill(0);
    adjoints[last] = Number.isFinite(values[last]) ? 1 : NaN; // no derivative of what has no value
    for (let place = last; place >= 0; place--) {
      nodes[place].arguments.forEach((argument, position) => {
        const local = Number.isFinite(values[place]) ? partials[place][position](values) : NaN,
          share = adjoints[place] * local;
        locals[place][position] = local;
        shares[place][position] = share;
        adjoints[argument] += share;
      });
    }
  };
  /** What a small nudge of one node does to the result. @param {number} place */
  const measured = (place) => {
    if (!Number.isFinite(values[place])) return NaN;
    return centralDifference((value) => {
      nudged.set(values);
      nudged[place] = value;
      return forward(nudged, place);
    }, values[place]);
  };
  /** @type {Run} */ const run = { values, adjoints, locals, shares, measured };
  return {
    /**
     * The graph at certain inputs, given by key; the arrays of the last run are used again.
     * @param {(key: string) => number} input
     */
    run(input) {
      nodes.forEach(({ key, formula }, place) => {
        if (formula === null) values[place] = input(key);
      });
      forward(values, -1);
      backward();
      return run;
    },
  };
}
