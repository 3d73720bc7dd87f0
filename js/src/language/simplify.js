/**
 * What "simplified" means in this book, and what makes an expression so.
 *
 * An expression is simplified if in none of its parts
 * - two terms of a sum are like: the same but for their numbers, in whatever order and writing,
 *   also behind a minus and a bracket, as in x − (1 + x);
 * - two factors of a product or quotient have the same base, but for x√x, √x/x³ and xˣ/x,
 *   which are shorter so, and for what may be 0 on an interval: relu x/relu x has no value there;
 * - a number can be computed: two numbers in one sum or product, 4/6, 2³, √9, ln 1, |−2|;
 * - there are two minuses in one product, a factor 1 or 0, a term 0, an exponent 1 or 0;
 * - a whole power is taken of a power, of a minus or of a number times something, or an even one
 *   of a root.
 * Nothing is asked about order, brackets and common factors: 3(x² − 1) and −3 + 3x² are simplified.
 *
 * What is simplified stays as it is written. What is not is written anew, never longer, and as a
 * textbook does (algebra/products.js, algebra/sums.js). It may have a value at more points than
 * before, as 1 has where x/x has none, never at fewer.
 */
import { compile } from "../core/expression.js";
import { divisor, fraction, minus, whole, written } from "./algebra/fractions.js";
import { byBase, keyOfPowers } from "./algebra/alike.js";
import { E, isOne, product } from "./algebra/powers.js";
import { multiply } from "./algebra/products.js";
import { size } from "./algebra/size.js";
import { add, spread } from "./algebra/sums.js";

export { multiply } from "./algebra/products.js";
export { work } from "./algebra/powers.js";
export { size } from "./algebra/size.js";
export { add, ordered, sum } from "./algebra/sums.js";
export { key } from "./algebra/alike.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {import("./algebra/fractions.js").Fraction} Fraction */
/** @typedef {import("./algebra/powers.js").Power} Power */

/** Functions whose value at a number is exact. */
const EXACT = ["Abs", "Sign", "ReLU", "Step"];
const ARITHMETIC = ["Multiply", "Divide", "Negate", "Power"];

/** @param {Tree} tree @returns {Tree} */
export function simplify(tree) {
  if (!Array.isArray(tree)) return tree;
  const parts = tree.slice(1).map(simplify),
    isSame = parts.every((part, i) => part === tree[i + 1]),
    here = isSame ? tree : [tree[0], ...parts];
  if (isSimple(here)) return here;
  const made = combine(here);
  return size(made) <= size(here) ? made : here;
}

/** @param {Tree} tree @returns {boolean} */
export const isSimplified = (tree) =>
  !Array.isArray(tree) || (isSimple(tree) && tree.slice(1).every(isSimplified));

/**
 * One operation on parts that are simplified, as a textbook writes it.
 * @param {Operation} tree @returns {Tree}
 */
export function combine(tree) {
  if (tree[0] === "Add") return add(tree.slice(1));
  const value = numberOf(tree);
  return value ?? multiply([tree]);
}

/**
 * The value of a function at a number where it is exact: |−2|, ln 1, sin 0.
 * @param {Operation} tree
 * @returns {Tree | null}
 */
function numberOf([head, argument, ...more]) {
  if (head === "Ln" && argument === E) return 1;
  const value = fraction(argument);
  if (!value || more.length || ARITHMETIC.includes(head)) return null;
  const isExact = EXACT.includes(head) || value.p === 0 || isOne(value);
  const found = compile([head, argument], [])(new Float64Array(0));
  const same = [value, minus(value), whole(0), whole(1), whole(-1)].find(
    ({ p, q }) => p / q === found,
  );
  return isExact && same ? written(same) : null;
}

/** Is an operation simplified, if its parts are? @param {Operation} tree @returns {boolean} */
function isSimple(tree) {
  const [head] = tree;
  if (fraction(tree)) return isInLowestTerms(tree);
  if ((head === "Add" || head === "Multiply") && tree.length < 3) return false;
  if (head === "Add") return areUnlike(tree);
  if (head === "Power") return isSimplePower(tree);
  if (head === "Sqrt" || head === "Exp")
    return product(tree).powers.length > 0 && numberOf(tree) === null;
  return ARITHMETIC.includes(head) ? isSimpleProduct(tree) : numberOf(tree) === null;
}

/** @param {Operation} tree @returns {boolean} */
function isInLowestTerms([head, first, second]) {
  if (head === "Negate") return Array.isArray(first) ? first[0] !== "Negate" : first > 0;
  const areWhole = Number.isInteger(first) && Number.isInteger(second);
  return areWhole && first > 0 && second > 1 && divisor(first, second) === 1;
}

/** @param {Operation} sum */
function areUnlike(sum) {
  const products = spread(sum).map((term) => product(term, true));
  const keys = products.map(({ powers }) => keyOfPowers(powers));
  return new Set(keys).size === keys.length && products.every(({ number }) => number.p !== 0);
}

/** @param {Operation} tree */
function isSimplePower(tree) {
  const [, base, exponent] = tree,
    value = fraction(exponent);
  if (base === 1 || !product(tree).powers.length) return false;
  if (!value || value.q > 1 || fraction(base)) return true;
  if (value.p === 0 || isOne(value) || !isOne(product(base).number)) return false;
  return !["Power", "Exp"].includes(base[0]) && !(base[0] === "Sqrt" && value.p % 2 === 0);
}

/** @typedef {{numbers: [Fraction, boolean][], minuses: number}} Signs above a line or below */

/** @param {Operation} tree */
function isSimpleProduct(tree) {
  /** @type {Signs} */ const found = { numbers: [], minuses: 0 };
  count(tree, true, found);
  const powers = [...byBase(product(tree).powers).values()];
  return found.minuses < 2 && isOneNumber(found.numbers) && powers.every(standApart);
}

/**
 * The numbers and minuses of a product.
 * @param {Tree} tree @param {boolean} above @param {Signs} into
 */
function count(tree, above, into) {
  const value = fraction(tree);
  if (value && (above || value.p !== 0)) {
    into.minuses += Number(value.p < 0);
    into.numbers.push([{ ...value, p: Math.abs(value.p) }, above]);
    return;
  }
  const [head, ...parts] = Array.isArray(tree) ? tree : [""],
    [first, second] = parts;
  if (head === "Multiply") for (const part of parts) count(part, above, into);
  if (head === "Negate") {
    into.minuses++;
    count(first, above, into);
  }
  if (head !== "Divide") return;
  if (first === -1) into.minuses++;
  else if (first !== 1) count(first, above, into);
  count(second, !above, into);
}

/**
 * One number, or a whole one above the line and one below, with nothing to cancel.
 * @param {[Fraction, boolean][]} numbers
 */
function isOneNumber(numbers) {
  if (numbers.some(([number]) => isOne(number) || number.p === 0)) return false;
  if (numbers.length < 2) return true;
  const [[one, up], [other, below]] = numbers;
  const areWhole = one.q === 1 && other.q === 1 && !one.decimal && !other.decimal;
  return numbers.length === 2 && up !== below && areWhole && divisor(one.p, other.p) === 1;
}

/** May powers of one base stand apart, as in x√x, √x/x³ and xˣ/x? @param {Power[]} powers */
function standApart(powers) {
  if (powers.length === 1) return true;
  const [other] = powers.filter(({ exponent, rooted }) => !rooted && Number.isInteger(exponent)),
    [bound] = powers.filter((power) => power !== other);
  if (powers.length > 2 || !other) return false;
  const whole = Number(other.exponent),
    up = fraction(bound.exponent);
  if (bound.rooted && up) return whole > 0 === up.p > 0 || (up.p > 0 && whole < -2);
  return !up && whole === -1 && typeof bound.base === "string" && spread(bound.exponent).length < 2;
}
