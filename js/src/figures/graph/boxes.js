/** How large a node of the graph is drawn, and which text stands in it. */
import { plainText } from "../../language/writing.js";
import { wantedShares } from "./steps.js";

/** @typedef {import("./sweep.js").Node} Node */
/** @typedef {{width: number, height: number, text: string}} Size with the formula as it is shown */

const LEAST = 84,
  SUM = 128,
  PADDING = 13;
/** About the width of a letter of the name, of one of the formula, and of a digit. */
const NAME = 8.5,
  LETTER = 7,
  DIGIT = 8,
  LONGEST = 24;
/** Room for the value: −0.9222 where it is computed, −1.25 where it is put in. */
const COMPUTED = 7,
  PUT_IN = 5,
  BETWEEN = 8;

/** Where the lines of a node stand: the first below its top, the next below that. */
export const LINE = { first: 16, next: 15.5, last: 6, sign: 6 };

/**
 * @param {Node[]} nodes
 * @param {boolean} roomy whether what is measured stands in the nodes too
 */
export function sizesOf(nodes, roomy) {
  const wanted = wantedShares(nodes);
  return nodes.map((node, place) => size(node, wanted[place], roomy));
}

/**
 * All that a layout follows from.
 * @param {Node[]} nodes @param {Size[]} sizes @returns {import("./layout.js").Question}
 */
export function question(nodes, sizes) {
  return {
    sizes: sizes.map(({ width, height }) => [width, height]),
    makers: nodes.map((node) => node.arguments),
  };
}

/** @param {Node} node @param {number} wanted @param {boolean} roomy @returns {Size} */
function size({ label, formula, given }, wanted, roomy) {
  const sums = wanted > 1; // they need a line for the sum as it grows
  const whole = formula === null ? "" : plainText(formula);
  const text = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
  const first = label.length * NAME + (formula === null ? PUT_IN : COMPUTED) * DIGIT + BETWEEN;
  const width = Math.max(LEAST, PADDING + Math.max(first, text.length * LETTER), sums ? SUM : 0);
  const lines = 2 + Number(formula !== null) + Number(!given && (roomy || sums));
  return {
    width,
    height: LINE.first + (lines - 1) * LINE.next + LINE.last + (sums ? LINE.sign : 0),
    text,
  };
}
