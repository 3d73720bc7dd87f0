/**
 * The map of the predictions: ŷ as a tint on a canvas, ŷ = ½ as a line, the points as two marks.
 */
import { contours } from "d3-contour";
import { pass } from "../../networks/layers.js";
import { chart } from "../../charts/chart.js";
import { html, set, svg } from "../../shell/dom.js";
import { dot, polyline } from "../../charts/marks.js";
import { equalScales } from "../../charts/plane.js";
import { tints } from "./tint.js";
import WORDS from "./words.json";

/** @typedef {import("../../charts/chart.js").Scales} Scales */

const CHUNK = 256;
const RIM = 1; // cells beyond the frame, where the line ½ closes unseen

/** @typedef {import("../../networks/training.js").Training} Training */

export function map() {
  const picture = chart({ label: WORDS.map, xLabel: "x₁", yLabel: "x₂", kind: "pt-predictions" });
  const canvas = html("canvas", { class: "pt-tint", "aria-hidden": "true" });
  const element = html("div", { class: "pt-map" }, canvas, picture.element);
  const marks = {
    line: svg("path", { class: "pt-half-line" }),
    ones: svg("path", { class: "pt-full-marks" }),
    zeros: svg("path", { class: "pt-hollow-marks" }),
    heldOnes: svg("path", { class: "pt-full-marks pt-held" }),
    heldZeros: svg("path", { class: "pt-hollow-marks pt-held" }),
    mistakes: svg("path", { class: "pt-mistakes" }),
  };
  picture.inside.append(
    marks.line,
    marks.heldZeros,
    marks.heldOnes,
    marks.zeros,
    marks.ones,
    marks.mistakes,
  );
  const ink = canvas.getContext("2d");
  const tint = tints();
  /**
   * @type {Map<number, ReturnType<typeof grid>>} the grids in use, by how many cells they have
   *   across
   */
  const grids = new Map();
  /** @type {ReturnType<typeof pass> | null} */
  let probe = null;
  let probed = "";

  return {
    element,
    picture,
    /** Reads the colour anew; true if it is another. */
    recolour: () => tint.read(canvas),
    /**
     * Scales and points of a run; must be called before the first drawing and after a resize.
     * @param {Training} run @param {[number, number][]} window
     */
    layout(run, [x, y]) {
      picture.layout(equalScales({ x, y }, picture));
      grids.clear();
      const [left, right] = picture.x.range(),
        [bottom, top] = picture.y.range();
      Object.assign(canvas.style, {
        left: `${left * picture.scale}px`,
        top: `${top * picture.scale}px`,
        width: `${(right - left) * picture.scale}px`,
        height: `${(bottom - top) * picture.scale}px`,
      });
      const [zeros, ones] = outlines(run, picture, (at, up) => dot(at, up, 3.5));
      const [heldZeros, heldOnes] = outlines(run.held, picture, square);
      set(marks.ones, { d: ones });
      set(marks.zeros, { d: zeros });
      set(marks.heldOnes, { d: heldOnes });
      set(marks.heldZeros, { d: heldZeros });
    },
    /**
     * Draws the predictions of a run on `across` cells; returns how many were computed.
     * @param {Training} run @param {number} across
     */
    draw(run, across) {
      const cells = grids.get(across) ?? grid(picture, across);
      grids.set(across, cells);
      if (canvas.width !== across || canvas.height !== cells.down)
        Object.assign(canvas, { width: across, height: cells.down });
      if (run.room.kind !== probed) probe = pass({ ...run.model, capacity: CHUNK });
      probed = run.room.kind;
      predict(cells, /** @type {ReturnType<typeof pass>} */ (probe), run.theta);
      for (let i = 0; i < cells.values.length; i++)
        cells.pixels[i] = tint.all[(cells.values[i] * 255) | 0];
      ink?.putImageData(cells.image, -RIM, -RIM);
      set(marks.line, { d: halfLine(cells, picture) });
      set(marks.mistakes, { d: mistakes(run, picture) });
      return cells.values.length;
    },
  };
}

/**
 * The cells of the map, a rim around the frame included.
 * @param {Scales} picture @param {number} across
 */
function grid({ x, y }, across) {
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
 * @param {ReturnType<typeof grid>} cells @param {ReturnType<typeof pass>} probe
 * @param {Float64Array} theta
 */
function predict({ x1, x2, values, inputs }, probe, theta) {
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

/** Where ŷ = ½. @param {ReturnType<typeof grid>} cells @param {Scales} picture */
function halfLine({ values, columns, rows, across, down }, { x, y }) {
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

/**
 * The marks of the points with y = 0, and of those with y = 1, as SVG path data.
 * @param {import("../../networks/data.js").Points} points @param {Scales} picture
 * @param {(x: number, y: number) => string} mark
 */
function outlines({ columns, labels }, { x, y }, mark) {
  const paths = ["", ""];
  labels.forEach((label, p) => {
    paths[label] += mark(x(columns[p]), y(columns[labels.length + p]));
  });
  return paths;
}

/** @param {number} x @param {number} y */
const square = (x, y) => `M${(x - 2).toFixed(1)} ${(y - 2).toFixed(1)}h4v4h-4Z`;

/**
 * Four strokes around every point on the wrong side of ½: what it is stays in sight between them.
 * @param {Training} run @param {Scales} picture
 */
function mistakes(run, { x, y }) {
  const { columns, labels, count } = run,
    predictions = run.predictions();
  let path = "";
  for (let p = 0; p < count; p++) {
    if (predictions[p] > 0.5 === (labels[p] === 1)) continue;
    const cx = x(columns[p]),
      cy = y(columns[count + p]);
    path += `M${(cx - 8).toFixed(1)} ${(cy - 8).toFixed(1)}l4 4m8 8l4 4m0 -16l-4 4m-8 8l-4 4`;
  }
  return path;
}
