/** One number line under the other, all to one scale, with the nudge as a ribbon between them. */
import { scaleLinear } from "../../charts/chart.js";
import { area, handle, moveTo } from "../../charts/marks.js";
import { set, svg } from "../../shell/dom.js";
import { drawnSize, sizeWatch } from "../../shell/size.js";
import { drawLine, line } from "./line.js";
import { drawRibbon, ribbon } from "./ribbon.js";
import WORDS from "./words.json";

const MOST = 4;
const SIDE = 14;
const TOP = 44;
const GAP = 86;

/** @typedef {import("../../charts/chart.js").Scale} Scale */
/** @typedef {import("./nudge.js").Nudge} Nudge */
/** @typedef {import("./line.js").Stop} Stop */

export function lines() {
  const rows = Array.from({ length: MOST }, line);
  const ribbons = Array.from({ length: MOST - 1 }, ribbon);
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
      const stops = stopsOf(labels, nudge, (i) => scaleOf(self.width, nudge, i, view));
      rows.forEach((row, i) => drawLine(row, stops[i]));
      ribbons.forEach((ribbon, i) => drawRibbon(ribbon, stops[i], stops[i + 1]));
      const { scale, value, moved } = stops[0];
      place(start, scale(value));
      place(end, scale(moved));
      x.domain(scale.domain()).range(scale.range());
    },
  };
  return self;
}

/** A ring on the first line. @param {SVGElement} ring @param {number} at */
const place = (ring, at) => moveTo(ring, Number.isFinite(at) ? at : 0, TOP);

/**
 * Where a nudge comes by.
 * @param {string[]} labels @param {Nudge} nudge @param {(i: number) => Scale} scale
 * @returns {Stop[]}
 */
function stopsOf(labels, { values, moved, nudges, limits }, scale) {
  return labels.map((label, i) => {
    const slope = limits.slice(0, i).reduce((all, factor) => all * factor, 1);
    return {
      label,
      scale: scale(i),
      at: TOP + GAP * i,
      end: i === labels.length - 1 ? "last" : i === 0 ? "first" : "",
      value: values[i],
      moved: moved[i],
      nudge: nudges[i],
      predicted: values[i] + slope * nudges[0],
    };
  });
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
