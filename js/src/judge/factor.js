/** The constant that one function is of another. */
import { format } from "../core/formatting.js";
import { isKnown, product } from "./bounded.js";
import { enough, OTHER, outcome, SAME } from "./comparison.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("./bounded.js").Bounded} Bounded */

const { MOST_OFF, DENOMINATOR, CLOSE } = LIMITS;
const DIGITS = [4, 6, 9, 12, 15];

/**
 * As it is written; empty if there is none, or the truth is constant.
 * @param {Bounded[]} yours
 * @param {Bounded[]} truth
 * @param {(a: Bounded, b: Bounded) => Bounded} [times]
 */
export function factorOf(yours, truth, times = product) {
  const place = truth.findIndex(isSharp);
  if (place < 0 || !isSharp(yours[place]) || !yours.every(isKnown)) return "";
  const [mine, its] = [yours[place], truth[place]];
  if (truth.every((value) => outcome(value, its) !== OTHER)) return "";
  const factor = mine.value / its.value;
  if (Math.abs(factor) < 1 / MOST_OFF || Math.abs(factor) > MOST_OFF) return "";
  const found = yours.map((value, i) => outcome(times(value, its), times(truth[i], mine)));
  const seen = found.filter((each) => each === SAME).length;
  return !found.includes(OTHER) && seen >= enough(found.length) ? written(factor) : "";
}

/** Known to many digits, and not 0. @param {Bounded} bounded */
const isSharp = ({ value, error }) => error < CLOSE * Math.abs(value);

/** Never as 1, which it is not; empty if it cannot be told from 1. @param {number} factor */
function written(factor) {
  for (let below = 1; below <= DENOMINATOR; below++) {
    const above = Math.round(factor * below);
    if (above === below) continue;
    if (Math.abs(above / below - factor) > CLOSE * Math.abs(factor)) continue;
    const decimal = format(factor);
    const exact = Math.abs(Number(decimal.replace("−", "-")) - factor) <= CLOSE * Math.abs(factor);
    return exact ? decimal : `${format(above, 15)}/${below}`;
  }
  const texts = DIGITS.map((digits) => format(factor, digits));
  return texts.find((text) => text !== "1" && text !== "−1") ?? "";
}
