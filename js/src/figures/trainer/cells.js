/** The plane of the inputs in cells: the prediction in each, and the line where it is ½. */
import { contours } from "d3-contour";
import { polyline } from "../../charts/marks.js";

/** @typedef {import("../../charts/chart.js").Scales} Scales */
/** @typedef {ReturnType<typeof grid>} Grid */

/** How many cells are computed at a time. */
export const CHUNK = 256;
/** Cells beyond the frame, where the line ½ closes unseen. */
export const RIM = 1;

/**
 * The cells of the map, a rim around the frame included.
 * @param {Scales} picture @param {number} across
 */
export function grid({ x, y }, across) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const cell = (right - left) / across,
    down = Math.max(1, Math.round((bottom - top) / cell));
  const columns = across + 2 * RIM,
    rows = down + 2 * RIM,
    total = columns * rows;
  const x1 = new Float64Array(total),
    x2 = new Float64Array(total);
  for (let i = 0; i < total; i++) {
    x1[i] = x.invert(left + ((i % columns) + 0.5 - RIM) * cell);
    x2[i] = y.invert(top + (Math.floor(i / columns) + 0.5 - RIM) * ((bottom - top) / down));
  }
  const image = new ImageData(columns, rows);
  return {
    across,
    down,
    columns,
    rows,
    x1,
    x2,
    image,
    values: new Float64Array(total),
    pixels: new Uint32Array(image.data.buffer),
    inputs: new Float64Array(2 * CHUNK),
  };
}

/**
 * @param {Grid} cells @param {ReturnType<typeof import("../../networks/layers.js").pass>} probe
 * @param {Float64Array} theta
 */
export function predict({ x1, x2, values, inputs }, probe, theta) {
  for (let from = 0; from < values.length; from += CHUNK) {
    const count = Math.min(CHUNK, values.length - from);
    for (let p = 0; p < count; p++) {
      inputs[p] = x1[from + p];
      inputs[count + p] = x2[from + p];
    }
    const predictions = probe.forward(theta, inputs, count);
    for (let p = 0; p < count; p++) values[from + p] = predictions[p];
  }
}

/** Where ŷ = ½. @param {Grid} cells @param {Scales} picture */
export function halfLine({ values, columns, rows, across, down }, { x, y }) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const wide = (right - left) / across,
    high = (bottom - top) / down;
  const shape = contours()
    .size([columns, rows])
    .contour(/** @type {number[]} */ (/** @type {unknown} */ (values)), 0.5);
  const place = ([column, row] = /** @type {number[]} */ ([])) => [
    left + (column - RIM) * wide,
    top + (row - RIM) * high,
  ];
  return shape.coordinates
    .flat()
    .map((ring) => polyline(ring.map(place)))
    .join("");
}
