/**
 * The map of a cost over its two parameters: level lines with their heights, a path, two handles.
 */
import { chart } from "./chart.js";
import { draw, labels } from "./levels.js";
import { bound, cross, dot, fill, handle, moveTo, polyline, show } from "./marks.js";
import { around, boxOf, meet, settle } from "./spots.js";
import { clamp } from "../core/numbers.js";
import { say, set, svg } from "../shell/dom.js";
import { format } from "../core/formatting.js";
import WORDS from "./words.json";
import { phrase } from "../core/phrase.js";

/** @typedef {import("../descent/surfaces.js").Pair} Pair */
/** @typedef {{x: [number, number], y: [number, number]}} Box */
/** @typedef {import("./chart.js").Scales} Scales */
/** @typedef {import("./spots.js").Box} Place */
/** @typedef {ReturnType<typeof plane>} Plane */

/** The letters of a height, and the ring with its line. */
const HEIGHT = 11,
  RING = 12;

/**
 * @param {{label: string, kind?: string, names?: [string, string]}} options `names` of the two
 * parameters
 */
export function plane({ label, kind = "", names = ["θ₁", "θ₂"] }) {
  const picture = chart({ label, xLabel: names[0], yLabel: names[1], kind: `pt-plane ${kind}` });
  const marks = {
    lines: svg("g", { class: "pt-levels" }),
    heights: svg("g", { class: "pt-heights" }),
    path: svg("path", { class: "pt-path" }),
    dots: svg("path", { class: "pt-path-dots" }),
    minima: svg("path", { class: "pt-minimum" }),
    ball: svg("circle", { class: "pt-ball", r: 6.5 }),
    start: handle(9, 22, "pt-ring", "pt-start pt-anywhere"),
    exit: svg("text", { class: "pt-exit" }),
  };
  const under = svg("g");
  picture.inside.append(marks.lines, marks.minima, under, marks.path, marks.dots, marks.ball);
  picture.over.append(marks.heights, marks.exit, marks.start);
  /** @type {Place[]} of the heights */ let places = [];
  /** @type {Place[]} */ const kept = [];
  return {
    ...picture,
    picture,
    under,
    start: marks.start,
    ball: marks.ball,
    /** Places that other words have. */
    kept,
    /** @param {Box} box @param {boolean} [equal] the same scale on both axes, around the box */
    layout(box, equal = true) {
      picture.layout(equal ? equalScales(box, picture) : box);
    },
    /**
     * @param {import("./levels.js").Outline[]} lines of equal cost
     * @param {Pair[]} minima
     * @param {{around?: string, taken?: Pair[]}} [options] what stands before the path of every
     * line, and places, in pixels, that the heights keep free
     */
    redraw(lines, minima, { around = "", taken = [] } = {}) {
      fill(marks.lines, lines.length, () => svg("path"));
      lines.forEach(({ outline }, i) =>
        set(marks.lines.children[i], { d: around + draw(outline, picture) }),
      );
      places = drawHeights(marks.heights, labels(lines, picture, taken));
      set(marks.minima, {
        d: minima.map(([a, b]) => cross(bound(picture.x(a)), bound(picture.y(b)), 5)).join(""),
      });
    },
    /** @param {Pair[]} positions @param {number} k */
    update(positions, k) {
      const taken = [...kept];
      const outside = drawPath(picture, marks, positions, k, taken);
      // A height makes way for a ring and for words.
      places.forEach((place, i) => {
        const free = !taken.some((other) => meet(place, other));
        show(/** @type {SVGElement} */ (marks.heights.children[i]), free);
      });
      return outside;
    },
  };
}

/**
 * The box with equal scales on both axes, so that a right angle looks right.
 * @param {Box} box @param {Pick<import("./chart.js").Chart, "width" | "height" | "margin">} picture
 * @returns {Box}
 */
export function equalScales({ x, y }, { width, height, margin }) {
  const across = Math.max(1, width - margin.left - margin.right);
  const up = Math.max(1, height - margin.top - margin.bottom);
  const unit = Math.max((x[1] - x[0]) / across, (y[1] - y[0]) / up);
  return { x: widen(x, unit * across), y: widen(y, unit * up) };
}

/** @param {[number, number]} range @param {number} length @returns {[number, number]} */
function widen([low, high], length) {
  const middle = (low + high) / 2;
  return [middle - length / 2, middle + length / 2];
}

/**
 * Writes the heights of level lines; returns where they stand.
 * @param {Element} group @param {ReturnType<typeof labels>} heights
 */
function drawHeights(group, heights) {
  fill(group, heights.length, () => svg("text", { "text-anchor": "middle" }));
  return heights.map(({ level, at: [x, middle] }, i) => {
    const text = format(level),
      y = middle + 4;
    set(group.children[i], { x: x.toFixed(1), y: y.toFixed(1) });
    say(group.children[i], text);
    return boxOf(text, { x, y, anchor: "middle" }, HEIGHT);
  });
}

/**
 * Returns the first step drawn that lies outside, or −1.
 * @param {Scales} picture
 * @param {Record<"path" | "dots" | "ball" | "start" | "exit", SVGElement>} marks
 * @param {Pair[]} positions @param {number} k @param {Place[]} taken
 */
function drawPath(picture, marks, positions, k, taken) {
  const { x, y } = picture;
  const shown = positions.slice(0, k + 1).map(([a, b]) => [bound(x(a)), bound(y(b))]);
  set(marks.path, { d: polyline(shown) });
  set(marks.dots, {
    d: shown
      .slice(1, -1)
      .map(([a, b]) => dot(a, b, 2.5))
      .join(""),
  });
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const inside = ([a, b] = [0, 0]) => a >= left && a <= right && b >= top && b <= bottom;
  const [cx, cy] = shown[shown.length - 1];
  moveTo(marks.ball, cx, cy);
  const ring = [clamp(shown[0][0], left, right), clamp(shown[0][1], top, bottom)];
  moveTo(marks.start, ring[0], ring[1]);
  taken.push(around(ring[0], ring[1], RING));
  const outside = shown.findIndex((at, i) => i > 0 && !inside(/** @type {Pair} */ (at)));
  show(marks.exit, outside > 0);
  if (outside > 0) {
    const text = phrase(WORDS.gone, { step: outside });
    /** @type {import("./spots.js").Spot[]} */
    const spots = [top + 18, bottom - 10, (top + bottom) / 2].flatMap((at) => [
      { x: left + 8, y: at, anchor: "start" },
      { x: right - 8, y: at, anchor: "end" },
    ]);
    say(marks.exit, text);
    set(marks.exit, settle(text, spots, { left, right, top, bottom }, taken));
  }
  return outside;
}
