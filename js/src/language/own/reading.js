/** What a typed function is made into, for whoever shows it: its derivative, its window. */
import { compileUnary, whereDefined } from "../../core/expression.js";
import { differentiate } from "../differentiate.js";
import { typedField } from "../field.js";
import { handTree } from "../hand.js";
import { parse } from "../parse.js";
import { size } from "../simplify.js";
import { plainText } from "../writing.js";
import { change } from "../../shell/controls.js";
import shared from "../../../generated/typed.json";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../shell/controls.js").Model} Model */
/** @typedef {[number, number]} Range */
/** @typedef {(x: number) => number} Curve */
/**
 * @typedef {object} Typed
 * @property {Tree} tree @property {Tree} derivative @property {Curve} value @property {Curve} slope
 * @property {Range} window the first of the windows in which there is a value and a slope
 * @property {string} label
 */

const SAMPLES = 480;
/** So many parts a derivative may have: 2,000 values of it are found while a key is pressed. */
const LARGEST = 3000;
export const DERIVATIVES = shared.derivatives;

/**
 * Reads a text; the complaints about the text itself are the field's.
 * @param {string} text @param {string} variable
 * @returns {import("./index.js").Found<Typed>}
 */
export function readTyped(text, variable) {
  const { tree } = parse(text, [variable]);
  if (tree === undefined) return { why: "unread" };
  const derivative = differentiate(tree, variable, DERIVATIVES);
  if (size(derivative) > LARGEST) return { why: "long" };
  const value = compileUnary(tree, variable),
    slope = whereDefined(compileUnary(derivative, variable), value);
  const windows = /** @type {Range[]} */ (shared.windows);
  const has = (/** @type {Curve} */ f, /** @type {Range} */ window) =>
    sample(window).some((x) => Number.isFinite(f(x)));
  const window = windows.find((one) => has(value, one) && has(slope, one));
  const label = plainText(tree);
  if (!window) {
    const [from, to] = windows[windows.length - 1];
    return { why: "nowhere", fill: { from, to, typed: label } };
  }
  return { made: { tree, derivative, value, slope, window, label } };
}

/** Places of a window, as NumPy spaces them. @param {Range} window */
export const sample = ([low, high], count = SAMPLES) =>
  Array.from({ length: count + 1 }, (_, i) => i * ((high - low) / count) + low);

/**
 * A window that holds the values, or the bulk of them where a pole takes the rest away: the twin of
 * ptcode/widgets/curves.py.
 * @param {number[]} given @returns {Range}
 */
export function extent(given) {
  const values = given.filter(Number.isFinite).sort((a, b) => a - b);
  let [low, high] = [values[0], values[values.length - 1]];
  const [first, last] = [quantile(values, 0.1), quantile(values, 0.9)];
  if (high - low > 6 * (last - first) && last > first)
    [low, high] = [2 * first - last, 2 * last - first];
  const level = high - low <= 1e-12 * (1 + Math.abs(high)); // but for rounding
  const room = level ? 1 : 0.1 * (high - low);
  return [low - room, high + room];
}

/** @param {number[]} sorted @param {number} part */
function quantile(sorted, part) {
  const at = part * (sorted.length - 1),
    below = Math.floor(at),
    above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** To so many decimals, a half to the even digit, as Python rounds. */
export function rounded(/** @type {number} */ value, /** @type {number} */ decimals) {
  const scaled = value * 10 ** decimals,
    below = Math.floor(scaled),
    rest = scaled - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  return (below + Number(up)) / 10 ** decimals;
}

/**
 * The field of a variable, and the way to Python.
 * @param {string} label @param {string} variable
 */
export const typing = (label, variable) => ({
  field: (/** @type {string} */ value, /** @type {(text: string) => void} */ onText) =>
    typedField({ label, name: "expression", value, variables: [variable], onText }),
  hand: (/** @type {Model} */ model) => ({
    now() {
      if (!("widget_manager" in model)) return;
      const tree = parse(String(model.get("expression")), [variable]).tree ?? null;
      change(model, { tree });
    },
    stop: handTree(model, [variable]),
  }),
});
