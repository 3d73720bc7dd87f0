/**
 * Exact numbers: what a tree of digits is worth as a fraction, its arithmetic, and how it is
 * written. A decimal number stays one where it can: 0.1 + 0.2 is 0.3, and 0.5/3 is 1/6.
 */

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {{p: number, q: number, decimal: boolean}} Fraction p/q in lowest terms, q > 0 */

/** @type {Fraction} */
export const ONE = { p: 1, q: 1, decimal: false };
/** @type {Fraction} */
export const HALF = { p: 1, q: 2, decimal: false };

/** @param {number} p @returns {Fraction} */
export const whole = (p) => ({ p, q: 1, decimal: false });

/**
 * The value of a number, of a quotient of two, or of one with a minus; null for anything else.
 * @param {Tree} tree
 * @returns {Fraction | null}
 */
export function fraction(tree) {
  if (typeof tree === "number") return digits(tree);
  if (!Array.isArray(tree)) return null;
  const [head, first, second] = tree;
  if (head === "Negate") {
    const value = fraction(first);
    return value && minus(value);
  }
  if (head !== "Rational" && head !== "Divide") return null;
  if (typeof first !== "number" || typeof second !== "number" || second === 0) return null;
  const [above, below] = [digits(first), digits(second)];
  return above && below && times(above, { ...inverse(below), decimal: below.decimal });
}

/** @param {number} value @returns {Fraction | null} */
function digits(value) {
  if (Number.isInteger(value)) return whole(value);
  if (!Number.isFinite(value)) return null;
  const [mantissa, exponent = "0"] = String(value).split("e");
  const places = mantissa.length - 1 - mantissa.indexOf(".") - Number(exponent);
  const scale = 10 ** places;
  return { ...reduce(Math.round(value * scale), scale), decimal: true };
}

/** @param {Fraction} a @param {Fraction} b */
export const times = (a, b) => kept(reduce(a.p * b.p, a.q * b.q), a.decimal || b.decimal);

/** @param {Fraction} a @param {Fraction} b */
export const plus = (a, b) =>
  kept(reduce(a.p * b.q + b.p * a.q, a.q * b.q), a.decimal || b.decimal);

/** @param {Fraction} value @returns {Fraction} */
export const minus = (value) => ({ ...value, p: -value.p || 0 });

/** @param {Fraction} value @returns {Fraction} */
const inverse = ({ p, q, decimal }) => ({ p: Math.sign(p) * q, q: Math.abs(p), decimal });

/** @param {Fraction} value @param {boolean} decimal */
const kept = (value, decimal) => ({ ...value, decimal: value.decimal || decimal });

/**
 * A whole power; null for 0⁰, for 0⁻¹, and where it has more digits than are exact.
 * @param {Fraction} value @param {number} n @returns {Fraction | null}
 */
export function raised(value, n) {
  if (value.p === 0) return n > 0 ? value : null;
  const { p, q, decimal } = n < 0 ? inverse(value) : value;
  const [above, below] = [p ** Math.abs(n), q ** Math.abs(n)];
  const exact = Number.isSafeInteger(above) && Number.isSafeInteger(below);
  return exact || Math.abs(n) === 1 ? { ...reduce(above, below), decimal } : null;
}

/** The root of a square number or of a quotient of two, else null. @param {Fraction} value */
export function root({ p, q, decimal }) {
  const [above, below] = [Math.sqrt(p), Math.sqrt(q)];
  return Number.isInteger(above) && Number.isInteger(below)
    ? { p: above, q: below, decimal }
    : null;
}

/** The greatest common divisor of two whole numbers. @param {number} a @param {number} b */
export function divisor(a, b) {
  let [more, less] = [Math.abs(a), Math.abs(b)];
  while (less) [more, less] = [less, more % less];
  return more;
}

/**
 * In lowest terms; what has too many digits for that is divided out.
 * @param {number} above @param {number} below positive
 * @returns {Fraction}
 */
function reduce(above, below) {
  if (!Number.isSafeInteger(above) || !Number.isSafeInteger(below))
    return { p: Number((above / below).toPrecision(15)), q: 1, decimal: true };
  const common = divisor(above, below);
  return { p: above / common || 0, q: below / common, decimal: false };
}

/** Was it a decimal number, and can it be written as one? @param {Fraction} value */
function isDecimal({ q, decimal }) {
  let rest = q;
  for (const prime of [2, 5]) while (rest % prime === 0) rest /= prime;
  return decimal && rest === 1;
}

/** @param {Fraction} value @returns {Tree} */
export function written(value) {
  const { p, q } = value;
  if (q === 1 || isDecimal(value)) return p / q;
  return p < 0 ? ["Negate", ["Rational", -p, q]] : ["Rational", p, q];
}
