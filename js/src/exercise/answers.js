/**
 * The right derivative of an expression and the wrong ones, made from the templates of mistakes.
 * The twin of ptcode/chain_answers.py: both know how to fill in a template, neither a mistake.
 */
import { contains, decompose, replace, U } from "../machine/decompose.js";
import { differentiate, localDerivative, substitute } from "../typed/differentiate.js";
import { add, multiply } from "../typed/simplify.js";

/** @typedef {import("../expression.js").Tree} Tree */
/** @typedef {{each?: [string, any, any], answer: any}} Template */
/** @typedef {Record<string, Template[]>} Templates */
/**
 * @typedef {object} Rules data from ptcode
 * @property {import("../typed/differentiate.js").LocalDerivatives} derivatives
 * @property {{chain: Templates, paths: Templates, activations: string[]}} templates
 * @property {Record<string, {title: string, tempts: string, exposed: string}>} mistakes
 * @property {string} [chapter] where the mistakes are explained
 * @property {string} [stepper] the figure that takes a derivation step by step
 */
/** @typedef {{mistake: string, tree: Tree, deep: boolean}} Wrong deep if made in a part of the whole only */
/** @typedef {{right: Tree, wrong: Wrong[], values: Tree[]}} Answers values of a chain, from the inside out */
/** @typedef {{mistake: string, tree: Tree}} Made */
/** @typedef {Record<string, number>} Known the numbers of the indices */

const MOST = 120;
/** Longer chains have no wrong answers: σ′(σ′(…)) doubles with every link. */
const MOST_LINKS = 8;
const LINEAR = ["Add", "Multiply", "Negate", "Divide"];

/** @param {Tree} tree @param {string} variable @param {Rules} rules @returns {Answers} */
export function answers(tree, variable, rules) {
  const { kind } = decompose(tree, variable);
  if (kind === "basic" || kind === "composite") return ofChain(tree, variable, rules);
  if (kind === "constant" || kind === "variable") {
    return { right: differentiate(tree, variable, rules.derivatives), wrong: [], values: [] };
  }
  return ofPaths(/** @type {any[]} */ (tree), variable, rules);
}

/** @param {Tree} tree @param {string} variable @param {Rules} rules @returns {Answers} */
function ofChain(tree, variable, rules) {
  const links = chain(tree, variable);
  const filling = new Filling(variable, rules, { links });
  const right = filling.fill(["product", "i", 1, "n", ["factor", "i"]]);
  filling.right = right;
  const rest = filling.fill(["product", "i", 2, "n", ["factor", "i"]]);
  const whole = links.length <= MOST_LINKS ? filling.all(rules.templates.chain) : [];
  return gathered(right, whole, inPart(links[0], variable, rules, (wrong) => multiply([rest, wrong])), filling.values);
}

/** @param {any[]} tree @param {string} variable @param {Rules} rules @returns {Answers} */
function ofPaths(tree, variable, rules) {
  const { derivatives } = rules;
  const moving = tree.flatMap((part, i) => (i > 0 && contains(part, variable) ? [i] : []));
  const factors = moving.map((i) => localDerivative(tree, i - 1, derivatives));
  const paths = moving.map((i, place) => multiply([factors[place], differentiate(tree[i], variable, derivatives)]));
  const right = add(paths);
  const around = (/** @type {number} */ place) => (/** @type {Tree} */ wrong) =>
    add(paths.map((path, j) => (j === place ? multiply([factors[place], wrong]) : path)));
  function* deep() {
    for (const [place, i] of moving.entries()) yield* inPart(tree[i], variable, rules, around(place));
  }
  const filling = new Filling(variable, rules, { paths, right });
  return gathered(right, filling.all(rules.templates.paths), deep(), []);
}

/** What the wrong derivatives of a part make of the whole. @param {Tree} part @param {string} variable @param {Rules} rules @param {(wrong: Tree) => Tree} put @returns {Generator<Made>} */
function* inPart(part, variable, rules, put) {
  for (const { mistake, tree } of within(part, variable, rules)) yield { mistake, tree: put(tree) };
}

/** The machines in a row, from the inside out: the first in the variable, the others in u. @param {Tree} tree @param {string} variable @returns {Tree[]} */
function chain(tree, variable) {
  const { kind, outer, inner } = decompose(tree, variable);
  return kind === "composite" ? [...chain(/** @type {Tree} */ (inner), variable), /** @type {Tree} */ (outer)] : [tree];
}

/** The wrong derivatives of a part that is itself made of parts; 2x² is none of those. @param {Tree} part @param {string} variable @param {Rules} rules @returns {Wrong[]} */
function within(part, variable, rules) {
  const { kind, outer, inner } = decompose(part, variable);
  if (kind === "constant" || kind === "variable" || kind === "basic") return [];
  const simple = kind === "composite" && isLinear(/** @type {Tree} */ (outer));
  if (simple && decompose(/** @type {Tree} */ (inner), variable).kind === "basic") return [];
  return answers(part, variable, rules).wrong;
}

/** Nothing but sums and multiples of u. @param {Tree} tree @returns {boolean} */
function isLinear(tree) {
  return !Array.isArray(tree) || (LINEAR.includes(tree[0]) && tree.slice(1).every(isLinear));
}

/**
 * Every wrong answer once, written as it is, those of the whole before those of a part.
 * @param {Tree} right @param {Iterable<Made>} whole @param {Iterable<Made>} inside @param {Tree[]} values
 * @returns {Answers}
 */
function gathered(right, whole, inside, values) {
  const truth = JSON.stringify(right);
  /** @type {Map<string, Wrong>} */ const found = new Map();
  for (const [place, made] of [whole, inside].entries()) {
    for (const { mistake, tree } of made) {
      const key = JSON.stringify(tree), name = `${mistake} ${key}`;
      if (key !== truth && !found.has(name)) found.set(name, { mistake, tree, deep: place > 0 });
      if (found.size === MOST) return { right, wrong: [...found.values()], values };
    }
  }
  return { right, wrong: [...found.values()], values };
}

/** Templates become trees. */
class Filling {
  /** @param {string} variable @param {Rules} rules @param {{links?: Tree[], paths?: Tree[], right?: Tree}} of */
  constructor(variable, { derivatives, templates }, { links = [], paths = [], right = 0 }) {
    this.variable = variable;
    this.activations = templates.activations;
    this.links = links;
    this.paths = paths;
    this.right = right;
    this.size = links.length || paths.length;
    this.names = links.map((_, i) => (i === 0 ? variable : U));
    this.slopes = links.map((link, i) => differentiate(link, this.names[i], derivatives));
    /** @type {Tree[]} */ this.values = [variable];
    links.forEach((_, i) => this.values.push(this.apply(i + 1, this.values[i])));
  }
  /** @param {Templates} templates @returns {Generator<Made>} */
  *all(templates) {
    for (const [mistake, several] of Object.entries(templates)) {
      for (const template of several) for (const tree of this.each(template)) yield { mistake, tree };
    }
  }
  /** @param {Template} template @returns {Generator<Tree>} */
  *each({ each = ["", 0, 0], answer }) {
    const [name, first, last] = each, known = { n: this.size };
    for (const k of this.places(first, last, known)) yield this.fill(answer, { ...known, [name]: k });
  }
  /** Nothing is simplified: a value is what it is. @param {number} i @param {Tree} at */
  apply(i, at) {
    return replace(this.links[i - 1], this.names[i - 1], at);
  }
  /** @param {number} i @param {Tree} at */
  slope(i, at) {
    return substitute(this.slopes[i - 1], { [this.names[i - 1]]: at });
  }
  /** @param {any} index @param {Known} known @returns {number} */
  index(index, known) {
    if (Array.isArray(index)) return this.index(index[1], known) + index[2];
    return typeof index === "string" ? known[index] : index;
  }
  /** @param {any} first @param {any} last @param {Known} known */
  places(first, last, known) {
    const from = this.index(first, known), to = this.index(last, known);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  }
  /** @param {any} template @param {Known} [known] @param {Tree} [soFar] @returns {Tree} */
  fill(template, known = { n: this.size }, soFar = 0) {
    if (typeof template === "string") return template === "x" ? this.variable : soFar;
    const [head, ...rest] = template;
    const inner = (/** @type {any} */ part) => this.fill(part, known, soFar);
    const at = (/** @type {any} */ index) => this.index(index, known);
    switch (head) {
      case "value": return this.values[at(rest[0])];
      case "apply": return this.apply(at(rest[0]), inner(rest[1]));
      case "slope": return this.slope(at(rest[0]), inner(rest[1]));
      case "factor": return this.slope(at(rest[0]), this.values[at(rest[0]) - 1]);
      case "path": return this.paths[at(rest[0]) - 1];
      case "right": return this.right;
      case "scale": return multiply([rest[0], inner(rest[1])]);
      case "multiply": return multiply(rest.map(inner));
      case "add": return add(rest.map(inner));
      case "product": return multiply(this.over(rest, known, soFar));
      case "sum": return add(this.over(rest, known, soFar));
      case "fold": return this.fold(rest, known, soFar);
      case "if-activation": return inner(this.isActivation(at(rest[0])) ? rest[1] : rest[2]);
      default: throw new Error(`unknown template ${head}`);
    }
  }
  /** @param {any[]} rest @param {Known} known @param {Tree} soFar */
  over([name, first, last, template, ...leftOut], known, soFar) {
    const skipped = leftOut.map((index) => this.index(index, known));
    return this.places(first, last, known).filter((i) => !skipped.includes(i))
      .map((i) => this.fill(template, { ...known, [name]: i }, soFar));
  }
  /** @param {any[]} rest @param {Known} known @param {Tree} soFar @returns {Tree} */
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
    return Array.isArray(link) && this.activations.includes(link[0]) && typeof link[1] === "string";
  }
}
