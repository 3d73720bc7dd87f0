/** A common factor of a sum taken out, and terms put over one line, where that is not longer. */
import { divisor, fraction, ONE, written } from "./fractions.js";
import { isFlat, key } from "./alike.js";
import { isOne, product } from "./powers.js";
import { form, multiply } from "./products.js";
import { size } from "./size.js";
import { add, spread, sum } from "./sums.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("./fractions.js").Fraction} Fraction */
/** @typedef {import("./powers.js").Power} Power */
/** @typedef {import("./powers.js").Product} Product */

/**
 * eˣ(x + 1) for x eˣ + eˣ, (1 − ln x)/x² for 1/x² − ln x/x². Powers of names alone stay apart, as
 * in x² + x, and so does a name above the line, as in x² cos x + 2x sin x.
 * @param {Tree[]} terms
 * @returns {Tree}
 */
export function factored(terms) {
  const plain = sum(terms);
  if (terms.length < 2) return plain;
  const products = terms.map((term) => product(term));
  if (products.every(({ powers }) => powers.every(isOfName))) return plain;
  const { powers, everywhere } = common(products);
  if (powers.every(({ base, exponent }) => typeof base === "string" && Number(exponent) > 0))
    return plain;
  const most = size(plain) - Number(!everywhere);
  const outside = form({ number: ONE, powers }),
    inverse = form({ number: ONE, powers: powers.map(turned) }),
    inside = add(terms.map((term) => multiply([term, inverse])));
  for (const number of [contentOf(inside), ONE]) {
    const rest = sum(divided(inside, number));
    const made = multiply([written(number), outside, rest]);
    if (size(made) <= most && contentOf(rest).q === 1) return made;
  }
  return plain;
}

/** @param {Power} power */
const isOfName = ({ base, exponent }) => typeof base === "string" && fraction(exponent) !== null;

/** @param {Power} power @returns {Power} */
const turned = (power) => ({ ...power, exponent: multiply([-1, power.exponent]), given: null });

/**
 * The lowest power of every base, and whether each term has all of them.
 * @param {Product[]} products
 */
function common(products) {
  const tables = products.map(
    ({ powers }) => new Map(powers.map((power) => [key(power.base), power])),
  );
  const bases = new Map(tables.flatMap((table) => [...table]));
  let everywhere = true;
  const powers = [...bases].flatMap(([base, power]) => {
    const exponents = tables.map((table) => table.get(base)?.exponent ?? 0),
      values = exponents.map((exponent) => fraction(exponent));
    if (isFlat(power.base)) return [];
    if (values.some((value) => value === null)) {
      const isShared = exponents.every((exponent) => key(exponent) === key(exponents[0]));
      return isShared ? [{ ...power, given: null }] : [];
    }
    const sizes = values.map((value) => Number(value?.p) / Number(value?.q)),
      least = Math.min(...sizes);
    if (least === 0) return [];
    if (Math.max(...sizes) >= 0 && least < 0) everywhere = false;
    return [{ ...power, exponent: exponents[sizes.indexOf(least)], given: null }];
  });
  return { powers, everywhere };
}

/**
 * The terms of a sum divided by a number.
 * @param {Tree} tree @param {Fraction} number @returns {Tree[]}
 */
export const divided = (tree, number) =>
  isOne(number)
    ? spread(tree)
    : spread(tree).map((term) => multiply([["Divide", 1, written(number)], term]));

/**
 * What divides the number of every term, with the minus that all have.
 * @param {Tree} tree @returns {Fraction}
 */
export function contentOf(tree) {
  const numbers = spread(tree).map((term) => product(term).number);
  if (numbers.some(({ decimal }) => decimal)) return ONE;
  const sign = numbers.every(({ p }) => p < 0) ? -1 : 1;
  const p = numbers.reduce((all, number) => divisor(all, number.p), 0);
  const q = numbers.reduce((all, number) => (all / divisor(all, number.q)) * number.q, 1);
  return { p: sign * p, q, decimal: false };
}
