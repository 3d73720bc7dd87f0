/**
 * The little algebra that keeps a derivative readable: 0, 1, signs and numbers. No derivative here.
 */

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {[number, number]} Fraction */

/** @param {Operation} tree @returns {Tree} */
export function simplify(tree) {
  const [head, ...parts] = tree;
  if (head === "Add") return add(parts);
  if (head === "Multiply") return multiply(parts);
  if (head === "Negate") return negate(parts[0]);
  if (head === "Divide") return divide(parts[0], parts[1]);
  if (head === "Power") return power(parts[0], parts[1]);
  return tree;
}

/** @param {Tree[]} terms @returns {Tree} */
export function add(terms) {
  /** @type {Fraction} */ let constant = [0, 1];
  /** @type {Map<string, [Tree, number]>} */ const rest = new Map();
  for (const term of terms.flatMap((tree) => spread(tree, "Add"))) {
    const value = fraction(term),
      key = JSON.stringify(term);
    if (value)
      constant = reduce(constant[0] * value[1] + value[0] * constant[1], constant[1] * value[1]);
    else rest.set(key, [term, (rest.get(key)?.[1] ?? 0) + 1]);
  }
  const found = [...rest.values()].map(([term, count]) =>
    count > 1 ? multiply([count, term]) : term,
  );
  if (constant[0] !== 0) found.push(written(constant));
  // A sum begins with a term that has no minus, where there is one.
  const first = found.findIndex((term) => !isNegative(term));
  if (first > 0) found.unshift(...found.splice(first, 1));
  return found.length > 1 ? ["Add", ...found] : (found[0] ?? 0);
}

/** @param {Tree} tree */
const isNegative = (tree) =>
  Array.isArray(tree) ? tree[0] === "Negate" : typeof tree === "number" && tree < 0;

/** @param {Tree[]} factors @returns {Tree} */
export function multiply(factors) {
  /** @type {Fraction} */ let constant = [1, 1];
  const above = [],
    below = [];
  for (const factor of factors.flatMap(pieces)) {
    const value = fraction(factor);
    if (value) constant = reduce(constant[0] * value[0], constant[1] * value[1]);
    else if (isQuotient(factor)) {
      above.push(...pieces(factor[1]));
      below.push(...pieces(factor[2]));
    } else above.push(factor);
  }
  for (const part of above.filter((tree) => typeof tree === "number"))
    constant = reduce(constant[0] * part, constant[1]);
  for (const part of below.filter((tree) => typeof tree === "number")) {
    constant = part === 0 ? constant : reduce(constant[0], constant[1] * part);
  }
  if (constant[0] === 0) return 0;
  const isRest = (/** @type {Tree} */ tree) => typeof tree !== "number";
  return assemble(
    constant,
    inOrder(above.filter(isRest)),
    below.filter((tree) => isRest(tree) || tree === 0),
  );
}

/**
 * Names first, each with one power, then everything else.
 * @param {Tree[]} factors
 * @returns {Tree[]}
 */
function inOrder(factors) {
  /** @type {Map<string, number>} */ const names = new Map();
  const rest = [];
  for (const factor of factors) {
    const [name, exponent] =
      typeof factor === "string"
        ? [factor, 1]
        : Array.isArray(factor)
          ? powerOfName(factor)
          : ["", 0];
    if (name) names.set(name, (names.get(name) ?? 0) + exponent);
    else rest.push(factor);
  }
  const powers = [...names].sort(([, a], [, b]) => Number(a !== 1) - Number(b !== 1));
  return [
    ...powers.map(([name, exponent]) => power(name, exponent)).filter((tree) => tree !== 1),
    ...rest,
  ];
}

/** The name and exponent of x³. @param {Operation} tree @returns {[string, number]} */
function powerOfName([head, base, exponent]) {
  return head === "Power" && typeof base === "string" && Number.isInteger(exponent) && exponent > 0
    ? [base, exponent]
    : ["", 0];
}

/** @param {Fraction} constant @param {Tree[]} above @param {Tree[]} below @returns {Tree} */
function assemble([p, q], above, below) {
  const size = Math.abs(p);
  const bottom = q !== 1 && below.length ? [q, ...below] : below;
  /** @type {Tree[]} */ const number =
    q !== 1 && !below.length ? [["Rational", size, q]] : size === 1 ? [] : [size];
  const numerator = product([...number, ...above]);
  const tree = bottom.length ? ["Divide", numerator, product(bottom)] : numerator;
  return p < 0 ? negate(tree) : tree;
}

/** @param {Tree[]} factors @returns {Tree} */
const product = (factors) => (factors.length > 1 ? ["Multiply", ...factors] : (factors[0] ?? 1));

/** The factors of a factor; a minus is a factor −1. @param {Tree} tree @returns {Tree[]} */
function pieces(tree) {
  if (!Array.isArray(tree)) return [tree];
  if (tree[0] === "Multiply") return tree.slice(1).flatMap(pieces);
  return tree[0] === "Negate" ? [-1, ...pieces(tree[1])] : [tree];
}

/** @param {Tree} tree @param {string} head @returns {Tree[]} */
function spread(tree, head) {
  return Array.isArray(tree) && tree[0] === head ? tree.slice(1) : [tree];
}

/** @param {Tree} tree @returns {tree is Operation} */
const isQuotient = (tree) => Array.isArray(tree) && tree[0] === "Divide";

/** @param {Tree} tree @returns {Tree} */
export function negate(tree) {
  if (typeof tree === "number") return tree === 0 ? 0 : -tree;
  return Array.isArray(tree) && tree[0] === "Negate" ? tree[1] : ["Negate", tree];
}

/** @param {Tree} above @param {Tree} below @returns {Tree} */
function divide(above, below) {
  if (below === 1) return above;
  if (above === 0) return 0;
  const value = fraction(["Divide", above, below]);
  return value ? written(value) : ["Divide", above, below];
}

/** @param {Tree} base @param {Tree} exponent @returns {Tree} */
function power(base, exponent) {
  if (exponent === 1) return base;
  return exponent === 0 ? 1 : ["Power", base, exponent];
}

/**
 * The value of a tree that is a plain number or a fraction of whole numbers.
 * @param {Tree} tree
 * @returns {Fraction | null}
 */
function fraction(tree) {
  if (typeof tree === "number") return [tree, 1];
  if (!Array.isArray(tree)) return null;
  const [head, first, second] = tree;
  if (head === "Negate") {
    const value = fraction(first);
    return value && [-value[0], value[1]];
  }
  const ratio =
    (head === "Rational" || head === "Divide") &&
    Number.isInteger(first) &&
    Number.isInteger(second) &&
    second !== 0;
  return ratio ? reduce(first, second) : null;
}

/**
 * In lowest terms; decimal numbers are divided out.
 * @param {number} above
 * @param {number} below
 * @returns {Fraction}
 */
function reduce(above, below) {
  if (!Number.isSafeInteger(above) || !Number.isSafeInteger(below)) return [tidy(above / below), 1];
  let [a, b] = [Math.abs(above), Math.abs(below)];
  while (b) [a, b] = [b, a % b];
  const sign = below < 0 ? -1 : 1;
  return [(sign * above) / (a || 1), (sign * below) / (a || 1)];
}

/** 0.3 for 0.1 + 0.2. @param {number} value */
const tidy = (value) => Number(value.toPrecision(15));

/** @param {Fraction} value @returns {Tree} */
function written([above, below]) {
  if (below === 1) return above;
  return above < 0 ? ["Negate", ["Rational", -above, below]] : ["Rational", above, below];
}
