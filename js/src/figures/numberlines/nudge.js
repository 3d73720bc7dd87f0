/** A nudge on its way along a chain, and what its ratios tend to. */
import { compileUnary, whereDefined } from "../../core/expression.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/**
 * @typedef {{name: string, inner: string, formula: Tree, local: Tree}} LinkData what ptcode says of
 *   a link
 */

/**
 * @typedef {object} Nudge
 * @property {number[]} values x, u, …, y
 * @property {number[]} moved the same for x + dx
 * @property {number[]} nudges dx, du, …, dy
 * @property {number[]} ratios du/dx, …, each nudge over the one before
 * @property {number[]} limits the local derivatives, which the ratios tend to
 * @property {number} ratio dy/dx
 * @property {number} limit the product of the local derivatives
 */

/** @param {LinkData[]} links @returns {(x: number, dx: number) => Nudge} */
export function nudger(links) {
  const functions = links.map(({ formula, inner }) => compileUnary(formula, inner));
  const derivatives = links.map(({ local, inner }, i) =>
    whereDefined(compileUnary(local, inner), functions[i]),
  );
  /** @param {number} start */
  const run = (start) => {
    const values = [start];
    for (const f of functions) values.push(f(values[values.length - 1]));
    return values;
  };
  return (x, dx) => {
    const values = run(x),
      moved = run(x + dx);
    const nudges = [dx, ...values.slice(1).map((value, i) => moved[i + 1] - value)];
    const limits = derivatives.map((local, i) => local(values[i]));
    return {
      values,
      moved,
      nudges,
      limits,
      ratios: links.map((_, i) => nudges[i + 1] / nudges[i]),
      ratio: nudges[links.length] / dx,
      limit: limits.reduce((product, factor) => product * factor, 1),
    };
  };
}
