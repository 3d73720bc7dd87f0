/**
 * The verdict on an answer to an exercise; nothing here throws at an answer.
 */
import { compileUnary } from "../core/expression.js";
import { parse } from "../language/parse.js";
import { formulasAt, knownOf, treeOf, variant } from "./asked.js";
import { judgeBug } from "./bug.js";
import { judgeText } from "./derivative.js";
import { judgeFill } from "./fill.js";
import { orderOf } from "./given.js";
import { judgeNumber, ofAuthor } from "./number.js";
import { ofMistakes, phrase, verdict } from "./sentences.js";
import { inWords, RULES } from "./rules.js";
import { makeSheet, WINDOW } from "./sheet.js";
import { computed, filled, evaluated, inDegrees } from "./texts.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./rules.js").Spoken} Spoken */
/** @typedef {import("./texts.js").Numbers} Numbers */
/** @typedef {import("./number.js").WrongNumber} WrongNumber */
/** @typedef {import("./asked.js").Exercise} Exercise */

/**
 * @param {Exercise} exercise @param {string} answer as the state keeps it @param {number} [seed]
 * @returns {Verdict}
 */
export function judge(exercise, answer, seed = 0, rules = RULES) {
  const spoken = withNumbers(exercise.spoken, knownOf(exercise, seed));
  return JUDGES[exercise.kind](exercise, answer, seed, inWords(rules, spoken));
}

/**
 * The words of an exercise for mistakes, with their numbers.
 * @param {Spoken | undefined} words @param {Numbers} known
 */
function withNumbers(words = {}, known) {
  /** @type {Spoken} */ const spoken = {};
  for (const [name, several] of Object.entries(words))
    spoken[name] = several.map((each) =>
      "said" in each ? { said: filled(each.said, known) } : each,
    );
  return spoken;
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
    const wrong = wrongNumbers(exercise, seed, rules, right),
      degrees = rightNumber(exercise, seed, rules, inDegrees);
    const { tolerance } = exercise;
    return judgeNumber(answer, right, { wrong, tolerance, known, rules, degrees });
  },
  choice: judgeChoice,
  order: judgeOrder,
  fill: judgeFill,
  bug: (exercise, answer, seed, rules) =>
    judgeBug(exercise, variant(exercise, seed), answer, rules),
};

/** @param {Exercise} exercise @param {number} seed @param {Rules} rules @returns {Sheet} */
function sheetOf(exercise, seed, rules) {
  const tree = /** @type {Tree} */ (treeOf(exercise, seed));
  return /** @type {Sheet} */ (
    makeSheet(tree, exercise.variable ?? "x", exercise.window ?? WINDOW, rules)
  );
}

/**
 * @param {Exercise} exercise @param {number} seed @param {Rules} [rules]
 * @param {(tree: Tree) => Tree} [read] how a formula is taken
 */
export function rightNumber(exercise, seed, rules = RULES, read = (tree) => tree) {
  const known = computed(exercise.values ?? {}, variant(exercise, seed), read);
  if (exercise.answer) return evaluated(exercise.answer, known, read);
  const slope = read(sheetOf(exercise, seed, rules).right);
  return compileUnary(slope, "x")(evaluated(exercise.at, known));
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
    for (const { mistake: name, tree, deep, heads } of sheetOf(exercise, seed, rules).wrong) {
      found.push({ name, value: compileUnary(tree, "x")(place), deep, heads });
    }
  }
  const deep = Object.keys(exercise.wrong).length > 0;
  return [...found, { name: "lost-sign", value: -right, deep, anywhere: true }];
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
    explained,
  } = ofMistakes([{ mistake: chosen.mark }], rules);
  return verdict("mistake", [first, said, ...rest], { mistakes, explained });
}

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
    ? ofMistakes(
        names.map((mistake) => ({ mistake })),
        rules,
      )
    : verdict("wrong", [phrase("order", { place: slip + 1 })]);
}

/** Whether a text can be read as a function of x. @param {string} text */
export const readFunction = (text) => parse(text, ["x"]);
