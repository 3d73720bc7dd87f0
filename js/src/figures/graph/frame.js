/** The place of the picture: it scrolls where the graph is larger, and follows the steps. */
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
  let size = { width: 0, height: 0 };
  return {
    element: html("div", { class: "pt-main" }, region, legend),
    picture,
    /**
     * Draws a graph anew in a figure so wide; true when it is slim.
     * @param {State & {wanted: number[]}} state @param {number} width
     */
    redraw({ nodes, steps, wanted }, width) {
      const room = width / textScale();
      picture.redraw(nodes, steps, wanted, room >= ROOMY);
      return room >= ROOMY && picture.width < SLIM * room;
    },
    /** Looks up how much of the graph can be seen. */
    measure() {
      const { clientWidth, clientHeight } = region;
      size = { width: clientWidth / picture.scale, height: clientHeight / picture.scale };
    },
    /** Scrolls to where the step is. @param {State} state */
    follow({ nodes, steps, step }) {
      if (picture.width <= size.width && picture.height <= size.height) return;
      const current = steps[Math.max(0, step - 1)];
      const place = current.kind === "backward" ? argumentOf(nodes, current) : current.place;
      const box = /** @type {import("./arranging.js").Box} */ (picture.boxes[place]);
      const middle = [box.x - size.width / 2, box.y - size.height / 2];
      region.scrollTo(middle[0] * picture.scale, middle[1] * picture.scale);
    },
  };
}
