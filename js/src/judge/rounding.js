/**
 * Do the decimals in an answer stand for the numbers of another, rounded or cut off? Each is taken
 * for all that it may stand for: 0.33 for what lies from 0.325 to 0.34, but not for 0.34.
 */
import { ORDINARY, valuesAt } from "./bounded.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */

const { LOOSE, NEAR, FEWEST, SHARE, MOST_DECIMALS } = LIMITS;

/** Does a number that is no whole one stand in it? @param {Tree} tree @returns {boolean} */
export function hasDecimals(tree) {
  return Array.isArray(tree)
    ? tree.slice(1).some(hasDecimals)
    : typeof tree === "number" && !Number.isInteger(tree);
}

/**
 * @param {Tree} tree @param {Tree} other @param {string} variable @param {number[]} points
 */
export function isRounded(tree, other, variable, points) {
  const near = points.filter((point) => Math.abs(point) <= NEAR),
    places = near.length >= FEWEST ? near : points;
  const typed = valuesAt(tree, variable, places),
    truth = valuesAt(other, variable, places),
    meant = valuesAt(tree, variable, places, { ...ORDINARY, number: whatItStandsFor });
  const both = places.flatMap((_, i) =>
    Number.isNaN(typed[i].value) || Number.isNaN(truth[i].value) ? [] : [i],
  );
  const mean = both.reduce((sum, i) => sum + Math.abs(truth[i].value), 0) / both.length;
  const fits = (/** @type {number} */ i) =>
    Math.abs(meant[i].value - truth[i].value) <= meant[i].error + truth[i].error &&
    Math.abs(typed[i].value - truth[i].value) <= LOOSE * Math.max(Math.abs(truth[i].value), mean);
  return both.length >= SHARE * places.length && both.every(fits);
}

/** From half a unit of the last digit below to a whole one above, that one left out.
 * @param {number} typed
 */
function whatItStandsFor(typed) {
  const [, decimals = "", power = "0"] = /\.(\d+)(?:e(.*))?$/.exec(String(typed)) ?? [];
  const places = decimals.length - Number(power);
  const unit = decimals && places <= MOST_DECIMALS ? 10 ** -places : 0;
  return { value: typed + Math.sign(typed) * (unit / 4), error: 0.7499 * unit };
}
