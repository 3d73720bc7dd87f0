/** Who has integrated the function instead of differentiating it; ptcode has the same. */
import { contains, differentiate } from "../language/differentiate.js";
import { plainText } from "../language/writing.js";
import { phrase, verdict } from "./sentences.js";
import { isSolution } from "./sheet.js";
import { sizeOf } from "./size.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("./sheet.js").Sheet} Sheet */

const { MOST_OF_INTEGRAL } = LIMITS;

/**
 * Is its derivative the function, and are all other letters constants?
 * @param {Tree} tree @param {Sheet} sheet @param {Rules} rules @param {string[]} [others]
 */
export function isIntegral(tree, sheet, rules, others = []) {
  if (sizeOf(tree) > MOST_OF_INTEGRAL) return false;
  const slope = differentiate(tree, sheet.variable, rules.derivatives);
  if (others.some((letter) => contains(slope, letter))) return false;
  return isSolution(slope, { ...sheet, right: sheet.tree });
}

/** @param {Sheet} sheet @param {[Partial<Verdict>, string]} told */
export function integral({ tree }, [shown, numbers]) {
  const fill = { function: plainText(tree) };
  return verdict(
    "wrong",
    [phrase("integral", fill), numbers, phrase("integral-next", fill)],
    shown,
  );
}
