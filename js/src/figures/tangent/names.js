/** Where the names of the slope triangle can stand, the best places first. */
import { around } from "../../charts/spots.js";

/** @typedef {import("../../charts/spots.js").Spot} Spot */

/** The letters of the two sides, and a ring with its line; no name is below one so low. */
export const LETTERS = 13.5,
  LOW = 32;
const RING = 11;

/** The place of a ring, and of its name where that is not at the floor. */
export const ringOf = (
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {number} */ floor,
) => (y > floor - LOW ? { ...around(x, y, RING), top: y - LOW } : around(x, y, RING));

/**
 * Where the name of the run can stand: along it, on the side away from the rise if it can.
 * @param {number} from @param {number} to @param {number} level @param {boolean} falls
 * @returns {Spot[]}
 */
export function besideRun(from, to, level, falls) {
  const [over, under] = [level - 13, level + 23];
  return [
    falls ? over : under,
    falls ? under : over,
    over - 16,
    under + 16,
    over - 36,
    under + 36,
  ].map((y) => ({
    x: (from + to) / 2,
    y,
    anchor: "middle",
  }));
}

/**
 * Where the name of the rise can stand: beside it, outside the triangle if it can.
 * @param {number} from @param {number} to @param {number} low @param {number} high
 * @returns {Spot[]}
 */
export function besideRise(from, to, low, high) {
  const outward = Math.sign(to - from);
  const heights = [
    (low + high) / 2 + 5,
    high + 5,
    high - 16,
    high + 26,
    low - 16,
    low + 26,
    high + 60,
    low - 60,
    high - 34,
    low - 34,
  ];
  return [outward, -outward].flatMap((side) =>
    heights.map((y) => ({
      x: to + side * (y === heights[0] ? 9 : 14),
      y,
      anchor: /** @type {"start" | "end"} */ (side > 0 ? "start" : "end"),
    })),
  );
}
