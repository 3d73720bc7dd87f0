/** Level lines of a cost over the plane of its two parameters. */
import { contours } from "d3-contour";
import { polyline } from "./marks.js";

/** @typedef {import("../descent/surfaces.js").Field} Field */

const CELL = 7;
const BEYOND = 2;
const APART = 34;
/** A ring of fewer corners looks like a polygon; so many cells lie across a grid of its own. */
const FEW = 90,
  FINE = 40;

/** @typedef {import("./chart.js").Scales} Scales */

/**
 * @typedef {object} Sampled
 * @property {Field} cost
 * @property {number[]} values
 * @property {number} columns
 * @property {number} rows
 * @property {[number, number]} corner
 * @property {[number, number]} cell
 */

/** @typedef {{level: number, outline: [number, number][][]}} Outline the rings of a level */

/**
 * The heights on a grid that reaches a little beyond the frame, so that its edge is never seen.
 * @param {Field} cost @param {Scales} scales @returns {Sampled}
 */
export function sample(cost, { x, y }) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const columns = Math.ceil((right - left) / CELL) + 2 * BEYOND + 1;
  const rows = Math.ceil((bottom - top) / CELL) + 2 * BEYOND + 1;
  /** @type {[number, number]} */
  const corner = [x.invert(left - BEYOND * CELL), y.invert(bottom + BEYOND * CELL)];
  /** @type {[number, number]} */
  const cell = [x.invert(left + CELL) - x.invert(left), y.invert(bottom - CELL) - y.invert(bottom)];
  return heights({ cost, corner, cell, columns, rows });
}

/** The heights on a grid. @param {Omit<Sampled, "values">} grid @returns {Sampled} */
function heights({ cost, corner, cell, columns, rows }) {
  const values = new Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = cost.value(
        corner[0] + column * cell[0],
        corner[1] + row * cell[1],
      );
    }
  }
  return { cost, values, columns, rows, corner, cell };
}

/**
 * The rings on which the cost has one height, in units of the parameters.
 * @param {Sampled} sampled @param {number} level @returns {[number, number][][]}
 */
export function rings(sampled, level) {
  const { values, columns, rows } = sampled;
  const shape = contours().size([columns, rows]).contour(values, level);
  return shape.coordinates.flat().map((ring) => ring.map((at) => settle(sampled, level, at)));
}

/**
 * The same, a small ring from a grid of its own: on that of the frame it would have corners.
 * @param {Sampled} sampled @param {number} level @returns {[number, number][][]}
 */
export function roundRings(sampled, level) {
  return rings(sampled, level).flatMap((ring) =>
    ring.length < FEW ? ringsAround(sampled, level, ring) : [ring],
  );
}

/**
 * The rings of a level that lie whole in the surroundings of one of them.
 * @param {Sampled} sampled @param {number} level @param {[number, number][]} ring
 */
function ringsAround({ cost, cell }, level, ring) {
  const [first, second] = [0, 1].map((axis) => {
    const places = ring.map((at) => at[axis]);
    const low = Math.min(...places) - cell[axis];
    return { low, gap: (Math.max(...places) + cell[axis] - low) / FINE };
  });
  const fine = heights({
    cost,
    corner: [first.low, second.low],
    cell: [first.gap, second.gap],
    columns: FINE + 1,
    rows: FINE + 1,
  });
  const edge = [first, second].map(({ low, gap }) => [low + gap, low + (FINE - 1) * gap]);
  const whole = rings(fine, level).filter((each) =>
    each.every((at) => edge.every(([low, high], axis) => at[axis] > low && at[axis] < high)),
  );
  return whole.length > 0 ? whole : [ring];
}

/**
 * Moves a point of the interpolated ring onto the level itself: one step of Newton's method along
 * the gradient, never further than half a cell.
 * @param {Sampled} sampled @param {number} level @param {number[]} at @returns {[number, number]}
 */
function settle({ cost, corner, cell }, level, [column, row]) {
  const theta1 = corner[0] + (column - 0.5) * cell[0],
    theta2 = corner[1] + (row - 0.5) * cell[1];
  const [first, second] = cost.gradient(theta1, theta2);
  const share = (level - cost.value(theta1, theta2)) / (first * first + second * second);
  const move = [share * first, share * second];
  const size = Math.max(Math.abs(move[0] / cell[0]), Math.abs(move[1] / cell[1]));
  if (!(size < 1)) return [theta1, theta2];
  const part = Math.min(1, 0.5 / size);
  return [theta1 + part * move[0], theta2 + part * move[1]];
}

/** @param {Sampled} sampled @param {number[]} levels @returns {Outline[]} */
export function outlines(sampled, levels) {
  return levels.map((level) => ({ level, outline: rings(sampled, level) }));
}

/** @param {[number, number][][]} outline @param {Scales} scales */
export function draw(outline, { x, y }) {
  return outline.map((ring) => polyline(ring.map(([a, b]) => [x(a), y(b)]))).join("");
}

/**
 * Where the heights can be written: on each level a place inside the frame, near the diagonal,
 * away from the places already taken.
 * @param {Outline[]} levels @param {Scales} scales
 * @param {[number, number][]} [taken] places, in pixels, to keep free
 * @returns {{level: number, at: [number, number]}[]}
 */
export function labels(levels, { x, y }, taken = []) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  /** @type {{level: number, at: [number, number]}[]} */
  const placed = [];
  const occupied = [...taken];
  for (const { level, outline } of levels) {
    let best = null,
      least = Infinity;
    for (const [theta1, theta2] of outline.flat()) {
      /** @type {[number, number]} */
      const at = [x(theta1), y(theta2)];
      const inside =
        at[0] > left + 16 && at[0] < right - 16 && at[1] > top + 12 && at[1] < bottom - 12;
      if (
        !inside ||
        occupied.some((other) => Math.hypot(at[0] - other[0], at[1] - other[1]) < APART)
      )
        continue;
      const off = Math.abs((at[0] - left) / (right - left) - (bottom - at[1]) / (bottom - top));
      const cost = off * 400 + Math.hypot(at[0] - right, at[1] - top) / 10;
      if (cost < least) [best, least] = [at, cost];
    }
    if (!best) continue;
    placed.push({ level, at: best });
    occupied.push(best);
  }
  return placed;
}
