/**
 * Real numbers to some ninety digits, as whole numbers with a binary point: what functions of Math
 * give to sixteen. A sum, a product, a quotient, a root; e^x, ln, sin, cos, atan by their series
 * and by Newton's method.
 */

/** @typedef {{m: bigint, e: number}} Long m·2^e */

/** So many are kept of a number, at least. */
export const BITS = 300;
/** With so many after the point the series are summed: what they lose stands further behind. */
const FIXED = BITS + 40;
const ONE = 1n << BigInt(FIXED);
/** e^x halves its argument so often first. */
const HALVED = 8;
const NEWTON = 2;
const LEAST = 2 ** -900;
/** @type {Long} */ const NOTHING = { m: 0n, e: 0 };

/** @param {bigint} m */
const size = (m) => (m < 0n ? -m : m);
/** Not less than it has, and at most three more. @param {bigint} m */
const bitsOf = (m) => 4 * size(m).toString(16).length;
/** @param {bigint} m @param {number} by */
const shifted = (m, by) => (by < 0 ? m >> BigInt(-by) : m << BigInt(by));

/** Has it more digits than are kept? @param {Long} long */
export const isLong = ({ m }) => bitsOf(m) > BITS;

/** @param {Long} long @returns {Long} */
export function cut({ m, e }) {
  const over = Math.max(0, bitsOf(m) - BITS);
  return { m: m >> BigInt(over), e: e + over };
}

/** @param {number} value @returns {Long} */
export function fromNumber(value) {
  if (Math.abs(value) < LEAST) return NOTHING;
  const e = Math.floor(Math.log2(Math.abs(value))) - 53;
  return { m: BigInt(value * 2 ** -e), e };
}

/** @param {Long} long @returns {number} */
export function toNumber({ m, e }) {
  const over = Math.max(0, bitsOf(m) - 64);
  return Number(m >> BigInt(over)) * 2 ** (e + over);
}

/** @param {Long} a @param {Long} b @returns {Long} */
export function sum(a, b) {
  const e = Math.min(a.e, b.e);
  return { m: shifted(a.m, a.e - e) + shifted(b.m, b.e - e), e };
}

/** @param {Long} a @returns {Long} */
export const negative = ({ m, e }) => ({ m: -m, e });

/** @param {Long} a @param {Long} b @returns {Long} */
export const product = (a, b) => ({ m: a.m * b.m, e: a.e + b.e });

/** @param {Long} a @param {Long} b not 0 @returns {Long} */
export function quotient(a, b) {
  const by = Math.max(0, BITS + 8 + bitsOf(b.m) - bitsOf(a.m));
  return { m: shifted(a.m, by) / b.m, e: a.e - by - b.e };
}

/** @param {Long} x not negative @returns {Long} */
export function root({ m, e }) {
  if (m === 0n) return NOTHING;
  const more = 2 * BITS + (e % 2 === 0 ? 0 : 1);
  const square = shifted(m, more);
  let last = 0n,
    found = 1n << BigInt(bitsOf(square) / 2 + 1);
  do [last, found] = [found, (found + square / found) >> 1n];
  while (found < last);
  return { m: last, e: (e - more) / 2 };
}

/** @param {Long} x */
const fixed = ({ m, e }) => shifted(m, e + FIXED);
/** @param {bigint} m @returns {Long} */
const floating = (m) => cut({ m, e: -FIXED });
/** @param {bigint} a @param {bigint} b */
const times = (a, b) => (a * b) >> BigInt(FIXED);

/**
 * The sum of terms of which each is the last one times x, over these numbers.
 * @param {bigint} first @param {bigint} x @param {(n: number) => number} below
 */
function series(first, x, below) {
  let whole = 0n,
    term = first;
  for (let n = 1; size(term) > 1n; n++) {
    whole += term;
    term = times(term, x) / BigInt(below(n));
  }
  return whole;
}

/** Σ sign^k/((2k + 1)·n^(2k + 1)) @param {bigint} n @param {bigint} sign */
function inverse(n, sign) {
  let whole = 0n,
    power = ONE / n;
  for (let k = 1n; power !== 0n; k += 2n) {
    whole += power / k;
    power = (sign * power) / (n * n);
  }
  return whole;
}

const LN_2 = 2n * inverse(3n, 1n);
const HALF_PI = 8n * inverse(5n, -1n) - 2n * inverse(239n, -1n);
export const PI = floating(2n * HALF_PI);

/** @param {Long} x below 700 @returns {Long} */
export function exp(x) {
  const k = Math.round(toNumber(x) / Math.LN2),
    rest = fixed(x) - BigInt(k) * LN_2;
  let found = series(ONE, rest >> BigInt(HALVED), (n) => n);
  for (let i = 0; i < HALVED; i++) found = times(found, found);
  return cut({ m: found, e: k - FIXED });
}

/** @param {Long} x above 0 @returns {Long} */
export function ln(x) {
  let found = fixed(fromNumber(Math.log(toNumber(x))));
  for (let i = 0; i < NEWTON; i++) {
    const q = fixed(product(x, exp(floating(-found))));
    found += (2n * (q - ONE) * ONE) / (q + ONE);
  }
  return floating(found);
}

/** @param {Long} x of at most a million @returns {Long} */
export const sin = (x) => floating(turned(fixed(x), 0));
/** @param {Long} x of at most a million @returns {Long} */
export const cos = (x) => floating(turned(fixed(x), 1));

/** @param {bigint} a @param {bigint} b above 0 */
const floor = (a, b) => (a < 0n ? (a + 1n) / b - 1n : a / b);

/** The sine, so many quarters of a turn further. @param {bigint} x @param {number} quarters */
function turned(x, quarters) {
  const k = floor(2n * x + HALF_PI, 2n * HALF_PI),
    rest = x - k * HALF_PI,
    turn = Number((k + BigInt(quarters)) & 3n);
  const square = -times(rest, rest);
  const found =
    turn % 2 === 0
      ? series(rest, square, (n) => 2 * n * (2 * n + 1))
      : series(ONE, square, (n) => 2 * n * (2 * n - 1));
  return turn < 2 ? found : -found;
}

/** @param {Long} x @returns {Long} */
export function atan(x) {
  if (Math.abs(toNumber(x)) > 1) {
    const half = { m: x.m < 0n ? -HALF_PI : HALF_PI, e: -FIXED };
    return cut(sum(half, negative(atan(quotient({ m: 1n, e: 0 }, x)))));
  }
  const tangent = fixed(x);
  let found = fixed(fromNumber(Math.atan(toNumber(x))));
  for (let i = 0; i < NEWTON; i++) {
    const [s, c] = [turned(found, 0), turned(found, 1)];
    found += ((times(tangent, c) - s) * ONE) / (c + times(tangent, s));
  }
  return floating(found);
}
