/**
 * The network as a drawing: a line for each weight, as thick as its gradient (or the weight itself)
 * is large beside the largest, dashed where it is negative.
 */
import { dot } from "../../charts/marks.js";
import { html, say, set, svg } from "../../shell/dom.js";
import { drawnSize } from "../../shell/size.js";
import { format, subscript } from "../../core/formatting.js";
import { unitMaps } from "./unitmaps.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../networks/layers.js").Layer} Layer */

/** Shares of the largest; each interval between two has a thickness of its own. */
const STEPS = [0.5, 0.2, 0.07, 0.02, 0];
const MARGIN = { x: 28, top: 20, bottom: 34 };

/** @typedef {import("../../networks/training.js").Training} Training */

export function diagram() {
  // one path for each sign and thickness, thickest last so that it lies on top
  const kinds = ["plus", "minus"]
    .flatMap((sign) => STEPS.map((_, size) => ({ sign, size })))
    .reverse();
  const paths = kinds.map(({ sign, size }) =>
    svg("path", { class: `pt-weight pt-weight-${sign} pt-weight-${size}` }),
  );
  const nodes = svg("path", { class: "pt-nodes" });
  const names = ["x₁", "x₂", "ŷ"].map((name) =>
    svg("text", { class: "pt-name", "text-anchor": "middle" }, name),
  );
  const columns = svg("g", { class: "pt-layer-names" });
  const largest = svg("text", { class: "pt-largest", "text-anchor": "middle" });
  const picture = svg(
    "svg",
    { role: "img", "aria-label": WORDS.diagram, class: "pt-chart pt-network" },
    ...paths,
    nodes,
    ...names,
    columns,
    largest,
  );
  const maps = unitMaps();
  const element = html("div", { class: "pt-network-place" }, picture, maps.canvas);
  const place = new Map(kinds.map(({ sign, size }, i) => [`${sign} ${size}`, paths[i]]));
  /** @type {string[]} the outline of each weight, by its index in θ */
  let outlines = [];
  let width = 0,
    height = 0;

  return {
    element,
    /** Measures the place it has; true when that changed. */
    measure() {
      const now = drawnSize(picture);
      if (now.width === width && now.height === height) return false;
      ({ width, height } = now);
      set(picture, { viewBox: `0 0 ${width} ${height}` });
      maps.measure(width, height, now.scale);
      return true;
    },
    /** @param {Training} run */
    layout(run) {
      const at = positions(run.sizes, width, height);
      set(picture, { "aria-label": phrase(WORDS.network, { sizes: run.sizes.join("-") }) });
      picture.style.setProperty("--pt-room", String(Math.min(1, 6 / run.settings.width)));
      outlines = [];
      run.layers.forEach(({ before, nodes: count, weights }, l) => {
        for (let i = 0; i < count; i++) {
          for (let j = 0; j < before; j++) {
            const [x1, y1] = at[l][j],
              [x2, y2] = at[l + 1][i];
            outlines[weights + i * before + j] = `M${x1} ${y1}L${x2} ${y2}`;
          }
        }
      });
      const [inputs, ...units] = at,
        side = sideOf(run.settings.width, height);
      set(nodes, {
        d: [
          ...inputs.map(([x, y]) => dot(x, y, 5)),
          ...units
            .flat()
            .map(([x, y]) => `M${x - side / 2} ${y - side / 2}h${side}v${side}h${-side}Z`),
        ].join(""),
      });
      maps.layout(units, side - 2);
      [...inputs, ...units[units.length - 1]].forEach(([x, y], i) =>
        set(names[i], { x: i < 2 ? x - 15 : x + side / 2 + 8, y: y + 5 }),
      );
      columns.replaceChildren(
        ...run.layers.map((_, l) =>
          svg(
            "text",
            { x: (at[l][0][0] + at[l + 1][0][0]) / 2, y: 13, "text-anchor": "middle" },
            `W${subscript(l + 1)}`,
          ),
        ),
      );
      set(largest, { x: width / 2, y: height - 6 });
    },
    frame: maps.frame,
    recolour: maps.recolour,
    /** @param {Training} run @param {boolean} gradients */
    draw(run, gradients) {
      maps.draw(run);
      const values = gradients ? run.differentiate() : run.theta;
      const most = largestOf(run.layers, values);
      const parts = sort(run.layers, values, most, outlines);
      for (const [key, path] of place) set(path, { d: parts.get(key) ?? "" });
      picture.classList.toggle("pt-network-weights", !gradients);
      say(
        largest,
        phrase(WORDS.thickest, { what: gradients ? "∂J/∂W" : "W", most: format(most, 3) }),
      );
    },
  };
}

/** How wide and high a unit is drawn. @param {number} count in a layer @param {number} height */
function sideOf(count, height) {
  const room = (height - MARGIN.top - MARGIN.bottom) / count;
  return Math.round(Math.max(6, Math.min(26, 0.8 * room)));
}

/**
 * Where every node stands.
 * @param {number[]} sizes @param {number} width @param {number} height
 * @returns {[number, number][][]}
 */
function positions(sizes, width, height) {
  const room = Math.max(1, height - MARGIN.top - MARGIN.bottom);
  return sizes.map((count, l) =>
    Array.from({ length: count }, (_, i) => [
      Math.round(MARGIN.x + ((width - 2 * MARGIN.x) * l) / (sizes.length - 1)),
      Math.round(MARGIN.top + (room * (i + 0.5)) / count),
    ]),
  );
}

/**
 * The greatest size among the weights' values, biases left out.
 * @param {Layer[]} layers @param {Float64Array} values
 */
export function largestOf(layers, values) {
  let most = 0;
  for (const { weights, biases } of layers) {
    for (let i = weights; i < biases; i++) most = Math.max(most, Math.abs(values[i]));
  }
  return most;
}

/**
 * The outlines of all weights, gathered by sign and size.
 * @param {Layer[]} layers @param {Float64Array} values @param {number} most
 * @param {string[]} outlines
 */
function sort(layers, values, most, outlines) {
  /** @type {Map<string, string>} */
  const parts = new Map();
  for (const { weights, biases } of layers) {
    for (let i = weights; i < biases; i++) {
      const share = most > 0 ? Math.abs(values[i]) / most : 0;
      const key = `${values[i] < 0 ? "minus" : "plus"} ${STEPS.findIndex((step) => share >= step)}`;
      parts.set(key, (parts.get(key) ?? "") + outlines[i]);
    }
  }
  return parts;
}
