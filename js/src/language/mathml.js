/** A tree as typeset mathematics: MathML, which browsers draw and screen readers speak. */
import { plainText } from "./writing.js";
import { pretty } from "./vocabulary.js";
import { CONSTANTS, HEADS, LEVELS } from "../core/operations.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/**
 * @typedef {[string, Record<string, string>, ...(Box | string)[]]} Box tag, attributes, children
 */
/**
 * @typedef {(path: string) => string | null | undefined} Paint the class of the part at a path such
 *   as "1.2"
 */

/**
 * @typedef {object} Piece
 * @property {Box} box
 * @property {number} level how tightly it binds
 * @property {"digit" | "letter" | "function" | "bracket" | "derivative"} first what it begins with
 * @property {boolean} open whether it ends with a function's argument without brackets
 */

const NAMESPACE = "http://www.w3.org/1998/Math/MathML";
const { sum: SUM, product: PRODUCT, call: CALL, power: POWER, atom: ATOM } = LEVELS;

/** @param {string} text @returns {Box} */
const operator = (text, attributes = {}) => ["mo", attributes, text];
/** @param {...Box} boxes @returns {Box} */
const row = (...boxes) => ["mrow", {}, ...boxes];
/** @param {Box} box */
const bracketed = (box) => row(operator("("), box, operator(")"));

/**
 * The element for a tree. `paint` gives parts a class, by their path: "2.1" is the first argument
 * of the second argument.
 * @param {Tree} tree
 * @param {{paint?: Paint, display?: boolean}} [options]
 */
export function mathml(tree, { paint = () => null, display = false } = {}) {
  const attributes = { display: display ? "block" : "inline", alttext: plainText(tree) };
  return element(["math", attributes, lay(tree, "", paint).box]);
}

/** The same as text. @param {Tree} tree @param {{paint?: Paint}} [options] */
export function mathmlText(tree, { paint = () => null } = {}) {
  return markup(["math", {}, lay(tree, "", paint).box]);
}

/** @param {Box} box @returns {Element} */
function element([tag, attributes, ...children]) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.map((child) => (typeof child === "string" ? child : element(child))));
  return node;
}

/** @param {Box} box @returns {string} */
function markup([tag, attributes, ...children]) {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("");
  const inside = children.map((child) =>
    typeof child === "string" ? child.replace(/&/g, "&amp;").replace(/</g, "&lt;") : markup(child),
  );
  return `<${tag}${written}>${inside.join("")}</${tag}>`;
}

/** @param {Tree} tree @param {string} path @param {Paint} paint @returns {Piece} */
function lay(tree, path, paint) {
  const piece = layPlain(tree, path, paint);
  const kind = paint(path);
  return kind ? { ...piece, box: ["mrow", { class: kind }, piece.box] } : piece;
}

/** @param {Tree} tree @param {string} path @param {Paint} paint @returns {Piece} */
function layPlain(tree, path, paint) {
  if (typeof tree === "number") return number(tree);
  if (typeof tree === "string")
    return { box: symbol(tree), level: ATOM, first: "letter", open: false };
  const [head] = tree;
  const inner = (/** @type {number} */ i) => lay(tree[i], path ? `${path}.${i}` : String(i), paint);
  if (head === "Add") return sum(tree, inner);
  if (head === "Multiply") return product(tree.slice(1).map((_, i) => inner(i + 1)));
  if (head === "Negate") {
    const part = inner(1);
    return {
      ...part,
      box: row(operator("−", { form: "prefix" }), wrap(part, PRODUCT)),
      level: SUM,
      first: "bracket",
    };
  }
  if (head === "Divide" || head === "Rational")
    return atom(["mfrac", {}, inner(1).box, inner(2).box], PRODUCT);
  if (head === "Power") return power(inner(1), inner(2));
  if (head === "Exp") return { ...power(atom(["mi", {}, "e"]), inner(1)), first: "letter" };
  if (head === "Equal") return atom(row(inner(1).box, operator("="), inner(2).box), SUM);
  if (head === "Derivative") return derivative(inner(1), tree[2] ?? "x");
  if (head === "Ratio") return atom(ratio(symbol(tree[1]), symbol(tree[2])));
  if (head === "Sqrt") return atom(["msqrt", {}, inner(1).box]);
  if (head === "Cbrt") return atom(["mroot", {}, inner(1).box, ["mn", {}, "3"]]);
  if (head === "Abs")
    return atom(
      row(operator("|", { form: "prefix" }), inner(1).box, operator("|", { form: "postfix" })),
    );
  return call(head, tree[1], inner(1));
}

/** @param {Box} box @param {number} [level] @returns {Piece} */
const atom = (box, level = ATOM) => ({ box, level, first: "bracket", open: false });

/**
 * A part in brackets if it binds less tightly than its place asks.
 * @param {Piece} piece
 * @param {number} level
 */
const wrap = (piece, level) => (piece.level < level ? bracketed(piece.box) : piece.box);

/** @param {number} value @returns {Piece} */
function number(value) {
  const [mantissa, exponent] = String(Math.abs(value)).split("e");
  const digits = /** @type {Box} */ (["mn", {}, mantissa]);
  const ten = () => [
    "msup",
    {},
    ["mn", {}, "10"],
    ["mn", {}, exponent.replace("-", "−").replace("+", "")],
  ];
  const box = exponent ? row(digits, operator("·"), /** @type {Box} */ (ten())) : digits;
  if (value >= 0) return { box, level: exponent ? PRODUCT : ATOM, first: "digit", open: false };
  return {
    box: row(operator("−", { form: "prefix" }), box),
    level: SUM,
    first: "bracket",
    open: false,
  };
}

/** @param {string} name @returns {Box} */
function symbol(name) {
  if (Object.hasOwn(CONSTANTS, name)) return ["mi", {}, CONSTANTS[name].text];
  const [stem, index] = name.split("_");
  const letter = /** @type {Box} */ (["mi", {}, pretty(stem)]);
  return index ? ["msub", {}, letter, [/^\d/.test(index) ? "mn" : "mi", {}, index]] : letter;
}

/** Is a term written with a minus? @param {Tree} tree */
function isNegative(tree) {
  return typeof tree === "number" ? tree < 0 : Array.isArray(tree) && tree[0] === "Negate";
}

/** @param {Operation} tree @param {(i: number) => Piece} inner @returns {Piece} */
function sum(tree, inner) {
  const boxes = [];
  for (let i = 1; i < tree.length; i++) {
    const piece = inner(i),
      negative = isNegative(tree[i]);
    if (i > 1 && !negative) boxes.push(operator("+"));
    boxes.push(
      negative && i > 1
        ? infix(piece.box)
        : Array.isArray(tree[i]) && tree[i][0] === "Add"
          ? bracketed(piece.box)
          : piece.box,
    );
  }
  return { box: row(...boxes), level: SUM, first: "bracket", open: false };
}

/** The minus before a later term stands between two terms. @param {Box} box @returns {Box} */
function infix([tag, attributes, ...children]) {
  if (tag === "mo") return [tag, { form: "infix" }, ...children];
  return [tag, attributes, infix(/** @type {Box} */ (children[0])), ...children.slice(1)];
}

/** @param {Piece[]} pieces @returns {Piece} */
function product(pieces) {
  const boxes = pieces.flatMap((piece, i) => {
    const box =
      i === 0 && piece.level === SUM && piece.box[0] !== "mrow" ? piece.box : wrap(piece, PRODUCT);
    return i === 0 ? [box] : [...between(pieces[i - 1], piece), box];
  });
  const last = pieces[pieces.length - 1];
  const first = pieces[0].level < PRODUCT ? "bracket" : pieces[0].first;
  return { box: row(...boxes), level: PRODUCT, first, open: last.level >= PRODUCT && last.open };
}

/**
 * What stands between two factors: nothing, a thin space, or a dot.
 * @param {Piece} left
 * @param {Piece} right
 * @returns {Box[]}
 */
function between(left, right) {
  const inBrackets = right.level < PRODUCT;
  const dot =
    (!inBrackets && (right.first === "digit" || right.first === "derivative")) ||
    (left.level >= PRODUCT && left.open && (inBrackets || right.first !== "function")) ||
    (left.box[0] === "mfrac" && right.box[0] === "mfrac") ||
    (left.first === "digit" && right.box[0] === "mfrac");
  if (dot) return [operator("·")];
  const spaced = !inBrackets && right.first === "function";
  return spaced ? [operator("\u2062"), ["mspace", { width: "0.17em" }]] : [operator("\u2062")];
}

/** d/dx of a part. @param {Piece} piece @param {string} variable @returns {Piece} */
function derivative(piece, variable) {
  return {
    ...atom(row(ratio(null, symbol(variable)), operator("\u2061"), bracketed(piece.box)), PRODUCT),
    first: "derivative",
  };
}

/** dy/du @param {Box | null} above @param {Box} below @returns {Box} */
function ratio(above, below) {
  const d = /** @type {Box} */ (["mi", {}, "d"]);
  return ["mfrac", {}, above ? row(d, above) : d, row(d, below)];
}

/** @param {Piece} base @param {Piece} exponent @returns {Piece} */
function power(base, exponent) {
  const box = /** @type {Box} */ (["msup", {}, wrap(base, ATOM), legible(exponent.box)]);
  return { box, level: POWER, first: base.level < ATOM ? "bracket" : base.first, open: false };
}

/**
 * A fraction in an exponent is as large as the exponent, not smaller still.
 * @param {Box} box @returns {Box}
 */
const legible = (box) => (holds(box, "mfrac") ? ["mrow", { displaystyle: "true" }, box] : box);

/** @param {Box | string} box @param {string} tag @returns {boolean} */
function holds(box, tag) {
  if (typeof box === "string") return false;
  const [name, , ...parts] = box;
  return name === tag || parts.some((part) => holds(part, tag));
}

/**
 * A function of something simple needs no brackets: sin 2x.
 * @param {string} head
 * @param {Tree} argument
 * @param {Piece} piece
 * @returns {Piece}
 */
function call(head, argument, piece) {
  const name = /** @type {Box} */ (["mi", { class: "pt-upright" }, HEADS[head].text]);
  const bare = HEADS[head].bare && isSimple(argument);
  const apply = operator("\u2061");
  const box = bare
    ? row(name, apply, ["mspace", { width: "0.17em" }], piece.box)
    : row(name, apply, bracketed(piece.box));
  return { box, level: CALL, first: "function", open: bare };
}

/** @param {Tree} tree @returns {boolean} */
function isSimple(tree) {
  if (typeof tree === "number") return tree >= 0;
  if (typeof tree === "string") return true;
  return (
    tree[0] === "Multiply" &&
    tree.length === 3 &&
    typeof tree[1] === "number" &&
    tree[1] >= 0 &&
    typeof tree[2] === "string"
  );
}
