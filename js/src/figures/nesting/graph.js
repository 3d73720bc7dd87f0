/** One of the three graphs, and the way in it: up to the curve, and across to its height. */
import { chart } from "../../charts/chart.js";
import { arrowhead, handle, moveTo, show } from "../../charts/marks.js";
import { outline, spread } from "../../charts/outline.js";
import { around, boxOf, meet, settle, within } from "../../charts/spots.js";
import { clamp } from "../../core/numbers.js";
import { say, set, svg } from "../../shell/dom.js";
import { equal } from "./words.js";

/** @typedef {import("../../charts/spots.js").Box} Box */
/** @typedef {import("../../charts/spots.js").Spot} Spot */
/** @typedef {"x" | "u" | "y"} Name */

const GRID = 240,
  LETTERS = 13.5;

/**
 * @param {{label: string, across: Name, up: Name, kind: string, held?: boolean}} options `held`
 * where the point is a ring to drag
 */
export function graph({ label, across, up, kind, held = false }) {
  const picture = chart({ label, xLabel: across, yLabel: up, kind: `pt-nest pt-nest-${kind}` });
  const line = svg("path", { class: "pt-curve" });
  const point = held ? handle(8) : svg("circle", { class: "pt-value", r: 5.5 });
  const legs = [across, up].map((name) => ({
    name,
    way: svg("path", { class: `pt-leg pt-leg-${name}` }),
    end: svg("circle", { class: `pt-leg-${name}`, r: 4.5 }),
    text: svg("text", { class: `pt-name pt-small pt-leg-${name}` }),
  }));
  picture.inside.append(line, ...legs.map(({ way }) => way));
  picture.over.append(...legs.flatMap(({ end, text }) => [end, text]), point);
  /** @type {Box[]} of the curve */ let drawn = [];
  return {
    picture,
    point,
    /**
     * @param {string} title @param {(at: number) => number} f
     * @param {Record<Name, [number, number]>} window
     */
    redraw(title, f, window) {
      picture.nameY(title);
      picture.layout({ x: window[across], y: window[up] });
      const grid = spread(window[across], GRID);
      set(line, { d: outline(f, picture, { grid }) });
      drawn = boxes(grid.map((at) => [picture.x(at), picture.y(f(at))]));
    },
    /** @param {Record<Name, number>} values */
    update(values) {
      const place = placeOf(picture, values[across], values[up]);
      drawLegs(legs, place);
      nameLegs(legs, place, values, drawn);
      show(point, held || place.reached);
      moveTo(point, place.x, place.y);
      point.classList.toggle("pt-missing", !Number.isFinite(values[up]));
    },
  };
}

/** The places of a curve, from point to point. @param {number[][]} points @returns {Box[]} */
function boxes(points) {
  return points.slice(1).map(([right, after], i) => {
    const [left, before] = points[i];
    return { left, right, top: Math.min(before, after), bottom: Math.max(before, after) };
  });
}

/**
 * Where the point is, or as near as the picture goes; whether its place on the axis is seen, and
 * whether it is seen itself.
 * @param {import("../../charts/chart.js").Chart} picture @param {number} at @param {number} height
 */
function placeOf(picture, at, height) {
  const [left, right] = picture.x.range(),
    [bottom, top] = picture.y.range();
  const [x, y] = [picture.x(at), picture.y(height)];
  const seen = x >= left && x <= right;
  return {
    frame: { left, right, top, bottom },
    x: clamp(Number.isFinite(x) ? x : left, left, right),
    y: clamp(Number.isFinite(y) ? y : bottom, top, bottom),
    seen,
    fails: Number.isNaN(height),
    reached: seen && y >= top && y <= bottom,
  };
}

/** @typedef {{name: Name, way: SVGElement, end: SVGElement, text: SVGElement}} Leg */

/** @param {Leg[]} legs @param {ReturnType<typeof placeOf>} place */
function drawLegs([rise, run], { frame: { left, top, bottom }, x, y, seen, fails, reached }) {
  for (const part of [rise.way, rise.end, rise.text]) show(part, seen);
  for (const part of [run.way, run.end, run.text]) show(part, reached);
  rise.way.classList.toggle("pt-leg-lost", fails);
  set(rise.way, { d: leg([x, bottom], [x, fails ? top : y], reached) });
  set(run.way, { d: leg([x, y], [left, y], true) });
  moveTo(rise.end, x, bottom);
  moveTo(run.end, left, y);
}

/**
 * Puts the names where the ways, the point and each other leave room and the curve does, or where
 * they hide the least of it: two strokes that pass rather than a bend.
 * @param {Leg[]} legs @param {ReturnType<typeof placeOf>} place
 * @param {Record<Name, number>} values @param {Box[]} curve
 */
function nameLegs([rise, run], { frame, x, y, seen, fails, reached }, values, curve) {
  const { left, top, bottom } = frame;
  /** @type {Box[]} */
  const taken = [{ left: x - 2, right: x + 2, top: fails ? top : y, bottom }];
  if (reached) taken.push(around(x, y, 10), { left, right: x, top: y - 2, bottom: y + 2 });
  /** @param {Leg} leg @param {Spot[]} spots */
  const name = ({ name, text }, spots) => {
    const words = equal(name, values[name]);
    const hidden = spots.map((spot) => {
      const box = boxOf(words, within(words, spot, frame, LETTERS), LETTERS);
      return curve.filter((part) => meet(box, part)).length;
    });
    const ranked = [...spots.keys()].sort((one, other) => hidden[one] - hidden[other]);
    const tried = [...ranked.map((i) => spots[i]), spots[spots.length - 1]];
    say(text, words);
    set(text, settle(words, tried, frame, taken, LETTERS));
  };
  if (seen) name(rise, beside(x, bottom));
  if (reached) name(run, along(left, x, y));
}

/**
 * A straight way, with an arrow at its middle if it leads somewhere.
 * @param {number[]} from @param {number[]} to @param {boolean} pointed
 */
function leg([x1, y1], [x2, y2], pointed) {
  const head = pointed ? arrowhead(x1, y1, (x1 + x2) / 2, (y1 + y2) / 2) : "";
  return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}${head}`;
}

/** Where the name of a place on the axis can stand. @param {number} x @param {number} bottom */
const beside = (x, bottom) =>
  [8, 25, 42].flatMap((up) => [
    /** @type {Spot} */ ({ x: x + 9, y: bottom - up, anchor: "start" }),
    /** @type {Spot} */ ({ x: x - 9, y: bottom - up, anchor: "end" }),
  ]);

/**
 * Where the name of a height can stand: at the axis, or near the point, above or below the way.
 * @param {number} left @param {number} x @param {number} y
 */
const along = (left, x, y) =>
  [
    { x: left + 9, anchor: "start" },
    { x: x - 14, anchor: "end" },
    { x: x + 14, anchor: "start" },
  ].flatMap(({ x, anchor }) =>
    [y - 8, y + 19, y - 25, y + 36].map((y) => /** @type {Spot} */ ({ x, y, anchor })),
  );
