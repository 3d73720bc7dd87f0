/** Products and quotients as a textbook writes them: one number, every base once, then a line. */
import { CONSTANTS } from "../../core/operations.js";
import { divisor, fraction, minus, ONE, raised, times, whole, written } from "./fractions.js";
import { byBase, exponentOf, isProduct } from "./alike.js";
import { E, product } from "./powers.js";
import { size } from "./size.js";
import { contentOf, divided } from "./common.js";
import { add, spread, sum } from "./sums.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("./fractions.js").Fraction} Fraction */
/** @typedef {import("./powers.js").Power} Power */
/** @typedef {import("./powers.js").Product} Product */

/** @param {Tree[]} factors @returns {Tree} */
export function multiply(factors) {
  const whole = ["Multiply", ...factors],
    found = product(whole),
    made = form(found);
  if (!found.nested) return made;
  const other = form(product(whole, true));
  return size(other) <= size(made) ? other : made;
}

/** @param {Tree} tree @returns {Tree} */
export const negate = (tree) => multiply([-1, tree]);

/** A product as a tree. @param {{number: Fraction, powers: Power[]}} product @returns {Tree} */
export function form({ number, powers }) {
  let left = number;
  /** @type {Tree[]} */ const above = [];
  /** @type {Tree[]} */ const below = [];
  const once = [...byBase(powers).values()].map(asOne),
    nested = once.find(isNested);
  if (nested) {
    const inside = product(["Power", nested.base, nested.exponent]),
      others = once.filter((power) => power !== nested);
    return form({ number: times(left, inside.number), powers: [...others, ...inside.powers] });
  }
  for (const power of once) {
    const value = numberOf(power);
    if (value) left = times(left, value);
    else place(power, above, below);
  }
  if (left.p === 0 || left.decimal) return assemble(left, above, below);
  const [top, q] = cancelled(above, left.q),
    [bottom, p] = cancelled(below, Math.abs(left.p));
  return assemble({ ...left, p: Math.sign(left.p) * p, q }, top, bottom);
}

/** Has √(x³)·√(x³) become a whole power of x³? @param {Power} power */
const isNested = ({ base, exponent, given }) =>
  given === null && Number.isInteger(exponent) && exponent !== 0 && isProduct(base);

/** √2·√2 as 2, and 1 for what has become a zeroth power. @param {Power} power */
function numberOf({ base, exponent }) {
  const value = fraction(exponent),
    own = value?.q === 1 && fraction(base);
  return value?.p === 0 ? ONE : own ? raised(own, Number(value?.p)) : null;
}

/** @param {Power} power @param {Tree[]} above @param {Tree[]} below */
function place({ base, exponent, rooted, above: up, given }, above, below) {
  const value = fraction(exponent);
  if (given && (!value || value.p > 0 === up)) (up ? above : below).push(given);
  else if (!value && up) above.push(symbolic(base, exponent));
  else if (!value) below.push(symbolic(base, add(spread(exponent).map(negate))));
  else if (value.p > 0) above.push(...raisedTo(base, value, rooted));
  else if (rooted && typeof base === "string" && value.q === 2 && value.p < -3) {
    above.push(["Sqrt", base]);
    below.push(["Power", base, (1 - value.p) / 2]);
  } else below.push(...raisedTo(base, minus(value), rooted));
}

/** @param {Power[]} same powers of one base @returns {Power} */
const asOne = (same) => ({
  base: same[0].base,
  exponent: exponentOf(same),
  rooted: same.some(({ rooted }) => rooted),
  above: same.some(({ above }) => above),
  given: same.length > 1 ? null : same[0].given,
});

/**
 * x^(3/2) is x√x where there was a root, x^(−5/2) is √x/x³.
 * @param {Tree} base @param {Fraction} exponent @param {boolean} rooted @returns {Tree[]}
 */
function raisedTo(base, exponent, rooted) {
  const { p, q } = exponent;
  if (p === 1 && q === 1) return [base];
  const isRoot = q === 2 && (p === 1 || (rooted && typeof base === "string"));
  if (!isRoot) return [symbolic(base, written(exponent))];
  const root = ["Sqrt", base];
  return p === 1 ? [root] : [...raisedTo(base, whole((p - 1) / 2), false), root];
}

/** @param {Tree} base @param {Tree} exponent @returns {Tree} */
const symbolic = (base, exponent) => (base === E ? ["Exp", exponent] : ["Power", base, exponent]);

/**
 * The 2 that (2x + 2)/(2y) has above and below.
 * @param {Tree[]} trees on one side of the line @param {number} number on the other
 * @returns {[Tree[], number]} both without what they share
 */
function cancelled(trees, number) {
  let left = number;
  const rest = trees.map((tree) => {
    const content = contentOf(tree),
      common = spread(tree).length > 1 && content.q === 1 ? divisor(content.p, left) : 1;
    left /= common;
    return common > 1 ? sum(divided(tree, whole(common))) : tree;
  });
  return [rest, left];
}

/** @param {Fraction} number @param {Tree[]} above @param {Tree[]} below @returns {Tree} */
function assemble(number, above, below) {
  if (number.p === 0 || !(above.length || below.length)) return written(number);
  const value = written({ ...number, p: Math.abs(number.p) }),
    [p, q] = Array.isArray(value) ? value.slice(1) : [value, 1];
  const top = [...(p === 1 ? [] : [p]), ...inOrder(above)],
    bottom = [...(q === 1 ? [] : [q]), ...inOrder(below)];
  const tree = bottom.length ? ["Divide", row(top), row(bottom)] : row(top);
  return number.p < 0 ? ["Negate", tree] : tree;
}

/** @param {Tree[]} factors @returns {Tree} */
const row = (factors) => (factors.length > 1 ? ["Multiply", ...factors] : (factors[0] ?? 1));

/**
 * π and √2, names with their powers by the alphabet, then the rest.
 * @param {Tree[]} factors
 * @returns {Tree[]}
 */
function inOrder(factors) {
  const ranked = factors.map((tree) => ({ tree, rank: rank(tree) }));
  return ranked
    .sort((a, b) => Number(a.rank > b.rank) - Number(a.rank < b.rank))
    .map(({ tree }) => tree);
}

/** @param {Tree} tree @returns {string} */
function rank(tree) {
  const [head, base] = Array.isArray(tree) ? tree : ["Power", tree],
    isPower = head === "Power" || head === "Sqrt";
  if (isPower && (typeof base === "number" || Object.hasOwn(CONSTANTS, base))) return "";
  return isPower && typeof base === "string" ? base : "~";
}
