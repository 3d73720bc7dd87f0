/**
 * The verdict on a typed derivative, decided by values at points, never by how it is written.
 */
import { replace } from "../language/composition.js";
import { substitute } from "../language/differentiate.js";
import { plainText } from "../language/writing.js";
import { valuesAt } from "./bounded.js";
import {
  compare,
  countOf,
  isAlike,
  isDefined,
  isPartial,
  isRight,
  isTelling,
  OTHER,
} from "./comparison.js";
import { factorOf } from "./factor.js";
import { integral, isIntegral } from "./integral.js";
import { letters, otherReadings, read, withArguments } from "./reading.js";
import { hasDecimals, isRounded } from "./rounding.js";
import { nextStep } from "./nextstep.js";
import { factorInPart, pairIn } from "./lastlook.js";
import { ofMistakes, ofPair, phrase, verdict } from "./sentences.js";
import { differs, isNoMultiple, looked } from "./secondlook.js";
import { isSame, isSolution, placesFor, remembered } from "./sheet.js";
import { numbersFor } from "./telling.js";
import { isSimplified } from "../language/simplify.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./bounded.js").Bounded} Bounded */
/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */

const { DEFINED } = LIMITS;

/**
 * @param {string} text
 * @param {Sheet} sheet
 * @param {Rules} rules
 * @param {string} [form]
 * @returns {Verdict}
 */
export function judgeText(text, sheet, rules, form = "") {
  const reading = read(text, [sheet.variable]);
  if (reading.verdict) {
    const meant = withArguments(text, sheet.variable).find((tree) => isSolution(tree, sheet));
    return meant === undefined ? reading.verdict : withoutArgument(meant);
  }
  if (reading.strangers.length) return unfinished(reading.tree, reading.strangers, sheet, rules);
  const found = judgeTree(reading.tree, sheet, rules, form);
  if (found.kind === "correct" || found.kind === "unsimplified") return found;
  const meant = otherReadings(text, [sheet.variable]).find((tree) => isSolution(tree, sheet));
  return meant === undefined ? found : misread(reading.tree, meant);
}

/**
 * As it was read it is not right, in another way it would be: what to add.
 * @param {Tree} tree @param {Tree} meant
 */
const misread = (tree, meant) =>
  verdict("misread", [
    phrase("misread", { read: plainText(substitute(tree, {})) }),
    phrase("meant", { meant: plainText(fractions(meant)) }),
  ]);

/** @param {Tree} meant */
const withoutArgument = (meant) =>
  verdict("misread", [
    phrase("no-argument"),
    phrase("meant-argument", { meant: plainText(fractions(meant)) }),
  ]);

/** With −1/2 for (−1)/2, and nothing else changed. @param {Tree} tree @returns {Tree} */
function fractions(tree) {
  if (!Array.isArray(tree)) return tree;
  const [head, ...parts] = tree;
  const isFraction = head === "Divide" && parts.every((part) => typeof part === "number");
  return isFraction ? substitute(tree, {}) : [head, ...parts.map(fractions)];
}

/**
 * @param {Tree} tree
 * @param {Sheet} sheet
 * @param {Rules} rules
 * @param {string} form
 * @returns {Verdict}
 */
function judgeTree(tree, sheet, rules, form) {
  const { variable } = sheet;
  const places = placesFor(sheet, tree),
    yours = valuesAt(tree, variable, places.points);
  const found = looked(tree, sheet, places, compare(yours, places.truth, places.regions));
  if (isRight(found)) {
    if (form === "tidy" && !isSimplified(tree))
      return verdict("unsimplified", [phrase("unsimplified"), phrase("how-to-tidy")]);
    return verdict("correct", [phrase("correct")]);
  }
  const [shown, numbers] = numbersFor(tree, sheet);
  const exact = isAlike(found) ? [] : mistakesIn(tree, yours, sheet, places);
  if (exact.length) return ofMistakes(exact, rules, numbers, shown);
  if (isDefined(found) && !countOf(found, OTHER))
    return verdict("undecided", [phrase("undecided"), phrase("when-undecided")]);
  if (isPartial(found)) {
    const next = phrase("partial-next", { name: letters([variable]) });
    return verdict("partial", [phrase("partial"), numbers, next], shown);
  }
  return roughly(tree, yours, sheet, places, rules, [shown, numbers]);
}

/**
 * The verdict on what is not right: rounded, the function itself, a multiple, or none of these.
 * @param {Tree} tree @param {Bounded[]} yours @param {Sheet} sheet @param {Places} places
 * @param {Rules} rules @param {[Partial<Verdict>, string]} told
 */
function roughly(tree, yours, sheet, places, rules, [shown, numbers]) {
  const { variable, right } = sheet;
  if (hasDecimals(tree)) {
    if (isRounded(tree, right, variable, places.points))
      return verdict("rounded", [phrase("rounded")], shown);
    const rough = firstOf(sheet, (wrong) => isRounded(tree, wrong, variable, places.points));
    if (rough.length) return ofMistakes(rough, rules, numbers, shown);
  }
  const y = valuesAt(sheet.tree, variable, places.points),
    isFunction = isRight(compare(yours, y, places.regions));
  if (isFunction) {
    const next = nextStep(sheet.tree, variable);
    return verdict("unfinished", [phrase("the-function"), numbers, next], shown);
  }
  if (isIntegral(tree, sheet, rules)) return integral(sheet, [shown, numbers]);
  const factor = factorOf(yours, places.truth);
  if (factor && !isNoMultiple(tree, sheet, places)) {
    const sentence = factor.startsWith("−") ? "scaled-sign" : "scaled";
    return verdict("scaled", [phrase(sentence, { factor }), numbers, phrase("scaled-next")], shown);
  }
  const part = factorInPart(tree, sheet, places, rules);
  if (part !== undefined)
    return verdict(
      "scaled",
      [phrase("scaled-part", { part: plainText(part) }), numbers, phrase("scaled-next")],
      shown,
    );
  const pair = pairIn(tree, yours, sheet, places, rules);
  if (pair) return ofPair(pair, rules, numbers, shown);
  const unknown = phrase(sheet.whole ? "unknown" : "unknown-large");
  return verdict("unknown", [unknown, numbers, nextStep(sheet.tree, variable)], shown);
}

/**
 * The mistakes that give these values.
 * @param {Tree} answer @param {Bounded[]} yours @param {Sheet} sheet @param {Places} places
 */
function mistakesIn(answer, yours, sheet, { points }) {
  const enough = DEFINED * yours.length;
  const mine = (/** @type {number} */ i) => yours[i];
  const have = yours.filter(({ value }) => !Number.isNaN(value)).length;
  return firstOf(sheet, (tree) => {
    const values = remembered(tree, sheet.variable, points);
    if (!isSame(mine, values, points.length)) return false;
    if (!points.some((_, i) => isTelling(mine(i), values(i)))) return false;
    const has = points.filter((_, i) => !Number.isNaN(values(i).value)).length;
    const isThere = have >= Math.min(enough, DEFINED * has);
    return isThere && !differs(answer, tree, sheet.variable, points);
  });
}

/**
 * The mistakes whose answer fits, or the slips; those in a part only if no others do.
 * @param {Sheet} sheet @param {(tree: Tree) => boolean} fits
 */
function firstOf(sheet, fits) {
  for (const inside of [false, true]) {
    for (const several of [sheet.wrong, sheet.slips]) {
      const found = several.filter(({ tree, deep }) => deep === inside && fits(tree));
      if (found.length) return found;
    }
  }
  return [];
}

/**
 * An answer with u in it: perhaps all that is missing is to put u back.
 * @param {Tree} tree
 * @param {string[]} strangers
 * @param {Sheet} sheet
 * @param {Rules} rules
 * @returns {Verdict}
 */
function unfinished(tree, strangers, sheet, rules) {
  if (isIntegral(tree, sheet, rules, strangers)) return integral(sheet, [{}, ""]);
  const [letter] = strangers,
    { variable } = sheet;
  const inner =
    strangers.length > 1
      ? undefined
      : sheet.links.slice(1).find((value) => isSolution(replace(tree, letter, value), sheet));
  if (inner !== undefined)
    return verdict("unfinished", [phrase("put-back", { letter, inner: plainText(inner) })]);
  return verdict("unfinished", [
    phrase("letters", { letters: letters(strangers), name: letters([variable]) }),
  ]);
}
