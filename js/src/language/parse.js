/**
 * Typed mathematics to a MathJSON tree: 2x sin x² as a reader writes it, never evaluated as code.
 *
 * The language: + − · / ^ with their other signs (*, ×, **, x²), multiplication without a sign
 * (2x, (x + 1)(x − 1)), functions without brackets (sin 2x, ln x, sin² x), |x|, √x, e^x, ½, Greek
 * letters, indices (W_1, W₁). log is the natural logarithm. What can be read in two ways is
 * refused, and so is anything too long, too deep or too large. The words are in language.json.
 */
import { application } from "./application.js";
import { build, negate } from "./build.js";
import { refuseNumber } from "./numbers.js";
import { tokenise } from "./tokens.js";
import { narrow, trimmed } from "./trim.js";
import { Complaint, LIMITS, pretty, Vocabulary } from "./vocabulary.js";

/** @typedef {import("./vocabulary.js").Token} Token */
/** @typedef {import("./build.js").Part} Part */
/** @typedef {import("../core/expression.js").Tree} Tree */
/**
 * @typedef {object} Reading what may reach further than it does
 * @property {boolean} [divisor] 1/2x as 1/(2x)
 * @property {boolean} [sum] 1/x + 1 as 1/(x + 1)
 * @property {boolean} [exponent] e^2x as e^(2x), x^1/2 as x^(1/2)
 * @property {boolean} [argument] sin x/2 as sin(x/2)
 * @property {boolean} [value] tanh x² as (tanh x)²
 * @property {string} [alone] what a function is applied to that stands alone
 * @property {boolean} [apart] what is in brackets or has a minus stands apart from it: σ·(1 − x)
 */

const BEGINNINGS = ["number", "name", "function", "(", "|", "fraction"];

/**
 * Never throws: returns the tree, or what is wrong and where. Positions count characters, that is
 * code points.
 * @param {string} typed
 * @param {string[]} [variables]
 * @param {Reading} [reading] another one than the usual
 * @returns {{tree: Tree, error?: undefined} | {tree?: undefined, error: Complaint}}
 */
export function parse(typed, variables = ["x"], reading = {}) {
  const text = Array.from(String(typed ?? "").slice(0, 2 * LIMITS.length + 2), narrow);
  try {
    if (text.length > LIMITS.length) {
      throw new Complaint("long", LIMITS.length, LIMITS.length + 1, { limit: LIMITS.length });
    }
    const [from, to] = trimmed(text, variables);
    const tokens = tokenise(text.slice(from, to), new Vocabulary(variables), from);
    if (tokens.length === 1) {
      const example = variables.length ? `sin(${pretty(variables[0])}^2)` : "2 + 3";
      throw new Complaint("empty", from, from, { example });
    }
    return { tree: new Parser(text, tokens, reading).whole().tree };
  } catch (error) {
    if (error instanceof Complaint) return { error };
    throw error;
  }
}

export class Parser {
  /** @param {string[]} text @param {Token[]} tokens @param {Reading} [reading] */
  constructor(text, tokens, reading = {}) {
    /** @type {Reading} */ this.reading = reading;
    /** @type {string[]} */ this.text = text;
    /** @type {Token[]} */ this.tokens = tokens;
    /** @type {number} the token that comes next */ this.index = 0;
    /** @type {number} bars | open in this pair of brackets */ this.bars = 0;
    /** @type {number} */ this.nesting = 0;
    /** @type {boolean} whether an exponent is read */ this.raising = false;
    /** @type {number} */ this.parts = 0;
  }
  get next() {
    return this.tokens[this.index];
  }
  /** The token taken last. */
  get before() {
    return this.tokens[this.index - 1];
  }
  /** @param {...string} types */
  at(...types) {
    return types.includes(this.next.type);
  }
  take() {
    return this.tokens[this.index++];
  }
  /** What was typed there. @param {{start: number, end: number}} place */
  typed({ start, end }) {
    return this.text.slice(start, end).join("");
  }
  /**
   * A part of the tree, counted.
   * @param {Tree} tree
   * @param {Part[]} inner
   * @param {{start: number, end: number}} place
   */
  build(tree, inner, place) {
    this.parts += Array.isArray(tree) && tree[0] === "Rational" ? 3 : 1;
    if (this.parts > LIMITS.parts)
      throw new Complaint("parts", place.start, place.end, { limit: LIMITS.parts });
    return build(tree, inner, place);
  }
  /** @template Result @param {() => Result} read @returns {Result} */
  deeper(read) {
    this.nesting += 1;
    if (this.nesting > LIMITS.nesting) throw new Complaint("deep", this.next.start, this.next.end);
    const result = read();
    this.nesting -= 1;
    return result;
  }

  whole() {
    const result = this.sum();
    if (!this.at("end")) throw new Complaint("close", this.next.start, this.next.end);
    return result;
  }
  /** @returns {Part} */
  sum() {
    return this.terms(this.term());
  }
  /** A sum that begins with a term. @param {Part} first */
  terms(first) {
    const terms = [first];
    while (this.at("+", "-")) {
      const sign = this.take();
      const term = this.term();
      terms.push(sign.type === "-" ? this.negative(sign, term) : term);
    }
    return this.many("Add", terms);
  }
  /** @returns {Part} */
  term() {
    return this.signed(
      () => this.term(),
      () => this.product(),
    );
  }
  /**
   * Any signs, then what they stand before.
   * @param {() => Part} again
   * @param {() => Part} read
   * @returns {Part}
   */
  signed(again, read) {
    if (!this.at("+", "-")) return read();
    const sign = this.take();
    const part = this.deeper(again);
    return sign.type === "-" ? this.negative(sign, part) : part;
  }
  /** @param {Token} sign @param {Part} part */
  negative(sign, part) {
    const place = { start: sign.start, end: part.end };
    return negate(part, place) ?? this.build(["Negate", part.tree], [part], place);
  }
  /** @param {string} head @param {Part[]} parts @returns {Part} */
  many(head, parts) {
    if (parts.length === 1) return parts[0];
    const place = { start: parts[0].start, end: parts[parts.length - 1].end };
    return this.build([head, ...parts.map(({ tree }) => tree)], parts, place);
  }

  /** @returns {Part} */
  product() {
    let factors = [this.factor()];
    for (;;) {
      if (this.at("*")) {
        this.take();
        factors.push(this.signedFactor());
      } else if (this.at("/")) {
        factors = [this.quotient(this.many("Multiply", factors))];
      } else if (this.at(...BEGINNINGS) && !(this.at("|") && this.bars)) {
        refuseNumber(this, factors[factors.length - 1]);
        factors.push(this.factor());
      } else return this.many("Multiply", factors);
    }
  }
  /** What stands above, divided by what comes next. @param {Part} above */
  quotient(above) {
    this.take();
    const first = this.signedFactor(),
      whole = this.reading.divisor ? this.further(first) : first,
      below = this.reading.sum ? this.terms(whole) : whole;
    const place = { start: above.start, end: below.end };
    return this.build(["Divide", above.tree, below.tree], [above, below], place);
  }
  /** In another reading, the outermost one with the factors and the divisor that follow. */
  exponent() {
    const outermost = !this.raising;
    this.raising = true;
    let exponent = this.deeper(() => this.signedFactor());
    if (this.reading.exponent && outermost) {
      exponent = this.further(exponent);
      while (this.at("/")) exponent = this.quotient(exponent);
    }
    this.raising = !outermost;
    return exponent;
  }
  /** In another reading of the text, with the factors that follow. @param {Part} first */
  further(first) {
    const factors = [first];
    while (this.at("name", "function", "(")) factors.push(this.factor());
    return this.many("Multiply", factors);
  }
  /** @returns {Part} */
  signedFactor() {
    return this.signed(
      () => this.signedFactor(),
      () => this.factor(),
    );
  }
  /** @returns {Part} */
  factor() {
    return this.powers(this.primary());
  }

  /** @param {Part} base @returns {Part} */
  powers(base) {
    for (;;) {
      if (this.at("^")) {
        this.take();
        base = this.power(base, this.exponent());
      } else if (this.at("superscript")) base = this.power(base, this.raised(this.take()));
      else return base;
    }
  }
  /** @param {Token} superscript @returns {Part} */
  raised({ tokens = [] }) {
    const { tokens: outside, index, bars } = this;
    Object.assign(this, { tokens, index: 0, bars: 0 });
    const result = this.deeper(() => this.whole());
    Object.assign(this, { tokens: outside, index, bars });
    return result;
  }
  /** @param {Part} base @param {Part} exponent */
  power(base, exponent) {
    if (Math.abs(exponent.value) > LIMITS.exponent) {
      throw new Complaint("exponent", exponent.start, exponent.end, { limit: LIMITS.exponent });
    }
    const tree =
      base.tree === "ExponentialE" ? ["Exp", exponent.tree] : ["Power", base.tree, exponent.tree];
    return this.build(tree, [base, exponent], { start: base.start, end: exponent.end });
  }

  /** @returns {Part} */
  primary() {
    if (this.at("number", "name")) return this.atom();
    if (this.at("(")) return this.deeper(() => this.group());
    if (this.at("|")) return this.deeper(() => this.absolute());
    if (this.at("function")) return this.deeper(() => application(this));
    if (this.at("fraction")) return this.deeper(() => this.fraction());
    throw this.missing();
  }
  atom() {
    const token = this.take();
    const part = this.build(/** @type {Tree} */ (token.tree), [], token);
    part.literal = token.type === "number";
    return part;
  }
  /** As it was typed, σ or sigma. @param {Token} token */
  named(token) {
    return token.word?.startsWith("\\") ? token.word : this.typed(token);
  }
  /**
   * Something is wanted here; after a function, what it is applied to.
   * @param {Token} [token] the function
   */
  missing(token) {
    const { type, start, end } = this.next,
      { before } = this;
    if (token) return new Complaint("argument", start, end, { function: this.named(token) });
    if (type === "superscript") return new Complaint("superscript", start, end);
    if (type === "end") return new Complaint("end", start, end, { after: this.typed(before) });
    if (type === ")" && !before) return new Complaint("close", start, end);
    if (type === ")" && before.type === "(") return new Complaint("nothing", before.start, end);
    return new Complaint("operand", start, end, { found: this.typed(this.next) });
  }
  /** @returns {Part} */
  group() {
    const open = this.take(),
      outside = this.bars;
    this.bars = 0;
    const inner = this.sum();
    if (!this.at(")")) throw new Complaint("open", open.start, open.end);
    this.bars = outside;
    return { ...inner, literal: false, start: open.start, end: this.take().end };
  }
  /** The two groups of \\frac{1}{2}. @returns {Part} */
  fraction() {
    const { start } = this.take();
    const [above, below] = [this.braces(), this.braces()];
    return this.build(["Divide", above.tree, below.tree], [above, below], {
      start,
      end: below.end,
    });
  }
  braces() {
    if (!this.at("(")) throw this.missing({ ...this.before, word: "\\frac" });
    return this.group();
  }
  /** @returns {Part} */
  absolute() {
    const open = this.take();
    this.bars += 1;
    const inner = this.sum();
    if (!this.at("|")) throw new Complaint("bar", open.start, open.end);
    this.bars -= 1;
    return this.build(["Abs", inner.tree], [inner], { start: open.start, end: this.take().end });
  }
}
