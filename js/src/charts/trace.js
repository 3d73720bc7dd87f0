/** The small picture: cost against step, on a linear or a logarithmic axis. */
import { chart, roundUp } from "./chart.js";
import { polyline } from "./marks.js";
import { set, svg } from "../shell/dom.js";
import WORDS from "./words.json";
import { COMMON } from "../shell/words.js";

const FLOOR = 1e-12;

export function trace() {
  const picture = chart({
    label: WORDS.trace,
    xLabel: COMMON.stepAxis,
    yLabel: "J",
    kind: "pt-trace",
  });
  const line = svg("path", { class: "pt-cost" });
  const here = svg("circle", { class: "pt-ball", r: 5 });
  picture.inside.append(line);
  picture.over.append(here);

  /**
   * @param {{values: number[]}} path @param {number} k @param {number} steps @param {boolean} log
   * @param {number} lowest the least cost there is; a logarithmic axis shows the excess over it
   */
  const update = (path, k, steps, log, lowest) => {
    const heights = path.values.map((value) => (log ? value - lowest : value));
    const view = window(heights, log);
    picture.layout({ x: [0, steps], y: view, log });
    picture.nameY(log && lowest !== 0 ? WORDS.excess : "J");
    const { x, y } = picture,
      bottom = y.range()[0];
    const level = (/** @type {number} */ height) => (log && height <= FLOOR ? bottom : y(height));
    set(line, { d: polyline(heights.map((height, k) => [x(k), level(height)])) });
    const floor = log ? Math.max(heights[k], view[0]) : heights[k];
    set(here, { cx: x(k), cy: y(floor) });
  };
  return { ...picture, picture, update };
}

/**
 * The vertical window of some costs.
 * @param {number[]} heights @param {boolean} log @returns {[number, number]}
 */
function window(heights, log) {
  if (log) {
    const positive = heights.filter((height) => height > FLOOR);
    const high = Math.max(...positive, FLOOR * 10),
      low = Math.min(...positive, high);
    return [10 ** (Math.floor(Math.log10(low)) - 0.2), 10 ** (Math.ceil(Math.log10(high)) + 0.2)];
  }
  const lowest = Math.min(...heights);
  return [lowest < 0 ? -roundUp(-lowest) : 0, roundUp(Math.max(...heights, 1e-9))];
}
