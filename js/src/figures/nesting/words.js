/** What the nested graphs say: what x becomes on its way, or which of the two functions fails. */
import { format } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { replace, U } from "../../language/composition.js";
import { plainText } from "../../language/writing.js";
import { why } from "../machine/trace.js";
import WORDS from "./words.json";

/** @typedef {import("./nest.js").Nest} Nest */

/** So many letters of a formula fit above a graph. */
const LONG = 12;

/** @param {import("./index.js").State} state */
export function sentence({ nest: { inner, outer, formulas }, x, u, y }) {
  const given = { place: equal("x", x), inner: formulas[0], u };
  if (Number.isNaN(u))
    return phrase(WORDS.innerFails, { ...given, trouble: why(inner, ["x"], [x]) });
  const failing = { outer: formulas[1], trouble: why(outer, [U], [u]) };
  if (Number.isNaN(y)) return phrase(WORDS.outerFails, { ...given, ...failing });
  const text = filled(outer, u);
  return phrase(WORDS.passes, { ...given, made: text === format(y) ? text : equal(text, y) });
}

/** @param {string} name @param {number} value */
export const equal = (name, value) => phrase(WORDS.equal, { name, value });

/**
 * The outer function with a number in it, as it is shown: sin(2.25), (−0.5)².
 * @param {Nest["outer"]} outer @param {number} u
 */
function filled(outer, u) {
  const number = format(u);
  const inserted = replace(outer, U, /[−·]/.test(number) ? `(${number})` : number);
  return plainText(inserted).replace(/\(\(([^()]*)\)\)/g, "($1)");
}

/**
 * What stands above each graph; a long formula would not fit, and is called by its name.
 * @param {Nest} nest
 */
export function titles({ swapped, formulas }) {
  const [g, f] = swapped ? "fg" : "gf";
  const short = [`${g}(x)`, `${f}(u)`, `${f}(${g}(x))`];
  return WORDS.titles.map((title, i) =>
    phrase(title, { f, g, formula: formulas[i].length > LONG ? short[i] : formulas[i] }),
  );
}
