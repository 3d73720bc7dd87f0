/**
 * Running error analysis: the value of a tree at a place together with a bound on its error, both
 * carried from the leaves up, so that 1 − tanh²(9) is known to be known badly. The error grows with
 * the terms that are summed at that place, not with their sum.
 */
import { constantOf, evaluatorOf, HEADS } from "../core/operations.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/**
 * @typedef {{value: number, error: number, long?: import("./digits.js").Long}} Bounded surely no
 *   value where `value` is NaN; nothing known where `error` is infinite; `long` is the value with
 *   all its digits, where they are known, and then `error` counts from there
 */
/**
 * @typedef {object} Arithmetic
 * @property {(typed: number) => Bounded} number what a typed number stands for
 * @property {Record<string, Bounded>} [constants]
 * @property {Record<string, (parts: Bounded[]) => Bounded>} combined by head
 * @property {(tree: import("../core/expression.js").Operation, parts: Bounded[], whole: Bounded) =>
 *   void} [saw] is told of every value
 */

const ROUNDING = 2 ** -52;
/** So many roundings a function of Math may be off. */
const FUNCTION = 8;
/** So much is lost of a number that is too small to be written. */
const TINY = 1e-300;
/** @type {Bounded} */ const NONE = { value: NaN, error: 0 };
/** @type {Bounded} */ const UNKNOWN = { value: 0, error: Infinity };

/**
 * @param {Tree} tree @param {string} variable @param {Bounded} at @param {Arithmetic} [arithmetic]
 * @returns {Bounded}
 */
export function bounded(tree, variable, at, arithmetic = ORDINARY) {
  if (typeof tree === "number") return arithmetic.number(tree);
  if (typeof tree === "string")
    return tree === variable
      ? at
      : (arithmetic.constants?.[tree] ?? rounded(constantOf(tree), 0, ROUNDING));
  const parts = [];
  for (let i = 1; i < tree.length; i++) {
    const part = bounded(tree[i], variable, at, arithmetic);
    if (Number.isNaN(part.value)) return NONE;
    parts.push(part);
  }
  if (!parts.every(isKnown)) return UNKNOWN;
  const combine = arithmetic.combined[tree[0]];
  const found = combine ? combine(parts) : applied(tree[0], parts[0], arithmetic);
  arithmetic.saw?.(tree, parts, found);
  return found;
}

/**
 * @param {Tree} tree @param {string} variable @param {number[]} places
 * @param {Arithmetic} [arithmetic]
 * @returns {Bounded[]}
 */
export const valuesAt = (tree, variable, places, arithmetic) =>
  places.map((value) => bounded(tree, variable, { value, error: 0 }, arithmetic));

/** Has it a value, of which something is known? @param {Bounded} bounded */
export const isKnown = ({ value, error }) => !Number.isNaN(value) && error < Infinity;

/** @param {number} value @param {number} error @param {number} share of the value */
function rounded(value, error, share) {
  const whole = error + Math.abs(value) * share;
  return Number.isFinite(value) && Number.isFinite(whole) ? { value, error: whole } : UNKNOWN;
}

/** As a double. @param {Bounded} bounded @returns {Bounded} */
export const rough = ({ value, error, long }) => ({
  value,
  error: long ? error + Math.abs(value) * ROUNDING : error,
});

/** @type {Arithmetic} */
export const ORDINARY = {
  // Nobody who types 0.1 means the binary number next to it.
  number: (typed) => ({
    value: typed,
    error: Number.isSafeInteger(typed) ? 0 : Math.abs(typed) * ROUNDING,
  }),
  combined: {
    Add: (parts) => parts.reduce(sum),
    Multiply: (parts) => parts.reduce(product),
    Negate: ([{ value, error }]) => ({ value: -value, error }),
    Divide: quotient,
    Rational: quotient,
    Power: power,
  },
};

/** @param {Bounded} a @param {Bounded} b */
const sum = (a, b) => rounded(a.value + b.value, a.error + b.error, ROUNDING);

/** @param {Bounded} a @param {Bounded} b */
export function product(a, b) {
  const error = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error;
  const small = a.value !== 0 && b.value !== 0 ? TINY : 0;
  return rounded(a.value * b.value, error + small, ROUNDING);
}

/** @param {Bounded[]} parts */
function quotient([a, b]) {
  if (b.value === 0 && b.error === 0) return NONE;
  const least = Math.abs(b.value) - b.error,
    value = a.value / b.value;
  if (!(least > 0)) return UNKNOWN;
  const small = a.value === 0 ? 0 : TINY;
  return rounded(value, (a.error + Math.abs(value) * b.error) / least + small, ROUNDING);
}

/** @param {Bounded[]} parts */
function power([base, exponent]) {
  const { value: n, error } = exponent;
  if (error === 0 && Number.isInteger(n)) return wholePower(base, n);
  if (base.value < -base.error) return Math.abs(n - Math.round(n)) > error ? NONE : UNKNOWN;
  if (base.value === 0 && base.error === 0) return n > error ? base : n < -error ? NONE : UNKNOWN;
  if (base.value <= base.error) return UNKNOWN;
  const logarithm = Math.log(base.value),
    least = Math.log(base.value - base.error);
  const off = logarithm - least + ROUNDING * Math.abs(logarithm);
  const inside = Math.abs(n) * off + (Math.abs(logarithm) + off) * error;
  const value = base.value ** n;
  return rounded(value, value * Math.expm1(inside) + TINY, FUNCTION * ROUNDING);
}

/** @param {Bounded} base @param {number} n */
function wholePower({ value: base, error }, n) {
  const size = Math.abs(base),
    value = base ** n;
  if (n < 0 && size <= error) return base === 0 && error === 0 ? NONE : UNKNOWN;
  const other = (n < 0 ? size - error : size + error) ** n;
  // The difference would lose an error that is smaller than the rounding of the power.
  const first = size > 0 ? (Math.abs(n * value) * error) / size : 0;
  const small = size > 0 && n !== 0 ? TINY : 0;
  return rounded(value, Math.max(other - Math.abs(value), first) + small, FUNCTION * ROUNDING);
}

/**
 * A function of one value, by its course.
 * @param {string} head @param {Bounded} at @param {Arithmetic} arithmetic
 */
function applied(head, at, arithmetic) {
  const { course } = HEADS[head];
  if (typeof course !== "string") return bounded(course, "u", at, arithmetic);
  const u = rough(at);
  const f = evaluatorOf(head);
  if (course === "gentle") return rounded(f(u.value), u.error, FUNCTION * ROUNDING);
  return course === "jump" ? jumped(f, u) : monotone(f, u);
}

/** @param {(z: number) => number} f @param {Bounded} u */
function jumped(f, { value, error }) {
  const [low, high] = [f(value - error), f(value + error)];
  return { value: f(value), error: high - low };
}

/** @param {(z: number) => number} f @param {Bounded} u */
function monotone(f, { value: u, error }) {
  const value = f(u);
  // Never so little that u ± h would be u.
  const h = error && Math.max(error, ROUNDING * Math.abs(u));
  const [low, high] = h ? [f(u - h), f(u + h)] : [value, value];
  if ([low, value, high].every((each) => Number.isNaN(each) || each === -Infinity)) return NONE;
  const off = Math.max(Math.abs(low - value), Math.abs(high - value));
  if (!Number.isFinite(off)) return UNKNOWN;
  return rounded(value, off + (u === 0 && value === 0 ? 0 : TINY), FUNCTION * ROUNDING);
}
