/**
 * The verdict on a typed derivative, decided by values at points, never by how it is written.
 */
import { replace } from "../language/composition.js";
import { format } from "../core/formatting.js";
import { plainText } from "../language/writing.js";
import { letters, read } from "./reading.js";
import { isSimplified } from "../language/simplify.js";
import { ofMistakes, phrase, verdict } from "./sentences.js";
import { alike, close, countFinite, SHARE, TIGHT, valuesAt } from "./sheet.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */

const DEFINED = 0.9;
const LOOSE = 0.02;
const MOST_OFF = 100;
const VISIBLE = 0.1;

/**
 * @param {string} text
 * @param {Sheet} sheet
 * @param {Rules} rules
 * @param {string} [form]
 * @returns {Verdict}
 */
export function judgeText(text, sheet, rules, form = "") {
  const reading = read(text, [sheet.variable]);
  if (reading.verdict) return reading.verdict;
  if (reading.strangers.length) return unfinished(reading.tree, reading.strangers, sheet);
  return judgeTree(reading.tree, sheet, rules, form);
}

/**
 * @param {Tree} tree
 * @param {Sheet} sheet
 * @param {Rules} rules
 * @param {string} form
 * @returns {Verdict}
 */
function judgeTree(tree, sheet, rules, form) {
  const yours = at(sheet, tree),
    truth = at(sheet, sheet.right);
  if (isRight(yours, truth)) {
    if (form === "tidy" && !isSimplified(tree))
      return verdict("unsimplified", [phrase("unsimplified"), phrase("how-to-tidy")]);
    return verdict("correct", [phrase("correct")]);
  }
  const [shown, numbers] = numbersFor(tree, sheet);
  const exact = alike(yours, truth) ? [] : mistakesIn(yours, sheet, TIGHT, 0.01);
  if (exact.length) return ofMistakes(exact, rules, numbers, shown);
  if (isPartial(yours, truth)) return verdict("partial", [phrase("partial"), numbers], shown);
  if (hasDecimals(tree)) {
    if (alike(yours, truth, LOOSE, 0.5)) return verdict("rounded", [phrase("rounded")], shown);
    const loose = mistakesIn(yours, sheet, LOOSE, 0.5);
    if (loose.length) return ofMistakes(loose, rules, numbers, shown);
  }
  if (isRight(yours, at(sheet, sheet.tree)))
    return verdict("unfinished", [phrase("the-function"), numbers], shown);
  const factor = factorOf(yours, truth);
  if (factor !== null) {
    const sentence = factor > 0 ? "scaled" : "scaled-sign";
    return verdict("scaled", [phrase(sentence, { factor: format(factor) }), numbers], shown);
  }
  return verdict("unknown", [phrase("unknown"), numbers], shown);
}

/** @param {Sheet} sheet @param {Tree} tree */
const at = ({ variable, points }, tree) => valuesAt(tree, variable, points);

/**
 * Do they agree everywhere, but for single places where the answer has no value?
 * @param {number[]} yours
 * @param {number[]} truth
 */
function isRight(yours, truth) {
  return countFinite(yours) >= DEFINED * truth.length && alike(yours, truth);
}

/** Does a number that is no whole one stand in it? @param {Tree} tree @returns {boolean} */
function hasDecimals(tree) {
  return Array.isArray(tree)
    ? tree.slice(1).some(hasDecimals)
    : typeof tree === "number" && !Number.isInteger(tree);
}

/**
 * The mistakes that give these values, or the slips; those in a part only if no others do.
 * @param {number[]} yours
 * @param {Sheet} sheet
 * @param {number} tolerance
 * @param {number} scale
 */
function mistakesIn(yours, sheet, tolerance, scale) {
  const enough = countFinite(yours);
  for (const inside of [false, true]) {
    for (const several of [sheet.wrong, sheet.slips]) {
      const found = several.filter(
        ({ values, deep }) =>
          deep === inside &&
          enough >= DEFINED * countFinite(values) &&
          alike(yours, values, tolerance, scale),
      );
      if (found.length) return found.map(({ mistake }) => mistake);
    }
  }
  return [];
}

/** @param {number[]} yours @param {number[]} truth */
function isPartial(yours, truth) {
  const both = yours.flatMap((value, i) => (Number.isFinite(value) ? [i] : []));
  const agreeing = close(
    both.map((i) => yours[i]),
    both.map((i) => truth[i]),
    TIGHT,
  ).filter(Boolean).length;
  return both.length > 0 && agreeing >= SHARE * truth.length;
}

/**
 * The constant that one is of the other; null if there is none, or the truth is constant.
 * @param {number[]} yours
 * @param {number[]} truth
 */
function factorOf(yours, truth) {
  const same = close(
    truth,
    truth.map(() => truth[0]),
    TIGHT,
  ).every(Boolean);
  if (same || countFinite(yours) < yours.length) return null;
  const sum = (/** @type {number[]} */ others) =>
    truth.reduce((total, value, i) => total + value * others[i], 0);
  const factor = sum(yours) / sum(truth),
    sensible = Math.abs(factor) >= 1 / MOST_OFF && Math.abs(factor) <= MOST_OFF;
  return sensible &&
    close(
      yours,
      truth.map((value) => factor * value),
      TIGHT,
    ).every(Boolean)
    ? factor
    : null;
}

/**
 * A place where both values can be seen to differ, and the sentence about it.
 * @param {Tree} tree
 * @param {Sheet} sheet
 * @returns {[Partial<Verdict>, string]}
 */
function numbersFor(tree, { variable, shown, right }) {
  const yours = valuesAt(tree, variable, shown),
    truth = valuesAt(right, variable, shown);
  const place = telling(yours, truth),
    mine = yours[place],
    value = truth[place];
  const fill = { name: letters([variable]), at: format(shown[place]), truth: format(value, 3) };
  if (!Number.isFinite(mine)) return [{ at: shown[place], truth: value }, phrase("no-value", fill)];
  const digits = format(mine, 3) === format(value, 3) ? 6 : 3;
  const both = { ...fill, yours: format(mine, digits), truth: format(value, digits) };
  return [{ at: shown[place], yours: mine, truth: value }, phrase("numbers", both)];
}

/**
 * The first place where they differ visibly, in size if they ever do; else one where the answer has
 * no value, else where they differ most.
 * @param {number[]} yours @param {number[]} truth
 */
function telling(yours, truth) {
  const scale = yours.map((value, i) => Math.max(Math.abs(value), Math.abs(truth[i])) || 1);
  const apart = yours.map((value, i) => Math.abs(value - truth[i]) / scale[i]);
  const inSize = yours.map((value, i) => Math.abs(Math.abs(value) - Math.abs(truth[i])) / scale[i]);
  const found = [
    inSize.findIndex((distance) => distance > VISIBLE),
    apart.findIndex((distance) => distance > VISIBLE),
    yours.findIndex((value) => !Number.isFinite(value)),
  ].find((place) => place >= 0);
  return found ?? apart.indexOf(Math.max(...apart));
}

/**
 * An answer with u in it: perhaps all that is missing is to put u back.
 * @param {Tree} tree
 * @param {string[]} strangers
 * @param {Sheet} sheet
 * @returns {Verdict}
 */
function unfinished(tree, strangers, sheet) {
  const truth = at(sheet, sheet.right);
  const [letter] = strangers;
  const inner =
    strangers.length > 1
      ? undefined
      : sheet.links
          .slice(1, -1)
          .find((value) => isRight(at(sheet, replace(tree, letter, value)), truth));
  if (inner !== undefined)
    return verdict("unfinished", [phrase("put-back", { letter, inner: plainText(inner) })]);
  return verdict("unfinished", [
    phrase("letters", { letters: letters(strangers), name: letters([sheet.variable]) }),
  ]);
}
