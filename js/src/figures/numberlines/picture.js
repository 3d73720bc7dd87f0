/** One number line under the other, all to one scale, with the nudge as a ribbon between them. */
import { scaleLinear } from "../../charts/chart.js";
import { area, bound, handle, moveTo, show } from "../../charts/marks.js";
import { say, set, svg } from "../../shell/dom.js";
import { drawnSize, sizeWatch } from "../../shell/size.js";
import { clamp } from "../../core/numbers.js";
import { format } from "../../core/formatting.js";
import WORDS from "./words.json";

/** @typedef {import("../../charts/chart.js").Scale} Scale */
const MOST = 4;
const TICKS = 14;
const SIDE = 14;
const TOP = 44;
const GAP = 86;

/** @typedef {import("./nudge.js").Nudge} Nudge */

export function lines() {
  const rows = Array.from({ length: MOST }, line);
  const ribbons = Array.from({ length: MOST - 1 }, () => ({
    band: svg("path", { class: "pt-ribbon" }),
    near: svg("line", { class: "pt-strand" }),
    far: svg("line", { class: "pt-strand pt-strand-moved" }),
  }));
  const start = handle(9, 20),
    end = handle(6, 20, "pt-ring pt-ring-small");
  const element = svg("svg", {
    role: "img",
    "aria-label": WORDS.picture,
    class: "pt-chart pt-numberlines",
  });
  const bands = ribbons.flatMap(({ band, near, far }) => [band, near, far]);
  element.append(area({}, ...bands, ...rows.map(({ group }) => group), end, start));
  const x = scaleLinear(),
    resized = sizeWatch(element);
  const self = {
    element,
    x,
    start,
    end,
    width: 0,
    scale: 1,
    /** Measures the width it has; true when that changed. */
    measure() {
      if (!resized()) return false;
      const { width, scale } = drawnSize(element);
      if (width === self.width && scale === self.scale) return false;
      Object.assign(self, { width, scale });
      return true;
    },
    /** Takes the room for so many lines; returns its height. @param {number} count */
    makeRoom(count) {
      const height = TOP + GAP * (count - 1) + 40,
        high = `${height * self.scale}px`;
      if (element.style.height !== high) element.style.height = high;
      return height;
    },
    /**
     * @param {string[]} labels what stands at each line: x, u = x², y = sin u
     * @param {Nudge} nudge
     * @param {[number, number] | null} view the window of all lines; null for a microscope on each
     * value
     */
    update(labels, nudge, view) {
      set(element, { viewBox: `0 0 ${self.width} ${self.makeRoom(labels.length)}` });
      const scales = labels.map((_, i) => scaleOf(self.width, nudge, i, view));
      rows.forEach((row, i) => {
        show(row.group, i < labels.length);
        if (i < labels.length)
          drawLine(
            row,
            {
              label: labels[i],
              scale: scales[i],
              at: TOP + GAP * i,
              last: i === labels.length - 1,
              first: i === 0,
            },
            nudge,
            i,
          );
      });
      ribbons.forEach((ribbon, i) =>
        drawRibbon(ribbon, i < labels.length - 1 ? scales : null, nudge, i),
      );
      const place = (/** @type {SVGElement} */ mark, /** @type {number} */ at) =>
        moveTo(mark, Number.isFinite(at) ? at : 0, TOP);
      place(start, scales[0](nudge.values[0]));
      place(end, scales[0](nudge.moved[0]));
      x.domain(scales[0].domain()).range(scales[0].range());
    },
  };
  return self;
}

function line() {
  const ticks = Array.from({ length: TICKS }, () => ({
    mark: svg("line", { class: "pt-tickmark" }),
    text: svg("text", { class: "pt-ticktext", "text-anchor": "middle" }),
  }));
  const axis = svg("line", { class: "pt-rail" });
  const label = svg("text", { class: "pt-axis-name" });
  const linear = svg("path", { class: "pt-linear" });
  const nudge = svg("path", { class: "pt-nudge" });
  const name = svg("text", { class: "pt-nudge-name", "text-anchor": "middle" });
  const dot = svg("circle", { class: "pt-value", r: 5 });
  const group = svg(
    "g",
    {},
    axis,
    ...ticks.flatMap(({ mark, text }) => [mark, text]),
    label,
    linear,
    nudge,
    dot,
    name,
  );
  return { group, ticks, drawn: "", axis, label, linear, nudge, name, dot };
}

/**
 * @param {number} width @param {Nudge} nudge @param {number} i
 * @param {[number, number] | null} view
 */
function scaleOf(width, { values, nudges }, i, view) {
  const range = [SIDE, Math.max(SIDE + 1, width - SIDE)];
  if (view) return scaleLinear(view, range);
  const reach = 1.7 * Math.max(...nudges.map(Math.abs).filter(Number.isFinite), 1e-9);
  const centre = Number.isFinite(values[i]) ? values[i] : 0;
  return scaleLinear([centre - reach, centre + reach], range);
}

/**
 * @param {ReturnType<typeof line>} row
 * @param {{label: string, scale: Scale, at: number, first: boolean, last: boolean}} where
 * @param {Nudge} nudge @param {number} i
 */
function drawLine(row, { label: text, scale, at, first, last }, { values, nudges, limits }, i) {
  const { axis, label, linear, nudge, name, dot } = row,
    [left, right] = scale.range();
  set(axis, { x1: left, x2: right, y1: at, y2: at });
  drawTicks(row, scale, at);
  say(label, text);
  set(label, { x: left, y: at - 29 });
  const shown = Number.isFinite(values[i]) && Number.isFinite(nudges[i]);
  for (const part of [linear, nudge, name, dot]) show(part, shown);
  if (!shown) return;
  const [from, to] = [scale(values[i]), scale(values[i] + nudges[i])].map(bound);
  show(dot, !first);
  set(dot, { cx: from, cy: at });
  set(nudge, {
    d: arrow(from, to, at),
    class: `pt-nudge${last ? " pt-nudge-last" : first ? " pt-nudge-first" : ""}`,
  });
  const slope = limits.slice(0, i).reduce((all, factor) => all * factor, 1);
  const predicted = values[i] + slope * nudges[0];
  show(linear, !first && Number.isFinite(predicted));
  if (Number.isFinite(predicted))
    set(linear, { d: `M${bound(scale(predicted)).toFixed(1)} ${at + 5}l5 5 -5 5 -5 -5Z` });
  say(name, `Δ${text[0]}`);
  set(name, { x: clamp((from + to) / 2, left + 14, right - 14), y: at - 11 });
}

/**
 * The numbers of a line, unless they stand already.
 * @param {ReturnType<typeof line>} row @param {Scale} scale @param {number} at
 */
function drawTicks(row, scale, at) {
  const [left, right] = scale.range(),
    wanted = [scale.domain(), left, right, at].join();
  if (row.drawn === wanted) return;
  row.drawn = wanted;
  const places = scale.ticks(Math.max(3, Math.round((right - left) / 75))).slice(0, TICKS);
  const [low, high] = scale.domain();
  const digits = Math.min(
    12,
    Math.max(4, Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 3),
  );
  row.ticks.forEach(({ mark, text }, i) => {
    const shown = i < places.length;
    show(mark, shown);
    show(text, shown);
    if (!shown) return;
    const x = scale(places[i]);
    set(mark, { x1: x, x2: x, y1: at - 4, y2: at + 4 });
    say(text, format(places[i], digits));
    set(text, { x, y: at + 27 });
  });
}

/** A nudge as an arrow along the line. @param {number} from @param {number} to @param {number} y */
function arrow(from, to, y) {
  const length = to - from,
    head = Math.sign(length) * Math.min(8, Math.abs(length)),
    neck = (to - head).toFixed(1);
  return (
    `M${from.toFixed(1)} ${y - 3}H${neck}V${y - 7}` +
    `L${to.toFixed(1)} ${y}L${neck} ${y + 7}V${y + 3}H${from.toFixed(1)}Z`
  );
}

/**
 * @param {{band: SVGElement, near: SVGElement, far: SVGElement}} ribbon
 * @param {Scale[] | null} scales @param {Nudge} nudge @param {number} i
 */
function drawRibbon({ band, near, far }, scales, { values, moved }, i) {
  const all = [values[i], values[i + 1], moved[i], moved[i + 1]];
  const shown = scales !== null && all.every(Number.isFinite);
  for (const part of [band, near, far]) show(part, shown);
  if (!shown || !scales) return;
  const top = TOP + GAP * i + 9,
    bottom = TOP + GAP * (i + 1) - 9;
  const [a, b] = [scales[i](values[i]), scales[i + 1](values[i + 1])].map(bound);
  const [c, d] = [scales[i](moved[i]), scales[i + 1](moved[i + 1])].map(bound);
  set(near, { x1: a, y1: top, x2: b, y2: bottom });
  set(far, { x1: c, y1: top, x2: d, y2: bottom });
  set(band, {
    d:
      `M${a.toFixed(1)} ${top}L${b.toFixed(1)} ${bottom}` +
      `L${d.toFixed(1)} ${bottom}L${c.toFixed(1)} ${top}Z`,
    class: (d - b) * (c - a) < 0 ? "pt-ribbon pt-ribbon-turned" : "pt-ribbon",
  });
}
