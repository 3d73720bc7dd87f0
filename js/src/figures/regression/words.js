/** What the regression figure says: the line, its cost, the valley it descends in. */
import { format } from "../../core/formatting.js";
import { pair } from "../surface/words.js";

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */

/**
 * @typedef {object} Situation
 * @property {Pair} here
 * @property {number} value
 * @property {Pair} gradient
 * @property {Pair} next
 * @property {number} alpha
 * @property {number} k
 * @property {Pair | null} best
 * @property {number} least the cost of the best line
 * @property {{limit: number, condition: number}} shape
 * @property {{index: number, x: number, y: number, predicted: number}} point
 */

/** @param {Situation} now @param {string[]} units of input and target */
export function sentence(now, units) {
  return [cost(now), valley(now), point(now, units)].join(" ");
}

/** @param {Situation} now */
function cost({ value, least, k, best }) {
  const when =
    k === 0 ? "This line costs" : `After ${k} ${k === 1 ? "step" : "steps"} the line costs`;
  if (!best)
    return `${when} ${format(value)}. All inputs are equal, so no single line is the best.`;
  return `${when} ${format(value)}, the best one ${format(least, 3)}.`;
}

/** @param {Situation} now */
function valley({ alpha, shape }) {
  const condition = `condition number ${format(shape.condition, 3)}`;
  if (alpha === 0) return `α = 0, so nothing moves; ${condition}.`;
  const verdict = alpha > shape.limit * (1 + 1e-9) ? "beyond the limit" : "within the limit";
  return (
    `α = ${format(alpha)} is ${verdict} 2\u2060/\u2060λ = ${format(shape.limit, 3)}; ` +
    `${condition}.`
  );
}

/** @param {Situation} now @param {string[]} units */
function point({ point: { index, x, y, predicted } }, units) {
  const [at, value] = [x, y].map((number, i) => `${format(number)} ${units[i]}`.trim());
  return `Point ${index}: at ${at} we have ${value}, and the line says ${format(predicted)}.`;
}

/** Both partials with their meaning, and the next step. @param {Situation} now */
export function arithmetic({ here, gradient, alpha, next }) {
  return [
    { text: "∇J = 2 · (mean of r, mean of r·x) = " },
    { text: pair(gradient), kind: "slope" },
    { text: ";  one step: " },
    { text: pair(here), kind: "parameter" },
    { text: ` − ${format(alpha)} · ${pair(gradient)} = ` },
    { text: pair(next), kind: "parameter" },
  ];
}
