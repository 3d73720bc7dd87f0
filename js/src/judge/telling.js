/** A place where the answer and the truth can be seen to differ, and the sentence about it. */
import { format } from "../core/formatting.js";
import { isKnown, valuesAt } from "./bounded.js";
import { letters } from "./reading.js";
import { phrase } from "./sentences.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sentences.js").Verdict} Verdict */

const { VISIBLE } = LIMITS;
const NEARLY = 0.9;
const DIGITS = [3, 6, 9, 12, 15];

/**
 * No sentence where nothing can be told.
 * @param {Tree} tree
 * @param {Sheet} sheet
 * @returns {[Partial<Verdict>, string]}
 */
export function numbersFor(tree, { variable, shown, right }) {
  const mine = valuesAt(tree, variable, shown),
    its = valuesAt(right, variable, shown);
  const places = shown.flatMap((_, i) =>
    Number.isNaN(mine[i].value) || isKnown(mine[i]) ? [i] : [],
  );
  const yours = places.map((i) => mine[i].value),
    truth = places.map((i) => its[i].value);
  const place = telling(yours, truth);
  if (place < 0) return [{}, ""];
  const [value, other, at] = [yours[place], truth[place], shown[places[place]]];
  const fill = { name: letters([variable]), at: format(at), truth: format(other, 3) };
  if (Number.isNaN(value)) return [{ at, truth: other }, phrase("no-value", fill)];
  const digits = DIGITS.find((count) => format(value, count) !== format(other, count));
  if (!digits) return [{}, ""];
  const both = { yours: format(value, digits), truth: format(other, digits) };
  return [{ at, yours: value, truth: other }, phrase("numbers", { ...fill, ...both })];
}

/**
 * Where they differ visibly, not only in their sign; else where they differ visibly; else where one
 * has no value, else where they differ most.
 * @param {number[]} yours @param {number[]} truth
 */
function telling(yours, truth) {
  const scale = yours.map((value, i) => Math.max(Math.abs(value), Math.abs(truth[i])) || 1);
  const apart = yours.map((value, i) => Math.abs(value - truth[i]) / scale[i]);
  const inSize = yours.map((value, i) => Math.abs(Math.abs(value) - Math.abs(truth[i])) / scale[i]);
  const found = [
    inSize.findIndex((distance) => distance > VISIBLE),
    apart.findIndex((distance) => distance > VISIBLE),
    yours.findIndex((value) => Number.isNaN(value)),
  ].find((place) => place >= 0);
  const most = Math.max(...apart);
  return found ?? apart.findIndex((distance) => distance >= NEARLY * most);
}
