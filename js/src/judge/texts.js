/**
 * Texts with numbers in them: ⟨formula⟩, which ptcode/exercises/texts.py writes, stands for its
 * value, and ⟦formula¦one¦other⟧ for the text whose index the value is.
 */
import { compile } from "../core/expression.js";
import { format, superscript, wrapped } from "../core/formatting.js";
import { parse } from "../language/parse.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {Record<string, number>} Numbers by name */

const OF_ANGLES = ["Sin", "Cos", "Tan"];

/** With every angle taken in degrees. @param {Tree} tree @returns {Tree} */
export function inDegrees(tree) {
  if (!Array.isArray(tree)) return tree;
  const [head, ...parts] = [tree[0], ...tree.slice(1).map(inDegrees)];
  return OF_ANGLES.includes(String(head))
    ? [String(head), ["Divide", ["Multiply", parts[0], "Pi"], 180]]
    : [String(head), ...parts];
}

/**
 * The value of a typed formula in numbers that have names.
 * @param {string} formula
 * @param {Numbers} known
 * @param {(tree: Tree) => Tree} [read]
 */
export function evaluated(formula, known, read = (tree) => tree) {
  const names = Object.keys(known),
    { tree, error } = parse(formula, names);
  if (error) throw new Error(`${formula}: ${error.message}`);
  return compile(read(tree), names)(Float64Array.from(Object.values(known)));
}

/**
 * How a number is written by the sign before its formula.
 * @type {Record<string, (value: number) => string>}
 */
const SHAPES = {
  "": (value) => format(value),
  "±": (value) => `${value < 0 ? "−" : "+"} ${format(Math.abs(value))}`,
  "·": (value) => wrapped(value),
  "^": (value) => (value === 1 ? "" : superscript(value)),
};

/** @param {string} text @param {Numbers} known */
export function filled(text, known) {
  return text
    .replace(/⟦([^¦⟧]*)¦([^⟧]*)⟧/g, (_, formula, texts) => {
      return texts.split("¦")[Math.round(evaluated(formula, known))];
    })
    .replace(/⟨([±·^]?)([^⟩]*)⟩/g, (_, shape, formula) => SHAPES[shape](evaluated(formula, known)));
}

/**
 * `known` and the values of formulas, each of which may use those before it.
 * @param {Record<string, string>} formulas
 * @param {Numbers} known
 * @param {(tree: Tree) => Tree} [read]
 */
export function computed(formulas, known, read) {
  const result = { ...known };
  for (const [name, formula] of Object.entries(formulas))
    result[name] = evaluated(formula, result, read);
  return result;
}
