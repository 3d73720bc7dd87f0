/**
 * Are two expressions the same function? Decided place by place, by bounds on the errors there:
 * they are surely other, or they are the same and known well, or it stays open. Between two kinks
 * both are analytic: a few places where they are the same tell of all the others up to the next
 * kink, and so does one where they differ.
 */

import { negative, sum, toNumber } from "./digits.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("./bounded.js").Bounded} Bounded */
/** @typedef {typeof SAME | typeof OTHER | typeof OPEN | typeof NOWHERE} Outcome */
/**
 * @typedef {object} Comparison at places
 * @property {Outcome[]} outcomes
 * @property {boolean[]} telling whether it is the same to many digits
 * @property {number[]} regions for each place, between which two kinks it lies
 * @property {(region?: number) => boolean} [misses] whether something was too small to be seen in
 *   a region, or everywhere
 */

export const SAME = "same";
export const OTHER = "other";
export const OPEN = "open";
/** One of the two has no value. */
export const NOWHERE = "nowhere";

/** So well a value must be known, relatively; or if it is 0, by rounding perhaps, absolutely. */
const RELATIVE = 1e-8;
const ABSOLUTE = 1e-11;
const { DEFINED, FEW, SHARE } = LIMITS;

/** @param {Bounded} one @param {Bounded} other @returns {Outcome} */
export function outcome(one, other) {
  if (Number.isNaN(one.value) || Number.isNaN(other.value)) return NOWHERE;
  const error = one.error + other.error;
  if (apart(one, other) > error) return OTHER;
  return isTelling(one, other) || error <= ABSOLUTE ? SAME : OPEN;
}

/** @param {Bounded} one @param {Bounded} other */
const apart = (one, other) =>
  Math.abs(
    one.long && other.long
      ? toNumber(sum(one.long, negative(other.long)))
      : one.value - other.value,
  );

/**
 * The same to many digits, not only too small to tell.
 * @param {Bounded} one @param {Bounded} other
 */
export function isTelling(one, other) {
  const error = one.error + other.error;
  return (
    apart(one, other) <= error &&
    error <= RELATIVE * Math.max(Math.abs(one.value), Math.abs(other.value))
  );
}

/**
 * @param {Bounded[]} one @param {Bounded[]} other @param {number[]} regions
 * @returns {Comparison}
 */
export function compare(one, other, regions) {
  return {
    outcomes: one.map((value, i) => outcome(value, other[i])),
    telling: one.map((value, i) => isTelling(value, other[i])),
    regions,
  };
}

/**
 * What is found otherwise at a second look, at some of the places.
 * @param {Comparison} first @param {(Outcome | undefined)[]} second
 * @param {Comparison["misses"]} misses
 * @returns {Comparison}
 */
export const corrected = (first, second, misses) => ({
  ...first,
  misses,
  outcomes: first.outcomes.map((found, i) =>
    second[i] === OTHER || second[i] === SAME ? second[i] : found,
  ),
});

/** @param {Comparison} comparison @param {Outcome} kind */
export const countOf = ({ outcomes }, kind) => outcomes.filter((each) => each === kind).length;

/** The same wherever both have values, as far as can be seen, and seen often enough.
 * @param {Comparison} comparison
 */
export const isAlike = (comparison) =>
  !countOf(comparison, OTHER) && countOf(comparison, SAME) >= enough(comparison.outcomes.length);

/** So many places of a number must be the same. @param {number} count */
export const enough = (count) => Math.min(FEW, SHARE * count);

/**
 * Alike, and in every region with values almost everywhere, and seen to be the same but for
 * a share of all the places, and with everything in it.
 * @param {Comparison} comparison
 */
export function isRight(comparison) {
  const { outcomes } = comparison;
  const hidden = regionsOf(comparison).filter(
    (places) => !places.some((i) => outcomes[i] === SAME || outcomes[i] === NOWHERE),
  );
  return (
    isAlike(comparison) &&
    isDefined(comparison) &&
    hidden.flat().length <= SHARE * outcomes.length &&
    !comparison.misses?.()
  );
}

/** With values almost everywhere in every region. @param {Comparison} comparison */
export const isDefined = (comparison) =>
  regionsOf(comparison).every(
    (places) =>
      places.filter((i) => comparison.outcomes[i] === NOWHERE).length <=
      (1 - DEFINED) * places.length,
  );

/** In a region the same to many digits, but not in all. @param {Comparison} comparison */
export const isPartial = ({ outcomes, telling, regions, misses }) =>
  regionsOf({ regions }).some((places) => {
    const seen = places.filter((i) => telling[i]).length;
    const isSame = !places.some((i) => outcomes[i] === OTHER) && !misses?.(regions[places[0]]);
    return isSame && seen >= 2 && 2 * seen >= places.length;
  });

/** The places by region. @param {{regions: number[]}} comparison @returns {number[][]} */
function regionsOf({ regions }) {
  /** @type {Map<number, number[]>} */ const found = new Map();
  regions.forEach((region, i) => found.set(region, [...(found.get(region) ?? []), i]));
  return [...found.values()];
}
