/** Sums as a textbook writes them: like terms together, powers descending, no minus in front. */
import { fraction, ONE, plus, written } from "./fractions.js";
import { factored } from "./common.js";
import { key, keyOfPowers } from "./alike.js";
import { product } from "./powers.js";
import { form, multiply, negate } from "./products.js";
import { size } from "./size.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("./fractions.js").Fraction} Fraction */
/** @typedef {import("./powers.js").Power} Power */
/** @typedef {{number: Fraction, powers: Power[], tree: Tree, alone: boolean}} Term */

/** Longer sums have their like terms put together, and no more; that bounds the work. */
const LONGEST = 80;
/** So many terms may come of one that is multiplied out. */
const MOST_TERMS = 20;

/** @param {Tree[]} terms @returns {Tree} */
export function add(terms) {
  const given = terms.flatMap((term) => (isNegative(term) ? [term] : spread(term))),
    open = given.flatMap(spread);
  if (given.length === 1) return sum(given);
  const opened = collected(open);
  let best = collected(given);
  if (opened.length < open.length && length(opened) <= length(best)) best = opened;
  if (length(given) > LONGEST) return sum(ordered(best));
  const out = collected(given.flatMap((term) => multipliedOut(term)));
  return factored(ordered(length(out) < length(best) ? out : best));
}

/** @param {Tree[]} terms */
const length = (terms) => size(sum(terms));

/** @param {Tree[]} terms @returns {Tree} */
export const sum = (terms) => (terms.length > 1 ? ["Add", ...terms] : (terms[0] ?? 0));

/** The terms of a sum, also of one with a minus before it. @param {Tree} tree @returns {Tree[]} */
export function spread(tree) {
  if (!Array.isArray(tree)) return [tree];
  if (tree[0] === "Add") return tree.slice(1).flatMap(spread);
  const inside = tree[0] === "Negate" ? spread(tree[1]) : [];
  return inside.length > 1 ? inside.map(negate) : [tree];
}

/**
 * (x + 1)·(x + 2) as x² + 2x + x + 2, where that does not get out of hand.
 * @param {Tree} tree @param {number} [most] @returns {Tree[]}
 */
function multipliedOut(tree, most = MOST_TERMS) {
  const { number, powers } = product(tree),
    sums = powers.filter(({ base, exponent }) => spread(base).length > 1 && exponent === 1),
    terms = sums.length ? spread(sums[0].base) : [],
    left = most / terms.length;
  if (!terms.length || left < 1) return [tree];
  const rest = form({ number, powers: powers.filter((each) => each !== sums[0]) });
  return terms.flatMap((term) => multipliedOut(multiply([rest, term]), left));
}

/**
 * Like terms together, each where the first of them stood.
 * @param {Tree[]} trees
 * @returns {Tree[]}
 */
function collected(trees) {
  /** @type {Map<string, Term>} */ const terms = new Map();
  for (const tree of trees) {
    const { number, powers } = product(tree, true),
      like = keyOfPowers(powers),
      before = terms.get(like);
    if (before) terms.set(like, { ...before, number: plus(before.number, number), alone: false });
    else terms.set(like, { number, powers, tree, alone: true });
  }
  const one = squares(terms);
  if (one) return collected(one);
  return [...terms.values()].map(writtenTerm).filter((tree) => tree !== 0);
}

/** @param {Term} term @returns {Tree} */
function writtenTerm({ number, tree, alone }) {
  if (alone) return tree;
  return multiply([written(number), form({ number: ONE, powers: product(tree).powers })]);
}

/**
 * sin²u + cos²u is 1, also times something; null where the two do not meet.
 * @param {Map<string, Term>} terms
 * @returns {Tree[] | null}
 */
function squares(terms) {
  for (const [like, { number, powers }] of terms) {
    for (const { base, exponent } of powers) {
      if (!Array.isArray(base) || base[0] !== "Sin" || !(Number(exponent) >= 2)) continue;
      const without = [...powers, raised(base, -2)],
        other = keyOfPowers([...without, raised(["Cos", base[1]], 2)]),
        partner = terms.get(other);
      if (!partner || key(written(partner.number)) !== key(written(number))) continue;
      const rest = [...terms].filter(([name]) => name !== like && name !== other);
      return [...rest.map(([, term]) => writtenTerm(term)), form({ number, powers: without })];
    }
  }
  return null;
}

/** @param {Tree} base @param {number} exponent @returns {Power} */
const raised = (base, exponent) => ({ base, exponent, rooted: false, above: true, given: null });

/**
 * Numbers last, powers of names from the highest down, and a term without a minus first.
 * @param {Tree[]} terms
 * @returns {Tree[]}
 */
export function ordered(terms) {
  const numbers = terms.filter(fraction),
    others = terms.filter((tree) => !fraction(tree)),
    degrees = new Map(others.map((tree) => [tree, degreeOf(tree)]));
  const isPolynomial = [...degrees.values()].every((degree) => degree !== null);
  if (isPolynomial) others.sort((a, b) => Number(degrees.get(b)) - Number(degrees.get(a)));
  const all = [...others, ...numbers],
    [first, last] = [all[0], all[all.length - 1]];
  if (!isNegative(first)) return all;
  if (isPolynomial && !isNegative(last)) return all.reverse();
  const positive = all.findIndex((tree) => !isNegative(tree));
  return positive > 0 ? [all[positive], ...all.filter((_, i) => i !== positive)] : all;
}

/** 3 for 2xy², null for sin x. @param {Tree} tree */
function degreeOf(tree) {
  const { powers } = product(tree);
  const isPower = powers.every(
    ({ base, exponent }) => typeof base === "string" && typeof exponent === "number",
  );
  return isPower ? powers.reduce((degree, { exponent }) => degree + Number(exponent), 0) : null;
}

/** @param {Tree} tree */
const isNegative = (tree) =>
  Array.isArray(tree) ? tree[0] === "Negate" : typeof tree === "number" && tree < 0;
