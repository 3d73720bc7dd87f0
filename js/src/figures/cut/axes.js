/** The bottom of the box and one edge of its height, each axis with its numbers and its name. */
import { scaleLinear } from "../../charts/chart.js";
import { fill, polyline } from "../../charts/marks.js";
import { settle } from "../../charts/spots.js";
import { say, set, svg } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { NAMES } from "./words.js";

/** @typedef {import("./index.js").State} State */
/** @typedef {import("./relief.js").Place} Place */
/** @typedef {import("../../charts/spots.js").Box} Box */
/** @typedef {(place: Place) => [number, number]} Pixels */

/** How far from its edge a number stands, and a name. */
const NUMBER = 14,
  NAME = 34;

/**
 * Returns the places that the texts have, which lie within a frame.
 * @param {State} now @param {Pixels} pixels @param {Box} frame
 * @param {{edges: SVGElement, texts: SVGElement}} marks
 */
export function drawAxes(now, pixels, frame, { edges, texts }) {
  const { x, y, z } = now.surface,
    round = [0, 1, 3, 2, 0].map((corner) => pixels([x[corner >> 1], y[corner & 1], z[0]]));
  set(edges, { d: polyline([...round, pixels([x[0], y[0], z[1]])]) });
  const written = axesOf(now).flatMap((axis) => labels(axis, pixels));
  /** @type {Box[]} */
  const taken = [];
  fill(texts, written.length, () => svg("text"));
  written.forEach(({ text, kind, ...spot }, i) => {
    say(texts.children[i], text);
    set(texts.children[i], { class: kind, ...settle(text, [spot], frame, taken) });
  });
  return taken;
}

/**
 * Each axis with the edge of the box that it runs along, and the way out from there on the screen.
 * @param {State} now
 * @returns {{name: string, range: [number, number], at: (value: number) => Place, out: number[]}[]}
 */
function axesOf({ relief: { cos, sin, flat }, surface: { x, y, z } }) {
  return [
    { name: NAMES[0], range: x, at: (first) => [first, y[0], z[0]], out: [-sin * flat, cos] },
    { name: NAMES[1], range: y, at: (second) => [x[1], second, z[0]], out: [cos * flat, sin] },
    { name: "J", range: z, at: (height) => [x[0], y[0], height], out: [-1, 0] },
  ];
}

/** @param {ReturnType<typeof axesOf>[number]} axis @param {Pixels} pixels */
function labels({ name, range: [low, high], at, out: [right, down] }, pixels) {
  const size = Math.hypot(right, down);
  const place = (/** @type {number} */ value, /** @type {number} */ far) => {
    const [x, y] = pixels(at(value));
    return { x: x + (far * right) / size, y: y + (far * down) / size + 4 };
  };
  const anchor = /** @type {"end" | "middle"} */ (down ? "middle" : "end");
  return [
    { text: name, kind: "pt-axis-name", anchor, ...place((low + high) / 2, NAME) },
    ...scaleLinear([low, high], [0, 1])
      .ticks(4)
      .filter((value) => value > 0.96 * low + 0.04 * high && value < 0.04 * low + 0.96 * high)
      .map((value) => ({
        text: format(value),
        kind: "",
        anchor,
        ...place(value, down ? NUMBER : 6),
      })),
  ];
}
