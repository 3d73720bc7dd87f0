/** The numbers of an axis, each with a line across the picture. */
import { say, set, svg } from "../shell/dom.js";

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
export function drawTicks(group, name, { scale, values, write, length }) {
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
