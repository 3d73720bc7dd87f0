/**
 * Sums, products, quotients and whole powers to 32 digits: a number is a double and what was
 * rounded off, another double (Dekker 1971). For what doubles alone cannot tell apart: an added 1
 * beside 10²⁰. A function of Math keeps its 16 digits.
 */

/** @typedef {import("./bounded.js").Bounded} Bounded */

/** Splits a double in two halves, whose products are exact. */
const SPLITTER = 2 ** 27 + 1;
const LARGEST = 1e150;
const ROUNDING = 2 ** -100;
const TINY = 1e-290;
/** @type {Bounded} */ const UNKNOWN = { value: 0, error: Infinity };

/** @param {number} value @param {number} low @param {number} error @returns {Bounded} */
function normal(value, low, error) {
  const whole = value + low;
  const known = error < Infinity && Math.abs(whole) < LARGEST;
  return known ? { value: whole, low: lostFrom(value, low), error } : UNKNOWN;
}

/** What was rounded off a sum. @param {number} a @param {number} b */
function lostFrom(a, b) {
  const value = a + b,
    part = value - a;
  return a - (value - part) + (b - part);
}

/** @param {Bounded} a @param {Bounded} b */
export function sum(a, b) {
  const low = lostFrom(a.value, b.value) + lowOf(a) + lowOf(b),
    size = Math.abs(a.value) + Math.abs(b.value);
  return normal(a.value + b.value, low, a.error + b.error + ROUNDING * size);
}

/** @param {Bounded} a @param {Bounded} b */
export function product(a, b) {
  const value = a.value * b.value,
    [sizeA, sizeB] = [Math.abs(a.value), Math.abs(b.value)];
  const low = lostIn(a.value, b.value, value) + a.value * lowOf(b) + lowOf(a) * b.value;
  const small = a.value !== 0 && b.value !== 0 ? TINY : 0;
  const error = sizeA * b.error + sizeB * a.error + a.error * b.error;
  // The low halves add to the sizes a little; twice the error covers that.
  return normal(value, low, 2 * error + ROUNDING * sizeA * sizeB + small);
}

/** @param {Bounded} a @param {Bounded} b above 0, or below */
export function quotient(a, b) {
  const first = a.value / b.value,
    rest = sum(a, product(exact(-first), exactly(b)));
  const second = rest.value / b.value,
    least = Math.abs(b.value) - 2 * b.error;
  if (!(least > 0 && rest.error < Infinity)) return UNKNOWN;
  const size = Math.abs(first);
  const error = (2 * (a.error + size * b.error)) / least;
  const small = a.value === 0 ? 0 : TINY;
  // What is left after two steps is smaller than a rounding of the second.
  return normal(first, second, error + 4 * ROUNDING * size + small);
}

/** By squaring. @param {Bounded} base @param {number} n not negative @returns {Bounded} */
export function wholePower(base, n) {
  let result = exact(1);
  for (let square = base, left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2) result = product(result, square);
    if (left > 1) square = product(square, square);
  }
  return result;
}

/** @param {number} value @returns {Bounded} */
export const exact = (value) => ({ value, low: 0, error: 0 });

/** @param {Bounded} bounded */
const exactly = ({ value, low }) => ({ value, low, error: 0 });

/** @param {Bounded} bounded */
const lowOf = ({ low = 0 }) => low;

/** What was rounded off a product. @param {number} a @param {number} b @param {number} product */
function lostIn(a, b, product) {
  const [highA, lowA] = halves(a),
    [highB, lowB] = halves(b);
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** @param {number} value @returns {[number, number]} */
function halves(value) {
  const scaled = SPLITTER * value,
    high = scaled - (scaled - value);
  return [high, value - high];
}
