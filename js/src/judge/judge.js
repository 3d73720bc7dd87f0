/**
 * The verdict on an answer to an exercise; nothing here throws at an answer.
 */
import { compileUnary } from "../core/expression.js";
import { substitute } from "../language/differentiate.js";
import { parse } from "../language/parse.js";
import { judgeText } from "./derivative.js";
import { judgeNumber, near, ofAuthor, typedNumber } from "./number.js";
import { ofMistakes, phrase, verdict } from "./sentences.js";
import { RULES } from "./rules.js";
import { makeSheet, WINDOW } from "./sheet.js";
import { computed, filled, evaluated } from "./texts.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./texts.js").Numbers} Numbers */
/** @typedef {import("./number.js").WrongNumber} WrongNumber */
/** @typedef {import("../../generated/figures.d.ts").ExerciseFigure["data"]} Given */
/** @typedef {Required<Given>} Exercise nobody asks for what its kind does not have */

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
 * @param {Exercise} exercise @param {string} answer as the state keeps it @param {number} [seed]
 * @returns {Verdict}
 */
export function judge(exercise, answer, seed = 0, rules = RULES) {
  return JUDGES[exercise.kind](exercise, answer, seed, rules);
}

/**
 * The verdict on a derivative of any function; null where that has hardly anywhere a slope. Throws
 * `TooLarge` at a function with too many parts, whatever the answer.
 * @param {Tree} tree @param {string} answer @returns {Verdict | null}
 */
export function judgeDerivative(tree, answer, rules = RULES, variable = "x", window = WINDOW) {
  const sheet = makeSheet(tree, variable, window, rules);
  return sheet && judgeText(answer, sheet, rules);
}

/**
 * @type {Record<string, (exercise: Exercise, answer: string, seed: number, rules: Rules) =>
 *   Verdict>}
 */
const JUDGES = {
  derivative: (exercise, answer, seed, rules) =>
    judgeText(answer, sheetOf(exercise, seed, rules), rules, exercise.form),
  number(exercise, answer, seed, rules) {
    const known = knownOf(exercise, seed),
      right = rightNumber(exercise, seed, rules);
    const wrong = wrongNumbers(exercise, seed, rules, right);
    return judgeNumber(answer, right, { wrong, tolerance: exercise.tolerance, known, rules });
  },
  choice: judgeChoice,
  order: judgeOrder,
  fill: judgeFill,
};

/** @param {Exercise} exercise @param {number} seed @param {Rules} rules @returns {Sheet} */
function sheetOf(exercise, seed, rules) {
  const tree = /** @type {Tree} */ (treeOf(exercise, seed));
  return /** @type {Sheet} */ (
    makeSheet(tree, exercise.variable ?? "x", exercise.window ?? WINDOW, rules)
  );
}

/** @param {Exercise} exercise @param {number} seed */
export function rightNumber(exercise, seed, rules = RULES) {
  const known = knownOf(exercise, seed);
  if (exercise.answer) return evaluated(exercise.answer, known);
  return compileUnary(sheetOf(exercise, seed, rules).right, "x")(evaluated(exercise.at, known));
}

/** @param {Record<string, string[]>} wrong @param {Numbers} known @returns {WrongNumber[]} */
function formulasAt(wrong, known) {
  return Object.entries(wrong).flatMap(([name, formulas]) =>
    formulas.map(
      (formula) => /** @type {WrongNumber} */ ([name, evaluated(formula, known), false]),
    ),
  );
}

/**
 * @param {Exercise} exercise
 * @param {number} seed
 * @param {Rules} rules
 * @param {number} right
 * @returns {WrongNumber[]}
 */
function wrongNumbers(exercise, seed, rules, right) {
  const known = knownOf(exercise, seed),
    found = formulasAt(/** @type {Record<string, string[]>} */ (exercise.wrong), known);
  if (exercise.at) {
    const place = evaluated(exercise.at, known);
    for (const { mistake, tree, deep } of sheetOf(exercise, seed, rules).wrong) {
      found.push([mistake, compileUnary(tree, "x")(place), deep]);
    }
  }
  return [...found, ["lost-sign", -right, Object.keys(exercise.wrong).length > 0]];
}

/**
 * @param {Exercise} exercise
 * @param {string} answer
 * @param {number} seed
 * @param {Rules} rules
 * @returns {Verdict}
 */
function judgeChoice(exercise, answer, seed, rules) {
  const chosen = /^\d+$/.test(answer) ? exercise.choices[Number(answer)] : null;
  if (!chosen) return verdict("unreadable", [phrase("choose")]);
  const said = filled(chosen.feedback, knownOf(exercise, seed));
  if (chosen.mark === true) return verdict("correct", [phrase("correct"), said]);
  if (!chosen.mark) return verdict("wrong", [said]);
  const {
    lines: [first, ...rest],
    mistakes,
  } = ofMistakes([chosen.mark], rules);
  return verdict("mistake", [first, said, ...rest], { mistakes });
}

/** The indices in an answer such as "2,0,1". @param {string} answer */
export const orderOf = (answer) =>
  answer
    .split(",")
    .filter((part) => /^\s*\d+\s*$/.test(part))
    .map(Number);

/**
 * @param {Exercise} exercise
 * @param {string} answer
 * @param {number} seed
 * @param {Rules} rules
 * @returns {Verdict}
 */
function judgeOrder(exercise, answer, seed, rules) {
  const { items, wrong } = exercise;
  const order = orderOf(answer);
  const whole = order.length === items.length && items.every((_, i) => order.includes(i));
  if (!whole) return verdict("unreadable", [phrase("choose")]);
  const slip = order.findIndex((item, place) => item !== place);
  if (slip < 0) return verdict("correct", [phrase("correct")]);
  const names = Object.keys(wrong).filter((name) => wrong[name].join() === order.join());
  const told = ofAuthor(names, knownOf(exercise, seed));
  if (told) return told;
  return names.length
    ? ofMistakes(names, rules)
    : verdict("wrong", [phrase("order", { place: slip + 1 })]);
}

/**
 * The texts in an answer such as "z_1=0.5;a_1=2", by blank.
 * @param {string} answer
 * @returns {Record<string, string>}
 */
export function blanksOf(answer) {
  return Object.fromEntries(
    answer.split(";").map((part) => {
      const [name, ...typed] = part.split("=");
      return [name.trim(), typed.join("=")];
    }),
  );
}

/** The number of every blank. @param {Exercise} exercise @param {Numbers} known */
export function rightBlanks({ blanks }, known) {
  return computed(Object.fromEntries(blanks.map(({ name, formula }) => [name, formula])), known);
}

/**
 * @param {Exercise} exercise
 * @param {string} answer
 * @param {number} seed
 * @param {Rules} rules
 * @returns {Verdict}
 */
function judgeFill(exercise, answer, seed, rules) {
  const { blanks, tolerance } = exercise,
    given = blanksOf(answer),
    known = knownOf(exercise, seed);
  const right = rightBlanks(exercise, known),
    theirs = { ...known };
  /** @type {Record<string, Verdict>} */ const fields = {};
  for (const { name, formula, wrong: formulas } of blanks) {
    const text = given[name] ?? "",
      truth = right[name];
    const wrong = [
      ...formulasAt(formulas, right),
      /** @type {WrongNumber} */ (["lost-sign", -truth, true]),
    ];
    const found = judgeNumber(text, truth, { wrong, tolerance, known, rules });
    const expected = evaluated(formula, theirs),
      solved = found.kind === "correct";
    const follows = !solved && near(valueIn(text, expected + 1), expected, tolerance);
    fields[name] = follows ? verdict("follows", [phrase("follows")]) : found;
    theirs[name] = solved ? truth : valueIn(text, truth);
  }
  const solved = Object.values(fields).filter(({ kind }) => kind === "correct").length;
  if (solved === blanks.length) return verdict("correct", [phrase("correct")], { fields });
  return verdict("incomplete", [phrase("incomplete", { right: solved, count: blanks.length })], {
    fields,
  });
}

/**
 * The number that was typed, `instead` of it where there is none.
 * @param {string} text
 * @param {number} instead
 */
function valueIn(text, instead) {
  const value = typedNumber(text);
  return Math.abs(value) < 1e12 ? value : instead;
}

/** Whether a text can be read as a function of x. @param {string} text */
export const readFunction = (text) => parse(text, ["x"]);
