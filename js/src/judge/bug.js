/** The verdict on a program's wrong line and on what mends it. */
import { bugOf } from "./asked.js";
import { mends, pointed } from "./given.js";
import { ofMistakes, phrase, verdict } from "./sentences.js";

/** @typedef {import("./judge.js").Exercise} Exercise */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./texts.js").Numbers} Numbers */

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
