/** An outer function around an inner one, in either order: the twin of widgets/nesting_pairs.py. */
import { compileUnary } from "../../core/expression.js";
import { replace, U } from "../../language/composition.js";
import { plainText } from "../../language/writing.js";

/** @typedef {import("../../../generated/figures.d.ts").NestedGraphs} Traits */
/** @typedef {Traits["data"]["pairs"][number]} Pair */
/** @typedef {ReturnType<typeof nest>} Nest */

/** @param {number} value */
const finite = (value) => (Number.isFinite(value) ? value : NaN);

/** @param {Pair} pair @param {boolean} swapped */
export function nest(pair, swapped) {
  const [inner, outer] = swapped
    ? [replace(pair.outer, U, "x"), replace(pair.inner, "x", U)]
    : [pair.inner, pair.outer];
  const [g, f] = [compileUnary(inner, "x"), compileUnary(outer, U)];
  /** u = g(x) and y = f(u); NaN where a function has no value, or gets none. @param {number} x */
  const heights = (x) => {
    const u = finite(g(x));
    return { x, u, y: Number.isNaN(u) ? NaN : finite(f(u)) };
  };
  return {
    pair,
    swapped,
    inner,
    outer,
    curves: [g, f, (/** @type {number} */ x) => heights(x).y],
    formulas: [inner, outer, replace(outer, U, inner)].map(plainText),
    window: pair.windows[Number(swapped)],
    heights,
  };
}
