/** What Δx does to a rectangle: two strips and a corner, every area counted with its sign. */
import { compileUnary } from "../../core/expression.js";
import { settled } from "../../core/formatting.js";

/** @typedef {[number, number]} Two */
/** @typedef {ReturnType<ReturnType<typeof grower>>} Growth */

/** Beyond this size a picture's scales come near to the end of the numbers. */
const LARGEST = 1e300;

/** @param {import("./index.js").Pair["sides"]} sides u and v */
export function grower(sides) {
  const [u, v] = sides.map(({ tree, derivative }) => ({
    value: compileUnary(tree, "x"),
    slope: compileUnary(derivative, "x"),
  }));
  return (/** @type {number} */ x, /** @type {number} */ nudge) => {
    const there = x + nudge;
    /** @type {Two} */ const sides = [u.value(x), v.value(x)];
    /** @type {Two} */ const changes = [u.value(there) - sides[0], v.value(there) - sides[1]];
    /** @type {Two} */ const strips = [sides[1] * changes[0], sides[0] * changes[1]];
    /** @type {Two} */ const terms = [u.slope(x) * sides[1], sides[0] * v.slope(x)];
    const corner = changes[0] * changes[1],
      whole = sum(...strips, corner),
      rule = sum(...terms);
    const areas = [sides[0] * sides[1], ...strips, corner];
    return {
      sides,
      changes,
      areas,
      strips: sum(...strips),
      whole,
      ratio: there === x ? NaN : whole / nudge,
      terms,
      rule,
      drawn: [...sides, ...changes, ...areas, whole, rule].every((n) => Math.abs(n) < LARGEST),
    };
  };
}

/** The sum of some terms; 0 where rounding is all that is left of it. @param {number[]} terms */
function sum(...terms) {
  const total = (/** @type {number[]} */ all) => all.reduce((one, other) => one + other, 0);
  return settled(total(terms), total(terms.map(Math.abs)));
}

/** The corner beside the sizes of all that is added, from 0 to 1. @param {Growth} growth */
export function shareOf({ areas: [, ...added] }) {
  const [first, second, corner] = added.map(Math.abs);
  return corner / (first + second + corner);
}
