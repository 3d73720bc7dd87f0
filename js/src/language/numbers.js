/** A number that stands after a factor, with no sign between them: cos(x²) 2x, x 2. */
import { OF_NUMBERS } from "./application.js";
import { Complaint } from "./vocabulary.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./build.js").Part} Part */
/** @typedef {import("./parse.js").Parser} Parser */

/** What can follow such a number, so that it plainly begins another factor. */
const GOES_ON = ["name", "function", "(", "fraction", "^", "superscript"];

/**
 * Throws a `Complaint`, unless it goes on as in cos(x²) 2x or ln 2 2^x.
 * @param {Parser} parser @param {Part} before
 */
export function refuseNumber(parser, before) {
  if (!parser.at("number")) return;
  const { start, end } = parser.next,
    [typed, number] = [parser.typed(before), parser.typed(parser.next)];
  if (before.literal) throw new Complaint("numbers", start, end);
  const goesOn = GOES_ON.includes(parser.tokens[parser.index + 1].type),
    closed = parser.before.type === ")";
  if (goesOn && (closed || (isOfNumber(before.tree) && start > before.end))) return;
  if (closed) {
    const fill = { found: typed + number, power: `${typed}^${number}` };
    throw new Complaint("digits", start, end, { ...fill, product: number + typed });
  }
  const sign = /^[\d.]/.test(typed) ? "·" : "";
  throw new Complaint("number-after", start, end, { instead: number + sign + typed });
}

/** Is it the logarithm or the root of a number? @param {Tree} tree */
const isOfNumber = (tree) =>
  Array.isArray(tree) && OF_NUMBERS.includes(tree[0]) && typeof tree[1] === "number";
