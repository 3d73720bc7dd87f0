/** Numbers as a reader writes them: a real minus sign, few digits, powers of ten. */
import WORDS from "./words.json" with { type: "json" };

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/**
 * @param {number} value
 * @param {number} [digits] significant digits
 */
export function format(value, digits = 4) {
  if (Number.isNaN(value)) return WORDS.undefined;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= 6 || exponent < -4) return scientific(value, digits);
  const decimals = Math.max(0, digits - 1 - exponent);
  return sign(String(Number(value.toFixed(Math.min(decimals, 12)))));
}

/** @param {number} value @param {number} digits */
function scientific(value, digits) {
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return `${sign(String(Number(mantissa)))}·10${superscript(Number(exponent))}`;
}

/**
 * A value, or 0 where it is a residue of rounding beside the size of what it came from.
 * @param {number} value @param {number} size
 */
export const settled = (value, size) => (Math.abs(value) < 1e-9 * size ? 0 : value);

/** A value with a fixed number of decimals. @param {number} value @param {number} decimals */
export function fixed(value, decimals) {
  return Math.abs(value) < 1e15 ? sign(value.toFixed(decimals)) : scientific(value, 4);
}

/** A whole number with all its digits, however many. @param {number} value */
export const whole = (value) => sign(String(value));

/** @param {string} text */
function sign(text) {
  return text === "-0" ? "0" : text.replace("-", "−");
}

/** @param {number} value a whole number */
export function superscript(value) {
  const digits = [...String(Math.abs(value))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return (value < 0 ? "⁻" : "") + digits;
}

/** @param {number} value a whole number ≥ 0 */
export function subscript(value) {
  return [...String(value)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");
}

/**
 * The name of the adjoint of a value: its own with a bar over the letter. Over a hat there is no
 * room for a bar, so with one it is "".
 * @param {string} name such as z₂ or ŷ
 */
export const barred = (name) =>
  /^\p{L}\p{M}/u.test(name.normalize("NFD")) ? "" : name.replace(/^\p{L}/u, "$&\u0304");

/** A number that can follow an operator. @param {number} value @param {number} [digits] */
export function wrapped(value, digits) {
  return value < 0 ? `(${format(value, digits)})` : format(value, digits);
}

/** @param {readonly number[]} pair */
export function pair([first, second]) {
  return `(${format(first, 3)}, ${format(second, 3)})`;
}
