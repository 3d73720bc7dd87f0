/** Which computation is shown: a list, and a field for an expression of one's own. */
import { change, select } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { typedField } from "../../language/field.js";
import { fetchLibrary } from "./arranging.js";
import { startsOf, TYPED, typedNodes } from "./source.js";
import WORDS from "./words.json";
import { named } from "../../shell/more.js";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("./source.js").Data} Data */

/**
 * @param {Model} model @param {Data} data
 * @param {(complaint: string) => void} complain empty where all is well
 */
export function chooser(model, data, complain) {
  const { presets, typed } = data;
  const chosen = select(model, {
    name: "preset",
    label: WORDS.computation,
    options: [
      ...presets.map(({ name, title }) => /** @type {[string, string]} */ ([name, title])),
      .../** @type {[string, string][]} */ (typed ? [[TYPED, typed.title]] : []),
    ],
    choose: (name) => ({ preset: name, ...startsOf(data, name), step: 0 }),
  });
  const field = typedField({
    label: phrase(WORDS.typed, { variables: typed?.variables.join(", ") ?? "" }),
    name: "expression",
    value: model.get("expression"),
    variables: typed?.variables,
    preview: false,
    onTree(tree, text) {
      const complaint = typed ? (typedNodes(tree, data).complaint ?? "") : "";
      complain(complaint);
      if (!complaint && text !== model.get("expression"))
        change(model, { expression: text, step: 0 });
    },
  });
  // Whoever comes to type will need it; where it cannot be had, that is told when it is needed.
  field.input.addEventListener("focus", () => fetchLibrary().catch(() => {}));
  // where there is no choice nothing of it is a control
  const only = presets.length === 1 && !typed;
  const elements = only ? [] : [chosen.element, named(field.element, "expression")];
  return {
    element: html("div", { class: "pt-bar", hidden: only }, ...elements),
    update() {
      chosen.update();
      const shown = typed !== null && model.get("preset") === TYPED;
      field.element.hidden = !shown;
      if (shown) field.update(model.get("expression"));
    },
  };
}
