/** A typed function as the tangent explorer shows it: the twin of `typed_view` in Python. */
import { extent, readTyped, rounded, sample, typing } from "../../language/own/reading.js";
import { TYPED } from "../../language/own/index.js";
import { landmarks } from "./landmarks.js";
import WORDS from "./words.json";

export const VARIABLE = "x";
export const { field, hand } = typing(WORDS.typed, VARIABLE);

/** @param {string} text @returns {import("../../language/own/index.js").Found<Made>} */
export function read(text) {
  const { made, ...rest } = readTyped(text, VARIABLE);
  return made ? { made: curve(made) } : rest;
}

/** @typedef {ReturnType<typeof import("./slope.js").curveOf>} Made */

/** @param {import("../../language/own/reading.js").Typed} typed */
function curve(typed) {
  const { tree, derivative, value, slope, window, label } = typed,
    [low, high] = window;
  const grid = sample(window),
    defined = grid.filter((x) => Number.isFinite(value(x)));
  const room = 0.05 * (high - low);
  const slopes = extent(grid.map(slope));
  const x = /** @type {[number, number]} */ ([low - room, high + room]);
  const special = landmarks(typed, x);
  const shown = {
    key: `${TYPED} ${label}`,
    label,
    variable: VARIABLE,
    tree,
    derivative,
    x,
    y: extent(grid.map(value)),
    slopes: /** @type {[number, number]} */ ([Math.min(slopes[0], 0), Math.max(slopes[1], 0)]),
    places: window,
    reach: (high - low) / 3,
    start: { x: rounded(defined[Math.floor(defined.length / 3)], 1), h: room * 4 },
    landmarks: special.map((one) => one.x).filter((at) => at >= low && at <= high),
    breaks: special.filter((one) => Number.isNaN(one.slope)),
  };
  return { shown, value, slope, breaks: shown.breaks };
}
