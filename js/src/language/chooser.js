/** A function of x, chosen from a list or typed: the value `expression` of a model. */
import { change, select } from "../shell/controls.js";
import { named } from "../shell/more.js";
import { COMMON } from "../shell/words.js";
import { typedField } from "./field.js";

/** The choice that stands for what is not in the list. */
const OWN = "own";

/**
 * @param {import("../shell/controls.js").Model} model
 * @param {object} options
 * @param {string} options.label
 * @param {string[]} options.texts what is listed
 * @param {import("../shell/controls.js").Changes} options.anew what else changes with a choice
 * @param {boolean} [options.preview] whether what is typed is typeset here
 * @param {boolean} [options.whole] only what can be read is taken over, and `anew` stays as it is
 * @param {(text: string) => string | undefined} [options.find] the listed text of the same function
 */
export function expressionChooser(model, options) {
  const { label, texts, anew, preview = false, whole = false } = options;
  const find = options.find ?? ((text) => texts.find((one) => one === text));
  const chosen = select(model, {
    name: "listed",
    label,
    options: [
      ...texts.map((text) => /** @type {[string, string]} */ ([text, text])),
      [OWN, COMMON.asTyped],
    ],
    choose: (value) => (value === OWN ? {} : { expression: value, ...anew }),
  });
  const typed = typedField({
    label: COMMON.typeOne,
    name: "expression",
    value: String(model.get("expression")),
    preview,
    ...(whole
      ? { onTree: (_, text) => change(model, { expression: text }) }
      : { onText: (text) => change(model, { expression: text, ...anew }) }),
  });
  return {
    elements: [chosen.element, typed.element].map((element) => named(element, "expression")),
    update() {
      const text = String(model.get("expression"));
      chosen.input.value = find(text) ?? OWN;
      typed.update(text);
    },
  };
}
