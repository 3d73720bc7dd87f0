/**
 * The map of the predictions: ŷ as a tint on a canvas, ŷ = ½ as a line, the points as two marks.
 */
import { chart } from "../../charts/chart.js";
import { html, set, svg } from "../../shell/dom.js";
import { dot } from "../../charts/marks.js";
import { equalScales } from "../../charts/plane.js";
import { CHUNK, RIM, grid, halfLine, predict } from "./cells.js";
import { probes } from "./probe.js";
import { tints } from "./tint.js";
import WORDS from "./words.json";

/** @typedef {import("./cells.js").Grid} Grid */
/** @typedef {import("../../charts/chart.js").Chart} Chart */
/** @typedef {import("../../charts/chart.js").Scales} Scales */
/** @typedef {import("../../networks/training.js").Training} Training */

export function map() {
  const picture = chart({ label: WORDS.map, xLabel: "x₁", yLabel: "x₂", kind: "pt-predictions" });
  const tinted = tintedPlane(picture),
    line = svg("path", { class: "pt-half-line" }),
    points = pointMarks(picture);
  picture.inside.append(line, ...points.elements);
  return {
    element: html("div", { class: "pt-map" }, tinted.canvas, picture.element),
    picture,
    recolour: tinted.recolour,
    /**
     * Scales and points of a run; must be called before the first drawing and after a resize.
     * @param {Training} run @param {[number, number][]} window
     */
    layout(run, [x, y]) {
      picture.layout(equalScales({ x, y }, picture));
      tinted.layout();
      points.layout(run);
    },
    /**
     * Draws the predictions of a run on `across` cells; returns how many were computed.
     * @param {Training} run @param {number} across
     */
    draw(run, across) {
      const cells = tinted.draw(run, across);
      set(line, { d: halfLine(cells, picture) });
      points.draw(run);
      return cells.values.length;
    },
  };
}

/** The canvas with the predictions as a tint. @param {Chart} picture */
function tintedPlane(picture) {
  const canvas = html("canvas", { class: "pt-tint", "aria-hidden": "true" });
  const ink = canvas.getContext("2d"),
    tint = tints(),
    probeOf = probes(CHUNK);
  /** @type {Map<number, Grid>} the grids in use, by how many cells they have across */
  const grids = new Map();
  return {
    canvas,
    /** Reads the colour anew; true if it is another. */
    recolour: () => tint.read(canvas),
    layout() {
      grids.clear();
      const [left, right] = picture.x.range(),
        [bottom, top] = picture.y.range();
      Object.assign(canvas.style, {
        left: `${left * picture.scale}px`,
        top: `${top * picture.scale}px`,
        width: `${(right - left) * picture.scale}px`,
        height: `${(bottom - top) * picture.scale}px`,
      });
    },
    /** @param {Training} run @param {number} across */
    draw(run, across) {
      const cells = grids.get(across) ?? grid(picture, across);
      grids.set(across, cells);
      if (canvas.width !== across || canvas.height !== cells.down)
        Object.assign(canvas, { width: across, height: cells.down });
      predict(cells, probeOf(run), run.theta);
      for (let i = 0; i < cells.values.length; i++)
        cells.pixels[i] = tint.all[(cells.values[i] * 255) | 0];
      ink?.putImageData(cells.image, -RIM, -RIM);
      return cells;
    },
  };
}

/** Of the points held out, and of those learnt from: which have y = 0, which y = 1. */
const POINTS = ["hollow-marks pt-held", "full-marks pt-held", "hollow-marks", "full-marks"];

/** The points, and what is wrong about them. @param {Scales} picture */
function pointMarks(picture) {
  const points = POINTS.map((kind) => svg("path", { class: `pt-${kind}` })),
    wrong = svg("path", { class: "pt-mistakes" });
  return {
    elements: [...points, wrong],
    /** @param {Training} run */
    layout(run) {
      const held = outlines(run.held, picture, square),
        learnt = outlines(run, picture, (x, y) => dot(x, y, 3.5));
      [...held, ...learnt].forEach((d, i) => set(points[i], { d }));
    },
    /** @param {Training} run */
    draw: (run) => set(wrong, { d: mistakes(run, picture) }),
  };
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
