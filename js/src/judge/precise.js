/**
 * The arithmetic of bounds with numbers of ninety digits, for what doubles cannot tell apart: an
 * added 1 beside 10²⁰, or 1 and σ(50). A bound on an error is a double here, too.
 */
import * as digits from "./digits.js";
import { ORDINARY, isKnown, rough } from "./bounded.js";

/** @typedef {import("./bounded.js").Arithmetic} Arithmetic */
/** @typedef {import("./bounded.js").Bounded} Bounded */
/** @typedef {import("./digits.js").Long} Long */

const ROUNDING = 2 ** (16 - digits.BITS);
/** So much is lost of a number that is too small to be written. */
const TINY = 1e-260;
const LARGEST = 1e280;
/** e^x is looked for so far, and sin x. */
const MOST_EXPONENT = 600;
const MOST_ANGLE = 1e6;
const ARITHMETIC = ["Add", "Multiply", "Negate", "Divide", "Rational"];
/** @type {Bounded} */ const NONE = { value: NaN, error: 0 };
/** @type {Bounded} */ const UNKNOWN = { value: 0, error: Infinity };

/** @param {Bounded} bounded @returns {Long} */
export const longOf = ({ value, long }) => long ?? digits.fromNumber(value);

/**
 * What has been computed, and what is known of its error; cut if it is too long, and then its own
 * size counts.
 * @param {Long} long @param {number} error @param {boolean} [exact] no digit was lost on the way
 * @returns {Bounded}
 */
function known(long, error, exact = false) {
  const whole = exact && !digits.isLong(long);
  const value = digits.toNumber(long);
  const off = whole ? 0 : Math.abs(value) * ROUNDING + TINY;
  if (!(error < Infinity && Math.abs(value) < LARGEST)) return UNKNOWN;
  return Math.abs(value) < TINY && long.m !== 0n
    ? { value: 0, error: error + 2 * TINY, long: digits.fromNumber(0) }
    : { value, error: error + off, long: whole ? long : digits.cut(long) };
}

/** @param {number} value a whole number, or a place @returns {Bounded} */
export const exact = (value) => ({ value, error: 0, long: digits.fromNumber(value) });

/** @param {Bounded} a @param {Bounded} b */
const sum = (a, b) => known(digits.sum(longOf(a), longOf(b)), a.error + b.error, true);

/** @param {Bounded} a @returns {Bounded} */
const negative = (a) => ({ value: -a.value, error: a.error, long: digits.negative(longOf(a)) });

/** @param {Bounded} a @param {Bounded} b */
export function product(a, b) {
  const error = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error;
  // The values are rounded here; twice the error covers that.
  return known(digits.product(longOf(a), longOf(b)), 2 * error, true);
}

/** @param {Bounded} a @param {Bounded} b */
function quotient(a, b) {
  if (longOf(b).m === 0n && b.error === 0) return NONE;
  const least = Math.abs(b.value) * (1 - 1e-9) - b.error;
  if (!(least > 0)) return UNKNOWN;
  const long = digits.quotient(longOf(a), longOf(b));
  const error = (2 * (a.error + Math.abs(digits.toNumber(long)) * b.error)) / least;
  return known(long, error, longOf(a).m === 0n);
}

/** By squaring. @param {Bounded} base @param {number} n not negative @returns {Bounded} */
function wholePower(base, n) {
  let result = exact(1);
  for (let square = base, left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2) result = product(result, square);
    if (left > 1) square = product(square, square);
  }
  return result;
}

/** @param {Bounded[]} parts */
function power([base, exponent]) {
  const { value: n, error } = exponent;
  if (error === 0 && Number.isInteger(n)) {
    const size = wholePower(base, Math.abs(n));
    return n < 0 && isKnown(size) ? quotient(exact(1), size) : size;
  }
  if (base.value > base.error) return exp(product(exponent, ln(base)));
  return ORDINARY.combined.Power([rough(base), rough(exponent)]);
}

/** @param {Bounded} u */
function exp(u) {
  if (u.value + u.error < -MOST_EXPONENT) return known(digits.fromNumber(0), TINY);
  if (!(Math.abs(u.value) <= MOST_EXPONENT)) return UNKNOWN;
  const long = digits.exp(longOf(u));
  return known(long, 2 * digits.toNumber(long) * Math.expm1(u.error));
}

/** @param {Bounded} u */
function ln(u) {
  if (u.value < -u.error || (longOf(u).m === 0n && u.error === 0)) return NONE;
  if (!(u.value > u.error)) return UNKNOWN;
  return known(digits.ln(longOf(u)), ROUNDING - 2 * Math.log1p(-u.error / u.value));
}

/** @param {Bounded} u */
function root(u) {
  if (u.value < -u.error) return NONE;
  if (longOf(u).m === 0n && u.error === 0) return u;
  if (!(u.value > u.error)) return UNKNOWN;
  return known(digits.root(longOf(u)), (2 * u.error) / Math.sqrt(u.value));
}

/** Of what is nowhere steeper than 1. @param {(x: Long) => Long} f @param {number} most */
const gentle = (f, most) => (/** @type {Bounded} */ u) =>
  Math.abs(u.value) < most ? known(f(longOf(u)), u.error + ROUNDING) : UNKNOWN;

const [sin, cos] = [digits.sin, digits.cos].map((f) => gentle(f, MOST_ANGLE));
const atan = gentle(digits.atan, Infinity);

/** @param {Bounded} u */
const size = (u) => (u.value < 0 ? negative(u) : u);
/** e^(−n·|u|) @param {Bounded} u @param {number} n */
const falling = (u, n = 1) => exp(product(exact(-n), size(u)));
/** @param {Bounded} u @param {Bounded} of */
const signed = (u, of) => (u.value < 0 ? negative(of) : of);

/** @param {Bounded} u */
function sigmoid(u) {
  const q = falling(u);
  return quotient(u.value < 0 ? q : exact(1), sum(exact(1), q));
}

/** @param {Bounded} u */
const softplus = (u) => sum(u.value > 0 ? u : exact(0), ln(sum(exact(1), falling(u))));

/** @param {Bounded} u */
function tanh(u) {
  const q = falling(u, 2);
  return signed(u, quotient(sum(exact(1), negative(q)), sum(exact(1), q)));
}

/** @param {Bounded} u */
function sinh(u) {
  const q = falling(u);
  return signed(u, quotient(sum(quotient(exact(1), q), negative(q)), exact(2)));
}

/** @param {Bounded} u */
function cubeRoot(u) {
  if (longOf(u).m === 0n && u.error === 0) return u;
  const logarithm = ln(size(u));
  return isKnown(logarithm) ? signed(u, exp(quotient(logarithm, exact(3)))) : UNKNOWN;
}

/** @param {Bounded} u */
function asin(u) {
  const beside = root(sum(exact(1), negative(product(u, u))));
  if (Number.isNaN(beside.value)) return NONE;
  return isKnown(beside) && beside.value > 0 ? atan(quotient(u, beside)) : UNKNOWN;
}

/** @param {Bounded} u */
function acos(u) {
  const other = asin(u);
  return isKnown(other) ? sum(quotient(PI, exact(2)), negative(other)) : other;
}

/** @type {Bounded} */
const PI = known(digits.PI, ROUNDING);

/** A decimal is a quotient of whole numbers. @param {number} typed */
function number(typed) {
  if (Number.isSafeInteger(typed)) return exact(typed);
  const [, whole, decimals] = /^(-?\d+)\.(\d+)$/.exec(String(typed)) ?? [];
  const all = Number(whole + decimals);
  return Number.isSafeInteger(all)
    ? quotient(exact(all), exact(10 ** decimals.length))
    : ORDINARY.number(typed);
}

/** So much is evaluated in it at most, in multiples of a product. */
export const MOST_PRECISE = 60_000;
const OF_A_FUNCTION = 20;

/**
 * What one value of a tree costs.
 * @param {import("../core/expression.js").Tree} tree @returns {number}
 */
export function costOf(tree) {
  if (!Array.isArray(tree)) return 1;
  const own = ARITHMETIC.includes(tree[0]) ? 1 : OF_A_FUNCTION;
  return tree.slice(1).reduce((sum, part) => sum + costOf(part), own);
}

/** @type {Arithmetic} */
export const PRECISE = {
  number,
  constants: { Pi: PI, ExponentialE: exp(exact(1)) },
  combined: {
    Add: (parts) => parts.reduce(sum),
    Multiply: (parts) => parts.reduce(product),
    Negate: ([a]) => negative(a),
    Divide: ([a, b]) => quotient(a, b),
    Rational: ([a, b]) => quotient(a, b),
    Power: power,
    ...unary({ Exp: exp, Ln: ln, Sqrt: root, Sin: sin, Cos: cos, Atan: atan, Sigmoid: sigmoid }),
    ...unary({ Softplus: softplus, Tanh: tanh, Sinh: sinh, Cbrt: cubeRoot, Asin: asin }),
    ...unary({ Acos: acos }),
  },
};

/** Smaller than that beside a sum, relatively, a term is lost in what is done with the sum. */
export const LOST = 2 ** (32 - digits.BITS);
const FAR = -Math.log(LOST);
/** @type {Record<string, (u: number) => boolean>} by head, where it cannot be told from a line */
export const SATURATED = {
  Sigmoid: (u) => u > FAR,
  Softplus: (u) => u > FAR,
  Tanh: (u) => 2 * Math.abs(u) > FAR,
};

/** @param {Record<string, (u: Bounded) => Bounded>} functions */
function unary(functions) {
  return Object.fromEntries(
    Object.entries(functions).map(([head, f]) => [head, (/** @type {Bounded[]} */ [u]) => f(u)]),
  );
}
