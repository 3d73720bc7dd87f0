/** What is looked for when neither one mistake nor one factor explains an answer. */
import { decompose } from "../language/composition.js";
import { sideBySide } from "./answers.js";
import { rough, valuesAt } from "./bounded.js";
import { isTelling } from "./comparison.js";
import { factorOf } from "./factor.js";
import { pairs } from "./pairs.js";
import { costOf, MOST_PRECISE, PRECISE } from "./precise.js";
import { differs } from "./secondlook.js";
import { isSame, remembered } from "./sheet.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./bounded.js").Bounded} Bounded */
/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sheet.js").Sheet} Sheet */

/**
 * The part of a sum, a product or a quotient in whose term alone a constant factor is off.
 * @param {Tree} yours @param {Sheet} sheet @param {Places} places @param {Rules} rules
 */
export function factorInPart(yours, { tree, variable, right }, { points }, rules) {
  const whole = costOf(yours) + costOf(right);
  if (!decompose(tree, variable).parts || whole * points.length > MOST_PRECISE) return undefined;
  const parts = /** @type {import("../core/expression.js").Operation} */ (tree);
  const { filling } = sideBySide(parts, variable, rules, { left: 0 });
  // What both have is large perhaps, and lost; so with more digits.
  const off = valuesAt(["Add", yours, ["Negate", right]], variable, points, PRECISE).map(rough);
  return filling.parts.find((_, k) => factorOf(off, valuesAt(filling.paths[k], variable, points)));
}

/**
 * Two mistakes that give these values together.
 * @param {Tree} answer @param {Bounded[]} yours @param {Sheet} sheet @param {Places} places
 * @param {Rules} rules
 */
export function pairIn(answer, yours, sheet, { points }, rules) {
  const mine = (/** @type {number} */ i) => yours[i];
  for (const pair of pairs(sheet, rules)) {
    const values = remembered(pair[1].tree, sheet.variable, points);
    if (!isSame(mine, values, points.length)) continue;
    if (!points.some((_, i) => isTelling(mine(i), values(i)))) continue;
    if (!differs(answer, pair[1].tree, sheet.variable, points)) return pair;
  }
  return null;
}
