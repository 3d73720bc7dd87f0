/**
 * What a tree may be made of: the table that ptcode/functions/operations.py writes, and what
 * computes each operation. An operation of JavaScript's own is looked up in Math.
 */
import table from "../../generated/operations.json" with { type: "json" };

/** @typedef {import("./expression.js").Tree} Tree */
/**
 * @typedef {object} Operation
 * @property {string} evaluate what computes it: one of the few below, or of Math
 * @property {number | null} arguments how many; null: any number from one on
 * @property {string} level how tightly it binds
 * @property {string} text its name where it is shown
 * @property {string[]} words what may be typed for it
 * @property {boolean} listed whether a reader is told of it
 * @property {boolean} bare whether a simple argument stands without brackets
 * @property {Tree} course monotone, gentle, a jump, or a tree in u that is the same
 * @property {Tree[]} edges trees in u at whose zeros it has a kink or a jump
 * @property {Tree[]} domain trees in u that may not be negative
 * @property {Tree[]} bends trees in u around whose zeros it changes
 */

export const LEVELS = table.levels;
/** For inner values, from the inside out. */
export const INNER_NAMES = [...table.innerNames];
/** @type {Record<string, Operation>} */
export const HEADS = table.heads;
/** @type {Record<string, {word: string, text: string, evaluate: string}>} */
export const CONSTANTS = table.constants;

/** @param {number} z */
export function sigmoid(z) {
  const small = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : small) / (1 + small);
}

/** What Math lacks. @type {Record<string, (a: number, b: number) => number>} */
const OWN = {
  add: (a, b) => a + b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: Math.pow,
  negative: (a) => -a,
  sec: (z) => 1 / Math.cos(z),
  csc: (z) => 1 / Math.sin(z),
  cot: (z) => Math.cos(z) / Math.sin(z),
  sigmoid,
  softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  relu: (z) => Math.max(z, 0),
  step: (z) => (z > 0 ? 1 : 0),
};

/** @typedef {(a: number, b?: number) => number} Compute */

/** What computes an operation. @param {string} head @returns {Compute} */
export function evaluatorOf(head) {
  const { evaluate } = HEADS[head];
  return /** @type {Compute} */ (OWN[evaluate] ?? Reflect.get(Math, evaluate));
}

/** The value of a constant. @param {string} name @returns {number} */
export const constantOf = (name) => Reflect.get(Math, CONSTANTS[name].evaluate);

/** Is it a head of the table, with so many arguments? @param {string} head @param {number} count */
export function takes(head, count) {
  if (!Object.hasOwn(HEADS, head)) return false;
  const wanted = HEADS[head].arguments;
  return wanted === null ? count > 0 : count === wanted;
}
