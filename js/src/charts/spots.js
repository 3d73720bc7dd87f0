/** Where the words of a picture have room: the first spot that is free of what stands already. */

import { clamp } from "../core/numbers.js";

/** @typedef {{x: number, y: number, anchor: "start" | "middle" | "end"}} Spot of a baseline */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

const ABOVE = 0.76,
  BELOW = 0.2,
  WIDE = 0.6;

/** How wide a text is, nearly: to measure it would lay the page out. */
export const widthOf = (/** @type {string} */ text, size = 13) => WIDE * size * text.length;

/** @param {number} x @param {number} y @param {number} r @returns {Box} */
export const around = (x, y, r) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });

/** @param {Box} one @param {Box} other */
export const meet = (one, other) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/**
 * The place of a text.
 * @param {string} text @param {Spot} spot @param {number} size @returns {Box}
 */
export function boxOf(text, { x, y, anchor }, size) {
  const width = widthOf(text, size);
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { left, right: left + width, top: y - ABOVE * size, bottom: y + BELOW * size };
}

/**
 * A spot, moved so that its text stands in a frame.
 * @param {string} text @param {Spot} spot @param {Box} frame @param {number} size @returns {Spot}
 */
export function within(text, spot, frame, size) {
  const { left, right } = boxOf(text, spot, size);
  const back = Math.max(frame.left - left, Math.min(0, frame.right - right));
  const y = clamp(spot.y, frame.top + ABOVE * size, frame.bottom - BELOW * size);
  return { ...spot, x: spot.x + back, y };
}

/**
 * Chooses a spot for a text, moved into a frame, and takes its place.
 * @param {string} text @param {Spot[]} spots the best first; the last, if none is free
 * @param {Box} frame @param {Box[]} taken @param {number} [size] of the letters
 */
export function settle(text, spots, frame, taken, size = 13) {
  const moved = spots.map((spot) => within(text, spot, frame, size));
  const isFree = (/** @type {Spot} */ spot) => {
    const box = boxOf(text, spot, size);
    return !taken.some((other) => meet(box, other));
  };
  const spot = moved.find(isFree) ?? moved[moved.length - 1];
  taken.push(boxOf(text, spot, size));
  return { x: spot.x, y: spot.y, "text-anchor": spot.anchor };
}
