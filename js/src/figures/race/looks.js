/** What each racer looks like: its marker here, its dash and colour in figures/race.css. */
import { svg } from "../../shell/dom.js";

/** @type {Record<string, (x: number, y: number, r: number) => string>} */
const MARKERS = {
  gd: (x, y, r) => `M${at(x - r, y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  momentum: (x, y, r) => polygon([x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]),
  nesterov: (x, y, r) =>
    polygon([x, y - 1.3 * r], [x + 1.3 * r, y], [x, y + 1.3 * r], [x - 1.3 * r, y]),
  rmsprop: (x, y, r) => polygon([x, y - 1.2 * r], [x + 1.2 * r, y + r], [x - 1.2 * r, y + r]),
  adam: (x, y, r) => polygon([x - 1.2 * r, y - r], [x + 1.2 * r, y - r], [x, y + 1.2 * r]),
};

/**
 * The marker of a racer around a place, as SVG path data.
 * @param {string} name @param {number} x @param {number} y @param {number} r
 */
export function marker(name, x, y, r) {
  return MARKERS[name](x, y, r);
}

/**
 * A piece of a racer's trail with its marker, for a legend.
 * @param {string} name @param {number} width
 */
export function swatch(name, width) {
  return svg(
    "svg",
    { class: "pt-swatch", width, height: 16, "aria-hidden": "true" },
    svg("path", { class: `pt-trail pt-racer-${name}`, d: `M1 8H${width - 1}` }),
    svg("path", { class: `pt-runner pt-racer-${name}`, d: marker(name, width / 2, 8, 5) }),
  );
}

/** @param {...number[]} corners */
function polygon(...corners) {
  return `M${corners.map(([x, y]) => at(x, y)).join("L")}Z`;
}

/** @param {number} x @param {number} y */
function at(x, y) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
