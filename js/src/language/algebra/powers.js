/**
 * A product as a number and powers: 6x²·sin x/(x·y) is 6, x², sin x, x⁻¹ and y⁻¹. Quotients,
 * minuses, roots, e^u and whole powers are read as the powers they are. Nothing is written here.
 */
import { fraction, HALF, ONE, raised, root, times, whole, written } from "./fractions.js";
import { multiply } from "./products.js";
import { remembered } from "./remembered.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../core/expression.js").Operation} Operation */
/** @typedef {import("./fractions.js").Fraction} Fraction */

/**
 * @typedef {object} Power
 * @property {Tree} base
 * @property {Tree} exponent
 * @property {boolean} rooted whether the base stands under a root
 * @property {boolean} above whether it is written above the line
 * @property {Tree | null} given how it is written there
 */
/**
 * @typedef {object} Product
 * @property {Fraction} number
 * @property {Power[]} powers
 * @property {boolean} nested whether a power of a product was left as it is
 */

/** The base of e^u. */
export const E = "ExponentialE";

/** How many parts of trees were read: the work, for a test to bound. */
export const work = { read: 0 };

/**
 * @param {Tree} tree
 * @param {boolean} [split] whether (x·y)² is read as x² and y²
 * @returns {Product}
 */
export function product(tree, split = false) {
  if (Array.isArray(tree)) return (split ? inside : outside)(tree);
  return typeof tree === "number" ? of([], fraction(tree) ?? ONE) : of([power(tree, 1, tree)]);
}

const outside = remembered((tree) => read(tree, false));
const inside = remembered((tree) => read(tree, true));

/** @param {Operation} tree @param {boolean} split @returns {Product} */
function read(tree, split) {
  work.read++;
  const value = fraction(tree);
  if (value) return of([], value);
  const [head, ...parts] = tree,
    [first, second] = parts;
  if (head === "Multiply") return joined(parts.map((part) => product(part, split)));
  if (head === "Negate") return joined([of([], whole(-1)), product(first, split)]);
  if (head === "Divide")
    return joined([product(first, split), raise(product(second, split), whole(-1))]);
  if (head === "Exp") return of([power(E, first, tree)]);
  if (head === "Sqrt") return powerOf(first, HALF, tree, split);
  if (head !== "Power") return of([power(tree, 1, tree)]);
  const exponent = fraction(second);
  if (exponent) return powerOf(first, exponent, tree, split);
  return of(first === 1 ? [] : [power(first, second, tree)]);
}

/** @param {Power[]} powers @param {Fraction} [number] @returns {Product} */
const of = (powers, number = ONE) => ({ number, powers, nested: false });

/** @param {Tree} base @param {Tree} exponent @param {Tree | null} given @returns {Power} */
const power = (base, exponent, given, rooted = false) => ({
  base,
  exponent,
  rooted,
  above: true,
  given,
});

/** @param {Product[]} products @returns {Product} */
const joined = (products) => ({
  number: products.reduce((all, { number }) => times(all, number), ONE),
  powers: products.flatMap(({ powers }) => powers),
  nested: products.some(({ nested }) => nested),
});

/**
 * @param {Tree} base @param {Fraction} exponent @param {Operation} tree @param {boolean} split
 * @returns {Product}
 */
function powerOf(base, exponent, tree, split) {
  const own = [power(base, written(exponent), tree, tree[0] === "Sqrt")];
  const number = fraction(base);
  if (number) {
    const exact = exponent.q === 2 ? root(number) : exponent.q === 1 ? number : null,
      value = exact && raised(exact, exponent.p);
    if (value) return of([], value);
    const isRoot = exact && exponent.q === 2; // √0 below a line
    return of(isRoot ? [power(written(exact), exponent.p, null)] : own);
  }
  if (exponent.q > 1) return of(own);
  const within = product(base, split);
  if (split || isOne(exponent) || within.powers.length < 2) {
    const isOwn = within.powers.length === 1 && within.powers[0].base === base && !isOne(exponent);
    return isOwn ? of(own) : raise(within, exponent);
  }
  const outside = raised(within.number, exponent.p);
  if (!outside) return of(own);
  const bare = isOne(within.number),
    rest = bare ? base : multiply([["Divide", 1, written(within.number)], base]);
  return {
    number: outside,
    powers: [power(rest, written(exponent), bare ? tree : null)],
    nested: true,
  };
}

/** @param {Fraction} number */
export const isOne = ({ p, q }) => p === 1 && q === 1;

/**
 * To a whole power; 0 below a line stays there.
 * @param {Product} of @param {Fraction} n @returns {Product}
 */
function raise({ number, powers, nested }, n) {
  const value = raised(number, n.p),
    turned = Math.abs(n.p) === 1;
  const all = powers.map((each) => ({
    ...each,
    exponent: scaled(each.exponent, n),
    above: n.p === -1 ? !each.above : each.above,
    given: turned ? each.given : null,
  }));
  if (value) return { number: value, powers: all, nested };
  return { number: ONE, powers: [power(written(number), written(n), null), ...all], nested };
}

/** @param {Tree} exponent @param {Fraction} n @returns {Tree} */
function scaled(exponent, n) {
  const value = fraction(exponent);
  return value ? written(times(value, n)) : multiply([written(n), exponent]);
}
