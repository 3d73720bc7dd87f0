/** A responsive SVG with two axes: drawn in real pixels, so that text keeps its size. */
import { scaleLinear, scaleLog } from "d3-scale";
import { say, set, svg, unique } from "../shell/dom.js";
import { drawnSize, sizeWatch } from "../shell/size.js";
import { format, superscript } from "../core/formatting.js";
import { phrase } from "../core/phrase.js";
import WORDS from "./words.json";
import { drawTicks } from "./axis.js";
import { area } from "./marks.js";
import { outline, spread } from "./outline.js";

export { scaleLinear };

const MARGIN = { top: 24, right: 16, bottom: 36, left: 44 };

/** @typedef {import("d3-scale").ScaleLinear<number, number>} Scale */
/** @typedef {{x: Scale, y: Scale}} Scales */
/** @typedef {ReturnType<typeof chart>} Chart */
/**
 * @typedef {object} View
 * @property {[number, number]} x
 * @property {[number, number]} y
 * @property {boolean} [log] a logarithmic vertical axis
 * @property {boolean} [whole] only whole numbers on the horizontal axis
 */

/**
 * @param {object} options
 * @param {string} options.label what a screen reader hears of the picture
 * @param {string} options.xLabel @param {string} options.yLabel
 * @param {string} [options.kind] a class of its own
 */
export function chart({ label, xLabel, yLabel, kind = "" }) {
  const clip = unique("clip");
  const frame = svg("rect", { class: "pt-frame" });
  const hole = svg("rect");
  const axes = { x: svg("g", { class: "pt-axis" }), y: svg("g", { class: "pt-axis" }) };
  const names = {
    x: svg("text", { class: "pt-axis-name", "text-anchor": "end" }, xLabel),
    y: svg("text", { class: "pt-axis-name", "text-anchor": "start" }, yLabel),
  };
  const inside = area({ "clip-path": `url(#${clip})` });
  const over = area();
  const element = svg(
    "svg",
    { role: "img", "aria-label": label, class: `pt-chart ${kind}` },
    svg("clipPath", { id: clip }, hole),
    frame,
    axes.x,
    axes.y,
    inside,
    over,
    names.x,
    names.y,
  );

  const resized = sizeWatch(element);
  const drawn = { x: "", y: "" };
  let laid = "",
    yName = yLabel,
    unit = 0;
  const writeName = () => {
    const power = superscript(unit);
    say(names.y, unit ? phrase(WORDS.unit, { name: yName, power }) : yName);
  };
  const self = {
    element,
    inside,
    over,
    width: 0,
    height: 0,
    /** pixels of the screen in one that it draws in */
    scale: 1,
    margin: MARGIN,
    x: scaleLinear(),
    y: /** @type {Scale} */ (scaleLinear()),
    /** Measures the place it has, if that may have changed; true when it has. */
    measure() {
      if (!resized()) return false;
      const { width, height, scale } = drawnSize(element);
      if (width === self.width && height === self.height && scale === self.scale) return false;
      Object.assign(self, { width, height, scale });
      set(element, { viewBox: `0 0 ${width} ${height}` });
      return true;
    },
    /** Lays out scales and axes, unless they are so already. @param {View} view */
    layout({ x, y, log = false, whole = false }) {
      const { width, height } = self,
        wanted = [x, y, log, whole, width, height].join();
      if (wanted === laid) return;
      laid = wanted;
      const [left, right] = [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)];
      const [top, bottom] = [MARGIN.top, Math.max(MARGIN.top + 1, height - MARGIN.bottom)];
      self.x = scaleLinear(x, [left, right]);
      self.y = /** @type {Scale} */ (
        log ? scaleLog(y, [bottom, top]) : scaleLinear(y, [bottom, top])
      );
      for (const area of [frame, hole]) {
        set(area, { x: left, y: top, width: right - left, height: bottom - top });
      }
      unit = log ? 0 : unitOf(y);
      writeName();
      const box = { left, right, top, bottom };
      set(axes.x, { transform: `translate(0,${bottom})` });
      set(axes.y, { transform: `translate(${left},0)` });
      // One of them often stands still while the other is laid out anew.
      const across = [x, whole, width, height].join(),
        up = [y, log, width, height].join();
      if (across !== drawn.x) drawAcross(axes.x, self.x, box, whole);
      if (up !== drawn.y) drawUp(axes.y, self.y, box, { log, unit });
      Object.assign(drawn, { x: across, y: up });
      set(names.x, { x: right, y: height - 4 });
      set(names.y, { x: 4, y: 13 });
    },
    /** @param {string} text */
    nameY(text) {
      yName = text;
      writeName();
    },
  };
  return self;
}

/** About so many ticks, but at least two: one number is no scale. @param {Scale} scale */
function several(scale, /** @type {number} */ wanted) {
  const ticks = scale.ticks(wanted);
  return ticks.length > 1 ? ticks : scale.ticks(2 * wanted);
}

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** @param {SVGGElement} group @param {Scale} scale @param {Box} box @param {boolean} whole */
function drawAcross(group, scale, { left, right, top, bottom }, whole) {
  const count = Math.max(2, Math.round((right - left) / 80));
  drawTicks(group, "x", {
    scale,
    values: several(scale, count).filter((value) => !whole || Number.isInteger(value)),
    write: (value) => format(value),
    length: bottom - top,
  });
}

/**
 * @param {SVGGElement} group @param {Scale} scale @param {Box} box
 * @param {{log: boolean, unit: number}} kind
 */
function drawUp(group, scale, { left, right, top, bottom }, { log, unit }) {
  const count = Math.max(3, Math.round((bottom - top) / 50));
  drawTicks(group, "y", {
    scale,
    values: log ? decades(scale.domain(), count) : scale.ticks(count),
    write: (value) => (log ? power(value) : format(value / 10 ** unit)),
    length: right - left,
  });
}

/**
 * The power of ten that the numbers of an axis leave to its name, where they would be too long.
 * @param {[number, number]} range
 */
function unitOf([low, high]) {
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  return exponent > (low < 0 ? 3 : 4) || exponent < -2 ? exponent : 0;
}

/** @param {number} value a power of ten */
function power(value) {
  const exponent = Math.round(Math.log10(value));
  return Math.abs(exponent) <= 2 ? format(value) : `10${superscript(exponent)}`;
}

/**
 * Powers of ten in a domain, 1 among them, thinned to about `count`.
 * @param {number[]} domain @param {number} count
 */
function decades([low, high], count) {
  const first = Math.ceil(Math.log10(low)),
    last = Math.floor(Math.log10(high));
  const stride = [1, 2, 3, 5, 10, 20, 50].find((step) => step * count > last - first) ?? 100;
  const powers = [];
  for (let exponent = stride * Math.ceil(first / stride); exponent <= last; exponent += stride)
    powers.push(10 ** exponent);
  return powers;
}

/**
 * The outline of a function over a window, as SVG path data.
 * @param {(value: number) => number} f @param {Scales} scales
 */
export function curve(f, scales) {
  const [from, to] = scales.x.range();
  const grid = spread([from, to], Math.max(1, Math.round((to - from) / 2))).map((pixel) =>
    scales.x.invert(pixel),
  );
  return outline(f, scales, { grid });
}

/**
 * The least upper bound of the form 1, 1.5, 2, 3, 4, 5, 6, 8 or 10 times a power of ten: an axis
 * that ends there is redrawn seldom while a slider moves.
 * @param {number} value
 */
export function roundUp(value) {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
  return power * (steps.find((step) => step * power >= value * (1 - 1e-12)) ?? 10);
}
