/** The slope of a curve at one point and what it says there. */

import { compileUnary, whereDefined } from "../../core/expression.js";
import shared from "../../../generated/slopes.json";

const SAME = 1e-12;
export const NEARBY = shared.nearby;
const FLAT = shared.flat;
export const VERDICTS = shared.verdicts;

/**
 * @typedef {object} Curve
 * @property {(x: number) => number} value
 * @property {(x: number) => number} slope the derivative, as ptcode gave it
 * @property {{x: number, left: number | null, right: number | null, verdict: string}[]} breaks
 *   places without a derivative; a slope that is no number is null
 */

/**
 * @typedef {object} Tangent
 * @property {number} x
 * @property {number} value
 * @property {number} slope NaN where there is none
 * @property {string} verdict
 * @property {number} left the slopes of the two sides; they differ only at a corner
 * @property {number} right
 */

/** A curve with its slope. @param {import("./index.js").Shown} shown */
export function curveOf(shown) {
  const { tree, derivative, variable, breaks } = shown,
    value = compileUnary(tree, variable);
  return {
    shown,
    value,
    slope: whereDefined(compileUnary(derivative, variable), value),
    breaks,
  };
}

/** @param {Curve} curve @param {number} x @returns {Tangent} */
export function tangentAt({ value, slope, breaks }, x) {
  const height = value(x),
    rise = slope(x);
  if (!Number.isFinite(height)) return none(x, NaN, VERDICTS.outside);
  const here = breaks.find((place) => Math.abs(place.x - x) <= SAME * (1 + Math.abs(x)));
  if (here) return none(x, height, here.verdict, here.left ?? NaN, here.right ?? NaN);
  if (!Number.isFinite(rise)) return none(x, height, missing(rise));
  const before = slope(x - NEARBY),
    after = slope(x + NEARBY);
  if (isFlat(rise, before, after)) {
    return { x, value: height, slope: 0, verdict: flatVerdict(before, after), left: 0, right: 0 };
  }
  const verdict = rise > 0 ? VERDICTS.rises : VERDICTS.falls;
  return { x, value: height, slope: rise, verdict, left: rise, right: rise };
}

/**
 * What a slope that is no finite number says: it is ±∞, or its formula has no value, as 0/0.
 * @param {...number} slopes
 */
const missing = (...slopes) =>
  slopes.some((slope) => Math.abs(slope) === Infinity) ? VERDICTS.vertical : VERDICTS.unknown;

/**
 * The tangent where a kink may be, from its two sides, each a smooth function of its own: the twin
 * of ptcode/functions/slopes.py.
 * @param {Curve} curve @param {number} x @param {{value: number, slope: number}[]} sides
 * @returns {Tangent}
 */
export function fromSides({ value, slope }, x, sides) {
  const height = value(x),
    [left, right] = sides.map((side) => side.slope);
  if (sides.some((side) => !(Math.abs(side.value - height) <= FLAT * (1 + Math.abs(height)))))
    return none(x, height, VERDICTS.jump, left, right);
  if (!sides.every((side) => Number.isFinite(side.slope)))
    return none(x, height, missing(left, right));
  if (Math.abs(left - right) > FLAT * (1 + Math.abs(left)))
    return none(x, height, VERDICTS.corner, left, right);
  const beside = (/** @type {number} */ at) => (at === x ? left : slope(at));
  return tangentAt({ value, slope: beside, breaks: [] }, x);
}

/** @param {number} x @param {number} value @param {string} verdict @returns {Tangent} */
function none(x, value, verdict, left = NaN, right = NaN) {
  return { x, value, slope: NaN, verdict, left, right };
}

/** @param {number} slope @param {number} before @param {number} after */
function isFlat(slope, before, after) {
  const around = Math.max(0, ...[before, after].map(Math.abs).filter(Number.isFinite));
  return Math.abs(slope) <= FLAT * around || slope === 0;
}

/** @param {number} before @param {number} after the slopes on both sides of a flat place */
function flatVerdict(before, after) {
  if (!Number.isFinite(before)) before = -after;
  if (!Number.isFinite(after)) after = -before;
  if (before === 0 && after === 0) return VERDICTS.level;
  if (before <= 0 && after >= 0) return VERDICTS.minimum;
  return before >= 0 && after <= 0 ? VERDICTS.maximum : VERDICTS.neither;
}

/**
 * The rise over the run from x to x + h; NaN where there is none.
 * @param {Curve} curve @param {number} x @param {number} h
 */
export function differenceQuotient({ value }, x, h) {
  const quotient = (value(x + h) - value(x)) / h;
  return h !== 0 && Number.isFinite(quotient) ? quotient : NaN;
}
