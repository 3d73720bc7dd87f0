/** What doubles take for the same is looked at again, with ninety digits. */
import { bounded, valuesAt } from "./bounded.js";
import { corrected, countOf, isPartial, OTHER, outcome } from "./comparison.js";
import { factorOf } from "./factor.js";
import { costOf, MOST_PRECISE, PRECISE, product } from "./precise.js";
import { Sight } from "./sight.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("./sheet.js").Sheet} Sheet */

/** At so many places it is seen whether a factor is one, or whether a mistake leads there. */
const FEW = 12;

/**
 * Where no difference was seen, or none on a part, a second look.
 * @param {Tree} tree @param {Sheet} sheet @param {Places} places
 * @param {import("./comparison.js").Comparison} found
 */
export function looked(tree, { variable, right }, { points, regions }, found) {
  if (countOf(found, OTHER) && !isPartial(found)) return found;
  const every = Math.ceil((points.length * (costOf(tree) + costOf(right))) / MOST_PRECISE);
  const sight = new Sight();
  const second = points.map((value, i) => {
    if (i % every) return undefined;
    const arithmetic = { ...PRECISE, saw: sight.within(regions[i]) };
    const [yours, its] = [tree, right].map((each) =>
      bounded(each, variable, { value, error: 0 }, arithmetic),
    );
    return outcome(yours, its);
  });
  return corrected(found, second, (region) => sight.misses(region));
}

/**
 * Both, at a few of the places.
 * @param {Tree} one @param {Tree} other @param {string} variable @param {number[]} points
 */
function both(one, other, variable, points) {
  const few = points.filter((_, i) => i % Math.ceil(points.length / FEW) === 0);
  return [one, other].map((each) => valuesAt(each, variable, few, PRECISE));
}

/**
 * Is what seems to be a multiple of the right answer surely none?
 * @param {Tree} tree @param {Sheet} sheet @param {Places} places
 */
export function isNoMultiple(tree, { variable, right }, { points }) {
  const [yours, its] = both(tree, right, variable, points);
  return factorOf(yours, its, product) === "";
}

/** Do two that seem to be the same differ? @param {Tree} tree @param {Tree} other
 * @param {string} variable @param {number[]} points
 */
export function differs(tree, other, variable, points) {
  const [yours, its] = both(tree, other, variable, points);
  return yours.some((value, i) => outcome(value, its[i]) === OTHER);
}
