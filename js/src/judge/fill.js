/** The verdict on numbers that were filled in: each for itself, and all of them together. */
import { blanksAt, formulasAt, knownOf } from "./asked.js";
import { blanksOf } from "./given.js";
import { judgeNumber, near, typedNumber } from "./number.js";
import { phrase, verdict } from "./sentences.js";
import { computed, evaluated, inDegrees } from "./texts.js";

/** @typedef {import("./asked.js").Exercise} Exercise */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./texts.js").Numbers} Numbers */
/** @typedef {Exercise["blanks"][number]} Blank */

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
export function judgeFill(exercise, answer, seed, rules) {
  const { tolerance } = exercise,
    given = blanksOf(answer),
    known = knownOf(exercise, seed),
    blanks = blanksAt(exercise, known);
  const right = rightBlanks(exercise, known),
    theirs = { ...known };
  const typed = blanks.map(({ name }) => typedNumber(given[name] ?? ""));
  const signs = blanks.every(({ name }, i) => near(typed[i], -right[name], tolerance));
  const swapped = signs ? [] : changedPlaces(typed, blanks, right, tolerance);
  /** @type {Record<string, Verdict>} */ const fields = {};
  for (const [i, { name, formula, wrong: formulas }] of blanks.entries()) {
    const text = given[name] ?? "",
      truth = right[name];
    const wrong = [
      ...formulasAt(formulas, right),
      { name: "lost-sign", value: -truth, deep: true, anywhere: true },
    ];
    const degrees = evaluated(formula, right, inDegrees);
    const found = judgeNumber(text, truth, { wrong, tolerance, known, rules, degrees });
    const expected = evaluated(formula, theirs),
      solved = found.kind === "correct";
    const follows = !solved && near(valueIn(typed[i], expected + 1), expected, tolerance);
    const other = swapped.includes(i) ? blanks[swapped[0] + swapped[1] - i] : null;
    fields[name] = other
      ? verdict("wrong", [phrase("fill-other", { label: other.label })])
      : follows
        ? verdict("follows", [phrase("follows")])
        : found;
    theirs[name] = solved ? truth : valueIn(typed[i], truth);
  }
  const solved = blanks.filter(({ name }) => fields[name].kind === "correct").length;
  if (solved === blanks.length) return verdict("correct", [phrase("correct")], { fields });
  const line = phrase("incomplete", { right: solved, count: blanks.length });
  const told = swapped.length ? places(swapped, blanks) : together(blanks, fields, signs);
  return verdict("incomplete", [line, told], { fields });
}

/**
 * The first two blanks that hold each other's number; empty where there are none.
 * @param {number[]} typed @param {Blank[]} blanks @param {Numbers} right @param {number} tolerance
 */
function changedPlaces(typed, blanks, right, tolerance) {
  const truth = blanks.map(({ name }) => right[name]);
  const is = (/** @type {number} */ i, /** @type {number} */ j) =>
    near(typed[i], truth[j], tolerance) && !near(typed[i], truth[i], tolerance);
  for (let i = 0; i < typed.length; i++)
    for (let j = i + 1; j < typed.length; j++) if (is(i, j) && is(j, i)) return [i, j];
  return [];
}

/** @param {number[]} swapped @param {Blank[]} blanks */
const places = ([i, j], blanks) =>
  phrase("fill-swapped", { one: blanks[i].label, other: blanks[j].label });

/**
 * What is to be said of all of them.
 * @param {Blank[]} blanks @param {Record<string, Verdict>} fields
 * @param {boolean} signs whether every sign is turned
 */
function together(blanks, fields, signs) {
  const kind = (/** @type {Blank} */ { name }) => fields[name].kind;
  const missed = blanks.filter((blank) => !["correct", "follows"].includes(kind(blank)));
  const [first] = missed;
  if (missed.length === 1 && blanks.some((blank) => kind(blank) === "follows"))
    return phrase("fill-carried", { label: first.label });
  if (signs && blanks.length > 1) return phrase("fill-signs");
  if (missed.length > 1 && missed.every((blank) => kind(blank) === "rounded"))
    return phrase("fill-rounded");
  return missed.length > 1 ? phrase("fill-next", { label: first.label }) : "";
}

/**
 * The number that was typed, `instead` of it where there is none.
 * @param {number} typed
 * @param {number} instead
 */
const valueIn = (typed, instead) => (Math.abs(typed) < 1e12 ? typed : instead);
