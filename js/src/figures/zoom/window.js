/** What is seen through the glass, and how far the curve is from its tangent there. */
import { spread } from "../../charts/outline.js";

/** @typedef {[number, number]} Range */
/** @typedef {{x: Range, y: Range}} Window */

/** In so many stretches of equal length the window is cut to look for the largest distance. */
const PLACES = 200;

/** @param {Range} range @param {number} centre @param {number} times @returns {Range} */
const shrunk = ([low, high], centre, times) => [
  low / times + centre * (1 - 1 / times),
  high / times + centre * (1 - 1 / times),
];

/**
 * The windows of a view, shrunk by a power of ten towards a point of the curve.
 * @param {Window} view @param {import("../tangent/slope.js").Tangent} tangent
 * @param {number} zoom @returns {Window}
 */
export function windowOf({ x, y }, tangent, zoom) {
  const times = 10 ** zoom;
  const level = Number.isFinite(tangent.value) ? tangent.value : (y[0] + y[1]) / 2;
  return { x: shrunk(x, tangent.x, times), y: shrunk(y, level, times) };
}

/**
 * The largest distance of curve and tangent, as a share of the window's height; NaN without one.
 * @param {import("../tangent/slope.js").Curve} curve
 * @param {import("../tangent/slope.js").Tangent} tangent @param {Window} seen
 */
export function gapOf(curve, { x: at, value, slope }, { x, y: [low, high] }) {
  const off = spread(x, PLACES)
    .map((place) => Math.abs(curve.value(place) - value - slope * (place - at)))
    .filter(Number.isFinite);
  return off.length && high > low ? Math.max(...off) / (high - low) : NaN;
}
