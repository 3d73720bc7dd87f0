/**
 * The verdict on a program's wrong line and on what mends it. An answer is "9", a line as it is
 * numbered, or "9:2", that line and the second of those offered for it.
 */
import { ofMistakes, phrase, verdict } from "./sentences.js";

/** @typedef {import("./judge.js").Exercise} Exercise */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./texts.js").Numbers} Numbers */
/** @typedef {{line: number, mend: number}} Pointed indices; −1 where nothing is chosen */

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

/** @param {string} answer @returns {Pointed} */
export function pointed(answer) {
  const [, line, mend] = /^(\d{1,3})(?::(\d{0,3}))?$/.exec(answer) ?? [];
  return { line: Number(line ?? 0) - 1, mend: Number(mend ?? 0) - 1 };
}

/** Whether an answer goes on to the line to mend with. */
export const mends = (/** @type {string} */ answer) => answer.includes(":");

/** The head of a program and its docstring are given. */
const GIVEN = 2;

/**
 * @param {Exercise} exercise @param {Numbers} known @param {string} answer
 * @param {import("./rules.js").Rules} rules @returns {Verdict}
 */
export function judgeBug(exercise, known, answer, rules) {
  const bug = bugOf(exercise, known),
    { line, mend } = pointed(answer),
    number = line + 1,
    check = { place: known.place, claims: bug.checks[known.place][mend + 1] };
  if (!(line in exercise.program)) return verdict("unreadable", [phrase("choose-line")]);
  if (line !== bug.line) {
    const said = line < GIVEN ? phrase("line-given") : exercise.reasons[line - GIVEN];
    return verdict("wrong", [phrase("line-right", { line: number }), said]);
  }
  const chosen = bug.mends[mend];
  if (!chosen) {
    return mends(answer)
      ? verdict("unreadable", [phrase("choose-mend", { line: number })])
      : verdict("found", [phrase("line-found", { line: number }), bug.found], { check });
  }
  const { mark, feedback } = chosen;
  if (mark === true) return verdict("correct", [phrase("mended"), feedback], { check });
  if (!mark) return verdict("wrong", [phrase("not-mended"), feedback], { check });
  const { lines, mistakes } = ofMistakes([{ mistake: mark }], rules);
  return verdict("mistake", [lines[0], feedback], { mistakes, check });
}
