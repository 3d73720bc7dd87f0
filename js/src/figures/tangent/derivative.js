/** The picture below: the slope wherever the reader has been, all of f′ on request. */
import { chart } from "../../charts/chart.js";
import { bound, show } from "../../charts/marks.js";
import { set, say, svg } from "../../shell/dom.js";
import { clamp } from "../../core/numbers.js";
import { outline, spread } from "../../charts/outline.js";
import { number } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("../../charts/chart.js").Scales} Scales */
/** @typedef {import("./curve.js").Scene} Scene */

const BINS = 320;
const STRIDE = 0.12;

/** @param {string} label */
export function derivativePicture(label) {
  const picture = chart({ label, xLabel: "x", yLabel: WORDS.axis, kind: "pt-low" });
  const zero = svg("line", { class: "pt-zero" });
  const all = svg("path", { class: "pt-all" });
  const trace = svg("path", { class: "pt-been" });
  const drop = svg("line", { class: "pt-drop" });
  const bar = svg("path", { class: "pt-secant" });
  const dot = svg("circle", { class: "pt-slope-dot", r: 6 });
  const sides = [
    svg("circle", { class: "pt-open", r: 5 }),
    svg("circle", { class: "pt-open", r: 5 }),
  ];
  const name = svg("text", { class: "pt-name pt-small pt-slope-name" });
  picture.inside.append(zero, drop, all, trace, bar);
  picture.over.append(name, ...sides, dot);
  const visits = memory();
  let fresh = false;

  /** @param {import("./slope.js").Curve} curve @param {[number, number]} window */
  const redraw = (curve, window) => {
    const breaks = curve.breaks.map(({ x }) => x);
    const [left, right] = picture.x.range(),
      level = picture.y(0);
    set(zero, { x1: left, x2: right, y1: level, y2: level });
    const slope = (/** @type {number} */ x) => (breaks.includes(x) ? NaN : curve.slope(x));
    set(all, { d: outline(slope, picture, { breaks, grid: spread(window, 400) }) });
    visits.draw = () => set(trace, { d: outline(slope, picture, { breaks, ...visits }) });
    visits.draw();
  };
  /** @param {[number, number]} window */
  const forget = (window) => visits.clear(window);

  /** Remembers a place, to be drawn by the next update. @param {Scene} scene */
  const visit = (scene) => {
    if (scene.touching && visits.add(scene.tangent.x)) fresh = true;
  };
  /** @param {Scene} scene @param {boolean} whole */
  const update = (scene, whole) => {
    if (fresh) visits.draw();
    fresh = false;
    show(all, whole);
    drawHere(picture, { dot, sides, name, drop }, scene);
    drawBar(picture, bar, scene);
  };
  return { ...picture, picture, redraw, forget, visit, update };
}

/** Where the reader has been: the window in bins, each seen or not. */
function memory() {
  const self = {
    grid: /** @type {number[]} */ ([]),
    shown: new Uint8Array(BINS + 1),
    last: NaN,
    settled: false,
    draw: () => {},
    /**
     * A link sets one key after another: until all are set, only the latest place counts.
     * @param {[number, number]} window
     */
    clear(window) {
      self.grid = spread(window, BINS);
      self.settled = false;
      queueMicrotask(() => {
        self.settled = true;
      });
    },
    /**
     * Adds a place, and what was passed on the way if it was a stride and not a leap; true if new.
     * @param {number} x
     */
    add(x) {
      if (!self.settled) {
        self.shown.fill(0);
        self.last = NaN;
      }
      const [from, to] = [self.grid[0], self.grid[BINS]];
      const stride = Math.abs(x - self.last) <= STRIDE * (to - from);
      const bin = (/** @type {number} */ at) => Math.round(((at - from) / (to - from)) * BINS);
      const ends = [bin(stride ? self.last : x), bin(x)].sort((a, b) => a - b);
      self.last = x;
      let fresh = false;
      for (let i = Math.max(0, ends[0]); i <= Math.min(BINS, ends[1]); i++) {
        if (!self.shown[i]) {
          self.shown[i] = 1;
          fresh = true;
        }
      }
      return fresh;
    },
  };
  return self;
}

/**
 * @param {Scales} view
 * @param {{dot: SVGElement, sides: SVGElement[], name: SVGElement, drop: SVGElement}} marks
 * @param {Scene} scene
 */
function drawHere({ x, y }, { dot, sides, name, drop }, { tangent, h, touching }) {
  const [left, right] = x.range(),
    [bottom, top] = y.range(),
    at = x(tangent.x);
  const smooth = Number.isFinite(tangent.slope);
  const wanted = touching && smooth;
  const level = y(tangent.slope),
    visible = wanted && level >= top - 1 && level <= bottom + 1;
  show(dot, visible);
  show(name, visible);
  set(drop, { x1: at, x2: at, y1: top, y2: visible ? level : bottom });
  if (visible) {
    const leftward = h > 0 ? at > left + 60 : at > right - 60;
    set(dot, { cx: at, cy: level });
    set(name, {
      x: at + (leftward ? -12 : 12),
      y: clamp(level + (h ? 5 : -9), top + 14, bottom - 6),
      "text-anchor": leftward ? "end" : "start",
    });
    say(name, number(tangent.slope));
  }
  [tangent.left, tangent.right].forEach((slope, i) => {
    const shown = touching && !smooth && Number.isFinite(slope) && at >= left && at <= right;
    show(sides[i], shown);
    if (shown) set(sides[i], { cx: at, cy: y(slope) });
  });
}

/**
 * The slope of the secant, level over the stretch that it spans.
 * @param {Scales} view @param {SVGElement} bar @param {Scene} scene
 */
function drawBar({ x, y }, bar, { tangent, h, quotient }) {
  const shown = Number.isFinite(quotient);
  show(bar, shown);
  if (!shown) return;
  const level = bound(y(quotient));
  const [from, to] = [x(tangent.x), x(tangent.x + h)].map(bound);
  set(bar, {
    d: `M${from} ${level - 5}V${level + 5}M${from} ${level}H${to}M${to} ${level - 5}V${level + 5}`,
  });
}
