/**
 * What is too small to be seen: a 1 beside 10¹²⁰, or how far σ(900) is from 1. Two expressions may
 * agree to all digits at a place and yet differ in that, so its places tell nothing of it.
 */
import { LOST, SATURATED } from "./precise.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {import("./bounded.js").Bounded} Bounded */
/** @typedef {Map<Operation, Map<number, boolean>>} Seen by tree and part, whether it ever was */

/** An error so small is that of a number too small to be written, not that of a 0. */
const UNWRITTEN = 1e-200;

/** Of some trees at some places; a part that is 0 is not missed. */
export class Sight {
  constructor() {
    /** @type {Map<number, Seen>} */ this.regions = new Map();
    /** @type {Seen} */ this.whole = new Map();
  }
  /** What is to be told of each value, between these two kinks. @param {number} region */
  within(region) {
    /** @type {Seen} */ const here = this.regions.get(region) ?? new Map();
    this.regions.set(region, here);
    return (
      /** @type {Operation} */ tree,
      /** @type {Bounded[]} */ parts,
      /** @type {Bounded} */ whole,
    ) => {
      for (const [i, isSeen] of seenIn(tree, parts, whole))
        for (const seen of [here, this.whole]) note(seen, tree, i, isSeen);
    };
  }
  /** Is something there that was nowhere seen, there or anywhere? @param {number} [region] */
  misses(region) {
    const seen = region === undefined ? this.whole : this.regions.get(region);
    return [...(seen?.values() ?? [])].some((parts) => [...parts.values()].includes(false));
  }
}

/** @param {Seen} seen @param {Operation} tree @param {number} i @param {boolean} isSeen */
function note(seen, tree, i, isSeen) {
  const parts = seen.get(tree) ?? new Map();
  seen.set(tree, parts.set(i, isSeen || parts.get(i) === true));
}

/**
 * Which parts there are, and whether they are seen.
 * @param {Operation} tree @param {Bounded[]} parts @param {Bounded} whole
 * @returns {[number, boolean][]}
 */
function seenIn([head], parts, whole) {
  if (head in SATURATED) return [[0, !SATURATED[head](parts[0].value)]];
  if (head !== "Add") return [];
  const least = whole.error + Math.abs(whole.value) * LOST;
  return parts.flatMap(({ value, error }, i) =>
    Math.abs(value) <= error && (error === 0 || error > UNWRITTEN)
      ? []
      : [[i, Math.abs(value) > least]],
  );
}
