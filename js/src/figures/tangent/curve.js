/** The large picture: the curve, the secant through two points, the tangent, the slope triangle. */
import { chart } from "../../charts/chart.js";
import { bound, handle, moveTo, show } from "../../charts/marks.js";
import { settle } from "../../charts/spots.js";
import { set, say, svg } from "../../shell/dom.js";
import { clamp } from "../../core/numbers.js";
import { outline, spread } from "../../charts/outline.js";
import { besideRise, besideRun, LETTERS, LOW, ringOf } from "./names.js";
import { VERDICTS } from "./slope.js";
import { number } from "./words.js";

/** @typedef {import("../../charts/chart.js").Scales} Scales */

const FAR = 4000;

/**
 * @typedef {object} Scene
 * @property {import("./slope.js").Tangent} tangent
 * @property {number} h
 * @property {number} quotient
 * @property {number} end the value at x + h
 * @property {boolean} touching is the tangent shown, alone or beside the secant?
 */

/** @param {string} label */
export function curvePicture(label) {
  const picture = chart({ label, xLabel: "x", yLabel: "f(x)", kind: "pt-tall" });
  const line = svg("path", { class: "pt-curve" });
  const secant = svg("line", { class: "pt-secant" });
  const tangent = svg("path", { class: "pt-tangent" });
  const run = svg("line", { class: "pt-run" }),
    rise = svg("line", { class: "pt-rise" });
  const drops = [svg("line", { class: "pt-drop" }), svg("line", { class: "pt-drop" })];
  const names = {
    run: svg("text", { class: "pt-name pt-small" }),
    rise: svg("text", { class: "pt-name pt-small pt-height" }),
    here: svg("text", { class: "pt-name", "text-anchor": "middle" }, "x"),
    there: svg("text", { class: "pt-name", "text-anchor": "middle" }, "x + h"),
  };
  const there = handle(7, 20),
    here = handle(9);
  here.append(svg("circle", { class: "pt-core", r: 4 }));
  const handles = svg("g", {}, there, here);
  picture.inside.append(line, ...drops, secant, tangent, run, rise);
  picture.over.append(...Object.values(names), handles);

  /** @param {import("./slope.js").Curve} curve @param {[number, number]} window */
  const redraw = (curve, window) =>
    set(line, {
      d: outline(curve.value, picture, {
        breaks: curve.breaks.map(({ x }) => x),
        grid: spread(window, 400),
      }),
    });

  /** @param {Scene} scene */
  const update = (scene) => {
    drawLines(picture, secant, tangent, scene);
    drawTriangle(picture, { run, rise, names }, scene);
    drawPoints(picture, { here, there, drops, names }, scene);
  };
  return { ...picture, picture, handles, redraw, update };
}

/** Two far ends of a line through a point. @param {Scales} view @param {number[]} at */
const rayFrom =
  ({ x, y }, at) =>
  (/** @type {number} */ slope, /** @type {number} */ side) => {
    const across = x(1) - x(0),
      up = y(slope) - y(0),
      length = Math.hypot(across, up);
    return [at[0] + (side * FAR * across) / length, at[1] + (side * FAR * up) / length];
  };

/**
 * @param {Scales} view @param {SVGElement} secant @param {SVGElement} tangent @param {Scene} scene
 */
function drawLines(view, secant, tangent, { tangent: reading, quotient, touching }) {
  show(secant, Number.isFinite(quotient));
  if (Number.isFinite(quotient)) {
    const ray = rayFrom(view, [view.x(reading.x), view.y(reading.value)]);
    const [[x1, y1], [x2, y2]] = [ray(quotient, -1), ray(quotient, 1)];
    set(secant, { x1, y1, x2, y2 });
  }
  drawTangent(view, tangent, reading, touching);
}

/**
 * The tangent: two halves at a corner, upright where no number is its slope.
 * @param {Scales} view @param {SVGElement} tangent @param {import("./slope.js").Tangent} reading
 * @param {boolean} touching whether it is shown, if there is one
 */
export function drawTangent(view, tangent, reading, touching) {
  const at = [bound(view.x(reading.x)), bound(view.y(reading.value))],
    ray = rayFrom(view, at);
  const sides = [
    [reading.left, -1],
    [reading.right, 1],
  ].filter(([slope]) => Number.isFinite(slope));
  const upright = reading.verdict === VERDICTS.vertical;
  const wanted = touching && (upright || sides.length > 0);
  show(tangent, wanted);
  if (!wanted) return;
  const ends = upright
    ? [
        [at[0], -FAR],
        [at[0], FAR],
      ]
    : sides.map(([slope, side]) => ray(slope, side));
  set(tangent, { d: ends.map((end) => `M${at.join(" ")}L${end.join(" ")}`).join("") });
}

/**
 * The triangle of the secant; with h = 0 that of the tangent, one unit wide.
 * @param {Scales} view
 * @param {{run: SVGElement, rise: SVGElement, names: Record<string, SVGElement>}} marks
 * @param {Scene} scene
 */
function drawTriangle({ x, y }, { run, rise, names }, { tangent, h, quotient }) {
  const width = h === 0 ? 1 : h,
    slope = h === 0 ? tangent.slope : quotient;
  const wanted = Number.isFinite(slope) && Number.isFinite(tangent.value);
  for (const mark of [run, rise, names.run, names.rise]) show(mark, wanted);
  if (!wanted) return;
  const [x1, x2] = [x(tangent.x), x(tangent.x + width)].map(bound);
  const [y1, y2] = [y(tangent.value), y(tangent.value + slope * width)].map(bound);
  set(run, { x1, x2, y1, y2: y1 });
  set(rise, { x1: x2, x2, y1, y2 });
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const frame = { left, right, top, bottom: bottom - 18 };
  const [from, to] = [x1, x2].map((at) => clamp(at, left, right));
  const [low, high] = [y1, y2].map((at) => clamp(at, top, bottom));
  const taken = [ringOf(from, low, bottom), ...(h === 0 ? [] : [ringOf(to, high, bottom)])];
  const [runs, rises] = [
    h === 0 ? "1" : `Δx = ${number(h)}`,
    h === 0 ? number(slope) : `Δf = ${number(slope * h)}`,
  ];
  set(names.run, settle(runs, besideRun(from, to, low, y2 > y1), frame, taken, LETTERS));
  set(names.rise, settle(rises, besideRise(from, to, low, high), frame, taken, LETTERS));
  show(names.run, Math.abs(to - from) > 18);
  show(names.rise, Math.abs(to - from) > 18);
  say(names.run, runs);
  say(names.rise, rises);
}

/**
 * @param {Scales} view
 * @param {{here: SVGElement, there: SVGElement, drops: SVGElement[], names: Record<string,
 *   SVGElement>}} marks
 * @param {Scene} scene
 */
function drawPoints({ x, y }, { here, there, drops, names }, { tangent, h, end }) {
  const floor = y.range()[0];
  const points = [
    { at: tangent.x, height: tangent.value, mark: here, drop: drops[0], name: names.here },
    { at: tangent.x + h, height: end, mark: there, drop: drops[1], name: names.there },
  ];
  /** @type {number[]} */ const places = [];
  for (const { at, height, mark, drop, name } of points) {
    const [left, right] = x.range(),
      [bottom, top] = y.range();
    const px = clamp(x(at), left, right),
      py = clamp(Number.isFinite(height) ? y(height) : bottom, top, bottom);
    moveTo(mark, px, py);
    mark.classList.toggle("pt-missing", !Number.isFinite(height));
    set(drop, { x1: px, x2: px, y1: py, y2: floor });
    set(name, { x: clamp(px, left + 18, right - 18), y: py > floor - LOW ? py - 15 : floor - 7 });
    places.push(clamp(px, left + 18, right - 18));
  }
  const gap = Math.abs(places[1] - places[0]);
  show(there, h !== 0);
  show(drops[1], h !== 0);
  show(names.there, gap > 36);
}
