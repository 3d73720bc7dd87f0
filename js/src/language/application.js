/** A function and what it is applied to, with or without brackets. */
import { Complaint, LIMITS } from "./vocabulary.js";

/** @typedef {import("./vocabulary.js").Token} Token */
/** @typedef {import("./build.js").Part} Part */
/** @typedef {import("./parse.js").Parser} Parser */

/** Functions that are often of a bare number: ln 2·x is (ln 2)·x. */
export const OF_NUMBERS = ["Ln", "Sqrt"];
const ROOTS = ["Sqrt", "Cbrt"];
const BEGINNINGS = ["number", "name", "function", "(", "|", "-"];

/**
 * A function with its power, if any, and its argument: sin² 2x.
 * @param {Parser} parser
 * @returns {Part}
 */
export function application(parser) {
  const word = parser.take();
  const token = { ...word, degree: degree(parser, word) };
  const exponent = functionPower(parser, token);
  const inner = argument(parser, token);
  const place = { start: token.start, end: inner.end };
  const call = called(parser, token, inner, place);
  const whole = exponent
    ? parser.build(["Power", call.tree, exponent.tree], [call, exponent], place)
    : call;
  return parser.reading.value ? parser.powers(whole) : whole;
}

/**
 * @param {Parser} parser @param {Token} token @param {Part} inner
 * @param {{start: number, end: number}} place @returns {Part}
 */
function called(parser, token, inner, place) {
  if (token.degree && token.degree !== 2 && token.degree !== 3) {
    const exponent = parser.build(["Rational", 1, token.degree], [], place);
    return parser.build(["Power", inner.tree, exponent.tree], [inner, exponent], place);
  }
  if (token.head === "Exp" && Math.abs(inner.value) > LIMITS.exponent)
    throw new Complaint("exponent", inner.start, inner.end, { limit: LIMITS.exponent });
  const head = token.degree === 3 ? "Cbrt" : token.head;
  const call = parser.build([head, inner.tree], [inner], place);
  if (!token.base) return call;
  const below = parser.build(["Ln", token.base], [parser.build(token.base, [], place)], place);
  return parser.build(["Divide", call.tree, below.tree], [call, below], place);
}

/**
 * The 3 of sqrt[3]{x}, taken; 0 where there is none.
 * @param {Parser} parser @param {Token} token
 */
function degree(parser, token) {
  const [open, number, close, next] = parser.tokens.slice(parser.index, parser.index + 4);
  const isDegree =
    token.head === "Sqrt" &&
    parser.typed(open) === "[" &&
    number?.type === "number" &&
    Number.isInteger(number.tree) &&
    Number(number.tree) > 1 &&
    close?.type === ")" &&
    next?.type === "(";
  if (!isDegree) return 0;
  parser.index += 3;
  return Number(number.tree);
}

/** The 2 of sin² x. @param {Parser} parser @param {Token} token @returns {Part | null} */
function functionPower(parser, token) {
  if (!parser.at("^", "superscript")) return null;
  const start = parser.next.start,
    fill = { function: token.word };
  const { type, tokens = [] } = parser.take();
  const [first, second] = type === "^" ? bareExponent(parser) : tokens.slice(0, -1);
  const end = parser.before.end;
  if (first?.type === "-" && second?.tree === 1) throw new Complaint("inverse", start, end, fill);
  const power = first?.type === "number" && !second ? Number(first.tree) : NaN;
  if (!Number.isInteger(power) || power < 1)
    throw new Complaint("function-power", start, end, fill);
  if (power > LIMITS.exponent)
    throw new Complaint("exponent", start, end, { limit: LIMITS.exponent });
  return parser.build(power, [], first);
}

/**
 * A number, perhaps negative, perhaps in brackets; empty for anything else.
 * @param {Parser} parser
 * @returns {Token[]}
 */
function bareExponent(parser) {
  const open = parser.at("(") && parser.take();
  const taken = [];
  if (parser.at("-")) taken.push(parser.take());
  if (parser.at("number")) taken.push(parser.take());
  if (open && !parser.at(")")) return [];
  if (open) parser.take();
  return taken;
}

/** @param {Parser} parser @param {Token} token @returns {Part} */
function argument(parser, token) {
  const { alone = "", apart = false } = parser.reading;
  if (alone && apart && parser.at("(", "-")) return parser.build(alone, [], token);
  if (!parser.at(...BEGINNINGS) || (parser.at("|") && parser.bars && closes(parser))) {
    if (alone) return parser.build(alone, [], token);
    throw parser.missing(token);
  }
  if (parser.at("(")) return parser.primary();
  return ROOTS.includes(token.head ?? "") ? radicand(parser, token) : loose(parser, token);
}

/**
 * A bar straight after a function closes where nothing follows that it could open.
 * @param {Parser} parser
 */
function closes(parser) {
  return !BEGINNINGS.includes(parser.tokens[parser.index + 1].type);
}

/**
 * What stands under √ without brackets: one factor, without a power.
 * @param {Parser} parser
 * @param {Token} token
 */
function radicand(parser, token) {
  if (parser.at("-")) throw parser.missing(token);
  const inner = parser.primary();
  if (parser.at("^", "superscript"))
    throw new Complaint("root-power", parser.next.start, parser.next.end);
  if (token.word?.match(/[a-z]/) && parser.at("number", "name")) throw ambiguous(parser, token);
  return inner;
}

/**
 * In another reading of the text, the argument goes on: sin x/2 is sin(x/2).
 * @param {Parser} parser @param {Token} token @returns {Part}
 */
function loose(parser, token) {
  let inner = bareArgument(parser, token);
  while (parser.reading.argument && parser.at("/")) inner = parser.quotient(inner);
  return inner;
}

/**
 * What a function takes without brackets: sin 2x, ln sin x, sin −x.
 * @param {Parser} parser
 * @param {Token} token
 * @returns {Part}
 */
function bareArgument(parser, token) {
  if (parser.at("-")) {
    const sign = parser.take();
    if (!parser.at(...BEGINNINGS) || parser.at("(")) return parser.negative(sign, parser.factor());
    return parser.negative(
      sign,
      parser.deeper(() => bareArgument(parser, token)),
    );
  }
  if (!parser.at("number", "name")) return parser.factor();
  const factors = [parser.reading.value ? parser.primary() : parser.factor()];
  let constant = isConstant(factors[0]);
  while (reaches(parser, token, constant)) {
    const bracket = parser.at("(", "|");
    factors.push(parser.factor());
    if (bracket && (parser.at("name", "(") || opensBar(parser))) throw ambiguous(parser, token);
    if (bracket) break;
    constant = constant && isConstant(factors[factors.length - 1]);
  }
  return parser.many("Multiply", factors);
}

/**
 * Does the argument go on with the next token?
 * @param {Parser} parser
 * @param {Token} token
 * @param {boolean} constant whether it is a number so far
 */
function reaches(parser, token, constant) {
  const ofNumbers = OF_NUMBERS.includes(token.head ?? "");
  if (parser.at("name")) {
    if (parser.next.tree === "ExponentialE" && !constant) throw ambiguous(parser, token);
    return true;
  }
  if (parser.at("(") || opensBar(parser)) {
    if (!constant) throw ambiguous(parser, token);
    return true;
  }
  if (parser.at("function", "*", "/") && constant && !ofNumbers) throw ambiguous(parser, token);
  return false;
}

/** @param {Parser} parser */
const opensBar = (parser) => parser.at("|") && !parser.bars;

/** A number or a constant, perhaps raised. @param {Part} part */
const isConstant = ({ tree, value }) =>
  tree === "Pi" || tree === "ExponentialE" || !Number.isNaN(value);

/** @param {Parser} parser @param {Token} token */
const ambiguous = (parser, token) =>
  new Complaint("ambiguous", parser.next.start, parser.next.end, { function: token.word });
