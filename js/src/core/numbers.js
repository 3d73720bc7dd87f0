/** A number between two bounds. */

/** @param {number} value @param {number} low @param {number} high */
export function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

/**
 * The multiple of `step` that is nearest to a value, as far as the range goes.
 * @param {number} value @param {[number, number]} range @param {number} [step]
 */
export function snap(value, [low, high], step = 0.05) {
  return Number((Math.round(clamp(value, low, high) / step) * step).toFixed(6));
}
