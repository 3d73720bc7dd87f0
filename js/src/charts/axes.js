/** The two axes of a chart: their names, the numbers there, each with a line across the picture. */
import { format, superscript } from "../core/formatting.js";
import { phrase } from "../core/phrase.js";
import { say, set, svg } from "../shell/dom.js";
import WORDS from "./words.json";

/** @typedef {import("./chart.js").Scale} Scale */
/** @typedef {import("./chart.js").Scales} Scales */
/** @typedef {import("./chart.js").View} View */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** @param {string} xLabel @param {string} yLabel */
export function axes(xLabel, yLabel) {
  const across = svg("g", { class: "pt-axis" }),
    up = svg("g", { class: "pt-axis" });
  const xName = svg("text", { class: "pt-axis-name", "text-anchor": "end" }, xLabel),
    yName = svg("text", { class: "pt-axis-name", "text-anchor": "start" }, yLabel);
  const drawn = { x: "", y: "" };
  let unit = 0;
  const writeName = () => {
    const power = superscript(unit);
    say(yName, unit ? phrase(WORDS.unit, { name: yLabel, power }) : yLabel);
  };
  return {
    lines: [across, up],
    names: [xName, yName],
    /** @param {string} text */
    nameY(text) {
      yLabel = text;
      writeName();
    },
    /** @param {Scales} scales @param {Box} box @param {View} view @param {number} height */
    layout(scales, box, { x, y, log = false, whole = false }, height) {
      unit = log ? 0 : unitOf(y);
      writeName();
      set(across, { transform: `translate(0,${box.bottom})` });
      set(up, { transform: `translate(${box.left},0)` });
      // One of them often stands still while the other is laid out anew.
      const size = Object.values(box),
        now = { x: [x, whole, size].join(), y: [y, log, size].join() };
      if (now.x !== drawn.x) drawAcross(across, scales.x, box, whole);
      if (now.y !== drawn.y) drawUp(up, scales.y, box, { log, unit });
      Object.assign(drawn, now);
      set(xName, { x: box.right, y: height - 4 });
      set(yName, { x: 4, y: 13 });
    },
  };
}

/** About so many ticks, but at least two: one number is no scale. @param {Scale} scale */
function several(scale, /** @type {number} */ wanted) {
  const ticks = scale.ticks(wanted);
  return ticks.length > 1 ? ticks : scale.ticks(2 * wanted);
}

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
 * @typedef {object} Ticks
 * @property {(value: number) => number} scale
 * @property {number[]} values where one stands
 * @property {(value: number) => string} write
 * @property {number} length of the line
 */

/** Below a picture, and at its left. */
const PLACES = {
  x: {
    anchor: "middle",
    at: (/** @type {number} */ place) => `translate(${place},0)`,
    end: (/** @type {number} */ length) => ({ y2: -length }),
    text: { y: 8, dy: "0.71em" },
  },
  y: {
    anchor: "end",
    at: (/** @type {number} */ place) => `translate(0,${place})`,
    end: (/** @type {number} */ length) => ({ x2: length }),
    text: { x: -6, dy: "0.32em" },
  },
};

/**
 * Draws the ticks of an axis into its group; those that stand there already are moved.
 * @param {SVGGElement} group @param {"x" | "y"} name @param {Ticks} ticks
 */
function drawTicks(group, name, { scale, values, write, length }) {
  const { anchor, at, end, text } = PLACES[name];
  const sharp = devicePixelRatio > 1 ? 0 : 0.5; // a line of one pixel fills one
  set(group, { fill: "none", "text-anchor": anchor });
  values.forEach((value, i) => {
    const tick = group.children[i] ?? group.appendChild(tickMark(text));
    const [line, label] = tick.children;
    set(tick, { transform: at(scale(value) + sharp) });
    set(line, end(length));
    say(label, write(value));
  });
  while (group.children.length > values.length) group.lastElementChild?.remove();
}

/** @param {Record<string, string | number>} place of the text */
const tickMark = (place) =>
  svg(
    "g",
    { class: "tick" },
    svg("line", { stroke: "currentColor" }),
    svg("text", { fill: "currentColor", ...place }),
  );
