/**
 * A template of a mistake becomes a tree, for the links of a chain or for paths side by side. The
 * words of a template are explained in ptcode/mistakes/templates.py.
 */
import { replace, U } from "../language/composition.js";
import { differentiate, substitute } from "../language/differentiate.js";
import { add, multiply } from "../language/simplify.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/**
 * @typedef {import("../core/expression.js").Tree} Index a number, a name, or a name and a number
 *   added
 */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./rules.js").Template} Template */
/** @typedef {import("./answers.js").Made} Made */
/** @typedef {Record<string, number>} Known the numbers of the indices */

const LINEAR = ["Add", "Multiply", "Negate"];

/**
 * By what an entry can ask for a link: its head, and the classes that it is in.
 * @param {Operation} link
 */
function namesOf([head, first, second]) {
  const names = [head],
    power = head === "Power",
    root = head === "Sqrt" || head === "Cbrt",
    reciprocal = head === "Divide" && typeof first === "number";
  const linear = LINEAR.includes(head) || (head === "Divide" && typeof second === "number");
  if (!linear) names.push("curved");
  if (head === "Exp" || (power && typeof first === "number")) names.push("exponential");
  if (root || reciprocal || (power && typeof first !== "number" && typeof second !== "string"))
    names.push("power");
  if (head !== "Add" || typeof first !== "string" || typeof second !== "number")
    names.push("stretch");
  return names;
}

/** @param {Tree | undefined} link @param {string[]} names */
const isIn = (link, names) =>
  Array.isArray(link) && namesOf(link).some((name) => names.includes(name));

/** Templates become trees. */
export class Filling {
  /**
   * @param {string} variable
   * @param {Rules} rules
   * @param {{links?: Tree[], paths?: Tree[], parts?: Tree[], right?: Tree, placed?: Tree}} of
   *   parts: those that hold the variable; placed: the expression of the paths, with the derivative
   *   of each part in its place
   */
  constructor(variable, rules, { links = [], paths = [], parts = [], right = 0, placed = 0 }) {
    const { derivatives } = rules;
    this.variable = variable;
    this.rules = rules;
    this.links = links;
    this.paths = paths;
    this.parts = parts;
    this.right = right;
    this.placed = placed;
    this.size = links.length || paths.length;
    this.names = links.map((_, i) => (i === 0 ? variable : U));
    const operations = links.length ? links : [placed];
    this.heads = operations.flatMap((tree) => (Array.isArray(tree) ? [tree[0]] : []));
    this.slopes = links.map((link, i) => differentiate(link, this.names[i], derivatives));
    /** @type {Tree[]} */ this.values = [variable];
    links.forEach((_, i) => this.values.push(this.apply(i + 1, this.values[i])));
  }
  /**
   * What the mistakes make of it, or the slips.
   * @param {"chain" | "paths"} of
   * @param {boolean} slips
   * @returns {Generator<Made>}
   */
  *all(of, slips) {
    for (const [mistake, entry] of Object.entries(this.rules.mistakes)) {
      if (entry.slip !== slips) continue;
      for (const template of entry[of] ?? [])
        for (const [, tree] of this.each(template)) yield { mistake, tree, heads: this.heads };
    }
  }
  /** What an entry stands for, each with its number.
   * @param {Template} template @returns {Generator<[number, Tree]>}
   */
  *each({ each = ["", 0, 0], of, answer }) {
    const [name, first, last] = each,
      known = { n: this.size };
    for (const k of this.places(first, last, known)) {
      if (!of || this.isOf(of, k)) yield [k, this.fill(answer, { ...known, [name]: k })];
    }
  }
  /**
   * Has link k, or the expression of the paths, one of the heads?
   * @param {string[]} heads
   * @param {number} k
   */
  isOf(heads, k) {
    return isIn(this.links.length ? this.links[k - 1] : this.placed, heads);
  }
  /** Nothing is simplified: a value is what it is. @param {number} i @param {Tree} at */
  apply(i, at) {
    return replace(this.links[i - 1], this.names[i - 1], at);
  }
  /** @param {number} i @param {Tree} at */
  slope(i, at) {
    return substitute(this.slopes[i - 1], { [this.names[i - 1]]: at });
  }
  /** @param {Index} index @param {Known} known @returns {number} */
  index(index, known) {
    if (Array.isArray(index)) return this.index(index[1], known) + index[2];
    return typeof index === "string" ? known[index] : index;
  }
  /** @param {Index} first @param {Index} last @param {Known} known */
  places(first, last, known) {
    const from = this.index(first, known),
      to = this.index(last, known);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  }
  /** @param {Tree} template @param {Known} [known] @param {Tree} [soFar] @returns {Tree} */
  fill(template, known = { n: this.size }, soFar = 0) {
    if (typeof template === "string") return template === "x" ? this.variable : soFar;
    if (typeof template === "number") return template;
    const [head, ...rest] = template;
    const inner = (/** @type {Tree} */ part) => this.fill(part, known, soFar);
    const at = (/** @type {Index} */ index) => this.index(index, known);
    switch (head) {
      case "value":
        return this.values[at(rest[0])];
      case "apply":
        return this.apply(at(rest[0]), inner(rest[1]));
      case "slope":
        return this.slope(at(rest[0]), inner(rest[1]));
      case "factor":
        return this.slope(at(rest[0]), this.values[at(rest[0]) - 1]);
      case "path":
        return this.paths[at(rest[0]) - 1];
      case "part":
        return this.parts[at(rest[0]) - 1];
      case "in-place":
        return substitute(this.placed, {});
      case "right":
        return this.right;
      case "scale":
        return multiply([rest[0], inner(rest[1])]);
      case "multiply":
        return multiply(rest.map(inner));
      case "add":
        return add(rest.map(inner));
      case "product":
        return multiply(this.over(rest, known, soFar));
      case "sum":
        return add(this.over(rest, known, soFar));
      case "fold":
        return this.fold(rest, known, soFar);
      case "if-activation":
        return inner(this.isActivation(at(rest[0])) ? rest[1] : rest[2]);
      default:
        throw new Error(`unknown template ${head}`);
    }
  }
  /** @param {Operation} rest @param {Known} known @param {Tree} soFar */
  over([name, first, last, template, ...leftOut], known, soFar) {
    const skipped = leftOut.map((index) => this.index(index, known));
    return this.places(first, last, known)
      .filter((i) => !skipped.includes(i))
      .map((i) => this.fill(template, { ...known, [name]: i }, soFar));
  }
  /** @param {Operation} rest @param {Known} known @param {Tree} soFar @returns {Tree} */
  fold([name, first, last, step, start, template], known, soFar) {
    const end = this.index(last, known);
    let result = this.fill(start, known, soFar);
    for (let i = this.index(first, known); step > 0 ? i <= end : i >= end; i += step) {
      result = this.fill(template, { ...known, [name]: i }, result);
    }
    return result;
  }
  /** @param {number} i */
  isActivation(i) {
    const link = this.links[i - 1];
    return (
      Array.isArray(link) && this.rules.activations.includes(link[0]) && typeof link[1] === "string"
    );
  }
}
