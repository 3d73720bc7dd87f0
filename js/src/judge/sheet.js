/**
 * By what typed derivatives are judged: the right one and the wrong ones, and where to compare.
 */
import { answers, MOST_NODES } from "./answers.js";
import { bounded, isKnown, valuesAt } from "./bounded.js";
import { compare, enough, isRight, OTHER, outcome, SAME } from "./comparison.js";
import { placesOf } from "./places.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./answers.js").Wrong} Wrong */
/** @typedef {import("./bounded.js").Bounded} Bounded */
/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("./places.js").Window} Window */
/** @typedef {import("./rules.js").Rules} Rules */
/**
 * @typedef {object} Sheet
 * @property {Tree} tree
 * @property {string} variable
 * @property {Tree} right
 * @property {Window} window
 * @property {number[]} shown the places at which a reader can be shown two values
 * @property {Tree[]} links the values of a chain, from the inside out
 * @property {Wrong[]} wrong of the twelve mistakes
 * @property {Wrong[]} slips of others
 * @property {boolean} whole whether all were made that the templates make
 */

/** @type {Window} */
export const WINDOW = [-2, 2];
const { FEWEST, BESIDE, JUMP, NICE } = LIMITS;

/**
 * Null where the expression has hardly anywhere a value and a slope. Throws `TooLarge`.
 * @param {Tree} tree
 * @param {string} variable
 * @param {Window} window
 * @param {Rules} rules
 * @returns {Sheet | null}
 */
export function makeSheet(tree, variable, window, rules) {
  const work = { left: MOST_NODES };
  const { right, wrong, slips, values } = answers(tree, variable, rules, work);
  const places = placesOf(tree, right, variable, window);
  if (places.points.length < FEWEST) return null;
  return {
    tree,
    variable,
    right,
    window,
    shown: shownAt(tree, right, variable, window, places),
    links: values,
    wrong: different(wrong, variable, places),
    slips: different(slips, variable, places),
    whole: work.left >= 0,
  };
}

/**
 * The places for comparing an answer with what the sheet holds.
 * @param {Sheet} sheet @param {Tree} yours
 */
export const placesFor = ({ tree, right, variable, window }, yours) =>
  placesOf(tree, right, variable, window, [yours]);

/** @param {Tree} tree @param {Sheet} sheet */
export function isSolution(tree, sheet) {
  const { points, truth, regions } = placesFor(sheet, tree);
  return isRight(compare(valuesAt(tree, sheet.variable, points), truth, regions));
}

/**
 * What is not right, and each wrong answer of a mistake once.
 * @param {Wrong[]} several @param {string} variable @param {Places} places
 */
function different(several, variable, { points, truth }) {
  /** @type {Map<string, ((i: number) => Bounded)[]>} */ const known = new Map();
  return several.filter(({ mistake, tree }) => {
    const values = remembered(tree, variable, points),
      others = known.get(mistake) ?? [(/** @type {number} */ i) => truth[i]];
    if (!hasValues(values, points.length)) return false;
    if (others.some((other) => isSame(values, other, points.length))) return false;
    known.set(mistake, [...others, values]);
    return true;
  });
}

/**
 * The values of a tree, each computed when it is asked for: mostly the first one tells enough.
 * @param {Tree} tree @param {string} variable @param {number[]} points
 */
export function remembered(tree, variable, points) {
  /** @type {Bounded[]} */ const known = [];
  return (/** @type {number} */ i) => {
    known[i] ??= bounded(tree, variable, { value: points[i], error: 0 });
    return known[i];
  };
}

/**
 * Do two agree wherever both have a value, and have they enough in common?
 * @param {(i: number) => Bounded} one @param {(i: number) => Bounded} other @param {number} count
 */
export function isSame(one, other, count) {
  let same = 0;
  for (let i = 0; i < count; i++) {
    const found = outcome(one(i), other(i));
    if (found === OTHER) return false;
    same += Number(found === SAME);
  }
  return same >= enough(count);
}

/**
 * At as many places as two must be the same.
 * @param {(i: number) => Bounded} values @param {number} count
 */
function hasValues(values, count) {
  for (let i = 0, found = 0; i < count; i++) {
    found += Number(isKnown(values(i)));
    if (found >= enough(count)) return true;
  }
  return false;
}

/**
 * @param {Tree} tree @param {Tree} right @param {string} variable @param {Window} window
 * @param {Places} places
 */
function shownAt(tree, right, variable, [low, high], { points }) {
  const near = [...points].sort((a, b) => Math.abs(a) - Math.abs(b));
  const places = [
    ...NICE.filter((place) => low <= place && place <= high),
    ...near.map((point) => Math.floor(100 * point + 0.5) / 100),
  ];
  const y = valuesAt(tree, variable, places);
  const [slope, before, after] = [0, -BESIDE, BESIDE].map((off) =>
    valuesAt(
      right,
      variable,
      places.map((place) => place + off),
    ),
  );
  // At a kink there is no slope, though sign(0) is 0.
  const jumps = (/** @type {number} */ i) =>
    [before, after].some((beside) => {
      const here = slope[i].value;
      return Math.abs(beside[i].value - here) > JUMP * Math.max(1, Math.abs(here));
    });
  return places.filter((_, i) => isKnown(y[i]) && isKnown(slope[i]) && !jumps(i));
}
