/** A responsive SVG with two axes: drawn in real pixels, so that text keeps its size. */
import { scaleLinear, scaleLog } from "d3-scale";
import { set, svg, unique } from "../shell/dom.js";
import { drawnSize, sizeWatch } from "../shell/size.js";
import { axes } from "./axes.js";
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
  const frame = svg("rect", { class: "pt-frame" }),
    hole = svg("rect");
  const { lines, names, nameY, ...both } = axes(xLabel, yLabel);
  const inside = area({ "clip-path": `url(#${clip})` }),
    over = area();
  const element = svg(
    "svg",
    { role: "img", "aria-label": label, class: `pt-chart ${kind}` },
    svg("clipPath", { id: clip }, hole),
    frame,
    ...lines,
    inside,
    over,
    ...names,
  );
  const resized = sizeWatch(element);
  let laid = "";
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
    layout(view) {
      const { width, height } = self,
        { x, y, log = false, whole = false } = view,
        wanted = [x, y, log, whole, width, height].join();
      if (wanted === laid) return;
      laid = wanted;
      const box = inner(width, height),
        { left, right, top, bottom } = box;
      self.x = scaleLinear(x, [left, right]);
      self.y = /** @type {Scale} */ ((log ? scaleLog : scaleLinear)(y, [bottom, top]));
      for (const area of [frame, hole])
        set(area, { x: left, y: top, width: right - left, height: bottom - top });
      both.layout(self, box, view, height);
    },
    nameY,
  };
  return self;
}

/** What the axes enclose. @param {number} width @param {number} height */
function inner(width, height) {
  const { left, top } = MARGIN;
  const right = Math.max(left + 1, width - MARGIN.right),
    bottom = Math.max(top + 1, height - MARGIN.bottom);
  return { left, right, top, bottom };
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
