/**
 * What to do next about an answer that no mistake explains: the step that a derivative begins with.
 * ptcode/mistakes/next_step.py says the same.
 */
import { contains, decompose } from "../language/composition.js";
import { plainText } from "../language/writing.js";
import { phrase } from "./sentences.js";
import { pretty } from "../language/vocabulary.js";

/** @param {import("../core/expression.js").Tree} tree @param {string} variable */
export function nextStep(tree, variable) {
  const { kind, outer, inner, parts } = decompose(tree, variable),
    name = pretty(variable);
  if (kind === "composite" && outer !== undefined && inner !== undefined)
    return phrase("next-composite", { outer: plainText(outer), inner: plainText(inner), name });
  const moving = parts?.filter((part) => contains(part, variable)) ?? [];
  if (moving.length < 2) return phrase("next-basic", { name });
  const [first, second] = moving.map((part) => plainText(part));
  return phrase(`next-${kind}`, { first, second, name });
}
