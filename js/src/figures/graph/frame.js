/** The place of the picture: it scrolls where the graph is larger, and follows the steps. */
import { clamp } from "../../core/numbers.js";
import { html } from "../../shell/dom.js";
import { textScale } from "../../shell/size.js";
import { graphPicture } from "./picture.js";
import { argumentOf } from "./steps.js";
import WORDS from "./words.json";

/** @typedef {import("./picture.js").State} State */

/**
 * From this width on what is measured stands in the nodes too, and a slim graph has the words
 * beside it.
 */
const ROOMY = 608,
  SLIM = 0.56;
/** Of a view, where the shadow lies that says that it scrolls. */
const EDGE = 4;
/** In a dock a picture that does not fit is drawn smaller, but not so small that it is not read. */
const DOCK = ".pt-dock",
  SMALLEST = 0.75;

/**
 * What a step is about: the node that it computes or goes to, then those that it takes from.
 * @param {State["nodes"]} nodes @param {State["steps"][number]} step
 */
const partsOf = (nodes, step) =>
  step.kind === "backward"
    ? [argumentOf(nodes, step), step.place]
    : [step.place, ...nodes[step.place].arguments];

/**
 * The corner of a view that has these boxes in its middle, and the whole of the first at any rate.
 * @param {import("./arranging.js").Box[]} boxes @param {{width: number, height: number}} view
 */
function cornerOf(boxes, view) {
  const along = (/** @type {"x" | "y"} */ axis, /** @type {"width" | "height"} */ span) => {
    const middles = boxes.map((box) => box[axis]),
      [first] = boxes;
    const slack = Math.max(0, (view[span] - first[span]) / 2 - EDGE);
    const middle = (Math.min(...middles) + Math.max(...middles)) / 2;
    return clamp(middle, first[axis] - slack, first[axis] + slack) - view[span] / 2;
  };
  return [along("x", "width"), along("y", "height")];
}

/**
 * How much smaller a graph is drawn so that it fits into a view as a whole or, where that would be
 * too small, so that every step fits with the nodes that it is about.
 * @param {State} state @param {ReturnType<typeof graphPicture>} picture
 * @param {{width: number, height: number}} view
 */
function zoomFor({ nodes, steps }, { boxes, width, height }, view) {
  const fit = (/** @type {number} */ wide, /** @type {number} */ high) =>
    Math.min(1, view.width / wide, view.height / high);
  if (fit(width, height) >= SMALLEST) return fit(width, height);
  const each = steps.map((step) => {
    const parts = partsOf(nodes, step).map((place) => boxes[place]);
    const span = (/** @type {"x" | "y"} */ axis, /** @type {"width" | "height"} */ size) =>
      Math.max(...parts.map((box) => box[axis] + box[size] / 2)) -
      Math.min(...parts.map((box) => box[axis] - box[size] / 2)) +
      2 * EDGE;
    return fit(span("x", "width"), span("y", "height"));
  });
  return Math.max(SMALLEST, Math.min(1, ...each));
}

/** @param {(step: number) => void} jump */
export function graphFrame(jump) {
  const picture = graphPicture(jump);
  const region = html(
    "div",
    { class: "pt-graph-region", tabindex: "0", role: "group", "aria-label": WORDS.region },
    picture.element,
  );
  const legend = html(
    "p",
    { class: "pt-graph-legend" },
    html("span", { class: "pt-key-value" }, WORDS.legend.value),
    " · ",
    html("span", { class: "pt-key-adjoint" }, WORDS.legend.adjoint),
    html("span", { class: "pt-key-measured" }, ` · ${WORDS.legend.measured}`),
    " · ",
    html("span", { class: "pt-key-adjoint" }, WORDS.legend.local),
  );
  let size = { width: 0, height: 0 },
    docked = false;
  const self = {
    element: html("div", { class: "pt-main" }, region, legend),
    picture,
    /**
     * Draws a graph anew in a figure so wide; true when it is slim.
     * @param {State & {wanted: number[]}} state @param {number} width
     */
    redraw({ nodes, steps, wanted }, width) {
      docked = region.closest(DOCK) !== null;
      const room = width / textScale();
      picture.redraw(nodes, steps, wanted, room >= ROOMY);
      return room >= ROOMY && picture.width < SLIM * room;
    },
    /** Looks up how much of the graph can be seen. @param {State} state */
    measure(state) {
      const { clientWidth, clientHeight } = region;
      if (docked && picture.boxes.length > 0) {
        const view = { width: clientWidth / textScale(), height: clientHeight / textScale() };
        picture.zoom(zoomFor(state, picture, view));
      }
      size = { width: clientWidth / picture.scale, height: clientHeight / picture.scale };
    },
    /** Scrolls to where the step is. @param {State} state */
    follow(state) {
      const { nodes, steps, step } = state;
      if (docked) self.measure(state);
      if (picture.width <= size.width && picture.height <= size.height) return;
      const current = steps[Math.max(0, step - 1)];
      const [left, top] = cornerOf(
        partsOf(nodes, current).map((place) => picture.boxes[place]),
        size,
      );
      region.scrollTo(left * picture.scale, top * picture.scale);
    },
  };
  return self;
}
