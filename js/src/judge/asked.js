/** What an exercise asks with the numbers that a seed stands for. */
import { substitute } from "../language/differentiate.js";
import { computed, evaluated, filled } from "./texts.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./number.js").WrongNumber} WrongNumber */
/** @typedef {import("./rules.js").Spoken} Spoken */
/** @typedef {import("./texts.js").Numbers} Numbers */
/** @typedef {import("../../generated/figures.d.ts").ExerciseFigure["data"]} Given */
/**
 * @typedef {Omit<Required<Given>, "spoken"> & {spoken?: Spoken}} Exercise nobody asks for what its
 *   kind does not have
 */

/**
 * The parameters that a seed stands for.
 * @param {Exercise} exercise
 * @param {number} seed
 * @returns {Numbers}
 */
export function variant({ parameters, variants }, seed) {
  const values = variants[seed % variants.length];
  return Object.fromEntries(
    parameters.map((/** @type {string} */ name, /** @type {number} */ i) => [name, values[i]]),
  );
}

/**
 * All numbers that a text can name.
 * @param {Exercise} exercise
 * @param {number} seed
 * @returns {Numbers}
 */
export const knownOf = (exercise, seed) => computed(exercise.values ?? {}, variant(exercise, seed));

/**
 * The blanks of an exercise, with the numbers that their labels name.
 * @param {Exercise} exercise
 * @param {Numbers} known
 */
export const blanksAt = ({ blanks }, known) =>
  blanks.map((blank) => ({ ...blank, label: filled(blank.label, known) }));

/**
 * The expression with numbers in the place of the parameters; null if there is none.
 * @param {Exercise} exercise
 * @param {number} seed
 * @returns {Tree | null}
 */
export function treeOf(exercise, seed) {
  const { expression, parameters } = exercise;
  if (expression === undefined || expression === null) return null;
  return parameters.length ? substitute(expression, variant(exercise, seed)) : expression;
}

/**
 * The place at which a slope is asked for; null if none is.
 * @param {Exercise} exercise
 * @param {number} seed
 */
export const placeOf = (exercise, seed) =>
  exercise.at ? evaluated(exercise.at, knownOf(exercise, seed)) : null;

/**
 * The numbers that mistakes lead to, by their formulas.
 * @param {Record<string, string[]>} wrong @param {Numbers} known @returns {WrongNumber[]}
 */
export function formulasAt(wrong, known) {
  return Object.entries(wrong).flatMap(([name, formulas]) =>
    formulas.map((formula) => ({ name, value: evaluated(formula, known), deep: false })),
  );
}

/** The bug that a variant has. @param {Exercise} exercise @param {Numbers} known */
export const bugOf = ({ bugs }, { bug }) => bugs[bug];

/**
 * The lines of the program with that bug.
 * @param {Exercise} exercise @param {Numbers} known @returns {string[]}
 */
export function programOf(exercise, known) {
  const { line, wrong } = bugOf(exercise, known);
  return exercise.program.map((right, place) => (place === line ? wrong : right));
}

/** Kinds whose verdicts are made of an author's texts, which are HTML. */
export const MARKUP = ["choice", "bug"];

/**
 * The hints of an exercise, and the one of its bug.
 * @param {Exercise} exercise @param {number} seed
 */
export function hintsOf(exercise, seed) {
  const { kind, hints } = exercise;
  return kind === "bug" ? [...hints, bugOf(exercise, variant(exercise, seed)).hint] : hints;
}
