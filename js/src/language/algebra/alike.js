/** Whether two trees are the same but for the order and the way in which they are written. */
import { fraction } from "./fractions.js";
import { isOne, product } from "./powers.js";
import { remembered } from "./remembered.js";
import { add } from "./sums.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("./powers.js").Power} Power */

const PRODUCTS = ["Multiply", "Divide", "Negate", "Power", "Sqrt", "Exp"];

/** Is it read as a number and powers? @param {Tree} tree */
export const isProduct = (tree) => Array.isArray(tree) && PRODUCTS.includes(tree[0]);

/**
 * The same for x·y and y·x, for x² and x·x, for x/2 and ½x; not for x² − 1 and (x − 1)(x + 1).
 * @param {Tree} tree
 * @returns {string}
 */
export const key = (tree) =>
  Array.isArray(tree) ? keyOf(tree) : typeof tree === "number" ? keyOfNumber(tree) : tree;

/** 2 for 4/2, 1/2 for 0.5. @param {Tree} tree */
function keyOfNumber(tree) {
  const value = fraction(tree);
  return value ? String(value.q === 1 ? value.p : `${value.p}/${value.q}`) : "";
}

const keyOf = remembered((tree) => {
  const value = keyOfNumber(tree);
  if (value) return value;
  const [head, ...parts] = tree;
  if (head === "Add") return `(${parts.map(key).sort().join("+")})`;
  if (!isProduct(tree)) return `${head}(${parts.map(key).join()})`;
  const { number, powers } = product(tree, true),
    factors = keyOfPowers(powers);
  return isOne(number) ? factors : `${number.p}/${number.q}·${factors}`;
});

/** @param {Power[]} powers @returns {string} */
export function keyOfPowers(powers) {
  const exponents = [...byBase(powers).values()].map((same) => {
    const base = key(same[0].base),
      exponent = key(exponentOf(same));
    return exponent === "0" ? "" : exponent === "1" ? base : `${base}^${exponent}`;
  });
  return exponents.filter(Boolean).sort().join("·") || "1";
}

/**
 * Powers that can be one. What is 0 on an interval, as relu x, is not cancelled: relu x/relu x has
 * no value there, and 1 has.
 * @param {Power[]} powers
 * @returns {Map<string, Power[]>}
 */
export function byBase(powers) {
  /** @type {Map<string, Power[]>} */ const found = new Map();
  for (const power of powers) {
    const below = isFlat(power.base) && Number(fraction(power.exponent)?.p) < 0,
      name = (below ? "1/" : "") + key(power.base),
      same = found.get(name);
    if (same) same.push(power);
    else found.set(name, [power]);
  }
  return found;
}

/** @param {Power[]} powers of one base @returns {Tree} */
export const exponentOf = (powers) =>
  powers.length > 1 ? add(powers.map(({ exponent }) => exponent)) : powers[0].exponent;

const FLAT = ["ReLU", "Step", "Sign", "Abs"];

/** Can it be 0 on an interval? @param {Tree} tree @returns {boolean} */
export const isFlat = (tree) => Array.isArray(tree) && isFlatOperation(tree);

const isFlatOperation = remembered(([head, ...parts]) => FLAT.includes(head) || parts.some(isFlat));
