/**
 * Texts with numbers in them: ⟨formula⟩, which ptcode/exercises/texts.py writes, stands for its
 * value, and ⟦formula¦one¦other⟧ for the text whose index the value is.
 */
import { compile } from "../core/expression.js";
import { format, superscript, wrapped } from "../core/formatting.js";
import { parse } from "../language/parse.js";

/** @typedef {Record<string, number>} Numbers by name */

/**
 * The value of a typed formula in numbers that have names.
 * @param {string} formula
 * @param {Numbers} known
 */
export function evaluated(formula, known) {
  const names = Object.keys(known),
    { tree, error } = parse(formula, names);
  if (error) throw new Error(`${formula}: ${error.message}`);
  return compile(tree, names)(Float64Array.from(Object.values(known)));
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
 */
export function computed(formulas, known) {
  const result = { ...known };
  for (const [name, formula] of Object.entries(formulas)) result[name] = evaluated(formula, result);
  return result;
}
