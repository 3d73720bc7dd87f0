/**
 * The function machine: x runs through the stages of an expression, drawn in a row and as a tree.
 */
import { change, checkbox, select, slider, status, table, watch } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { exchanged } from "../../language/composition.js";
import { diagram } from "./diagram.js";
import { machines } from "./row.js";
import { grow, run } from "./trace.js";
import { rows, sentence } from "./words.js";
import { fixed } from "../../core/formatting.js";
import { typedField } from "../../language/field.js";
import { handTree } from "../../language/hand.js";
import { parse } from "../../language/parse.js";
import { plainText } from "../../language/writing.js";
import { live } from "../../shell/live.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").FunctionMachine} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { decompose, exchanged } from "../../language/composition.js";
export { grow, row, run } from "./trace.js";
export { parse } from "../../language/parse.js";
export { plainText } from "../../language/writing.js";

const KEYS = ["expression", "x", "swap"];
/** The choice that stands for an expression that is not in the list. */
const OWN = "own";

/**
 * @typedef {{text: string, tree: import("../../core/expression.js").Tree}} Listed an expression of
 *   the book
 */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { expressions, range } = model.get("data");
  const parts = build(model, expressions, () => state.shown);
  let state = read(model, expressions[0].tree);
  let drawn = "";

  const update = () => {
    const key = `${model.get("expression")} ${model.get("swap")}`;
    if (key !== drawn) {
      state = read(model, state.tree);
      parts.redraw(state.shown);
      drawn = key;
    }
    const x = model.get("x");
    run(state.first, x);
    if (state.shown !== state.first) run(state.shown, x);
    parts.update(state, x, range);
  };

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-machine");
  update();
  const undo = [handTree(model, ["x"]), watch(model, KEYS, update)];
  return () => undo.forEach((stop) => stop());
}

/**
 * The expression of the state as a tree of functions: the first order, and the one that is shown.
 * @param {Model} model
 * @param {import("../../core/expression.js").Tree} before shown while what is typed cannot be read
 */
function read(model, before) {
  const tree = parse(model.get("expression")).tree ?? before;
  const other = exchanged(tree);
  const first = grow(tree);
  return {
    tree,
    first,
    shown: other !== null && model.get("swap") ? grow(other) : first,
    canSwap: other !== null,
  };
}

/** @typedef {ReturnType<typeof read>} State */

/**
 * @param {Model} model
 * @param {Listed[]} expressions
 * @param {() => State["shown"]} shown
 */
function build(model, expressions, shown) {
  const chain = machines(),
    picture = diagram(),
    words = status();
  const chosen = select(model, {
    name: "listed",
    label: COMMON.expression,
    options: [
      ...expressions.map(({ text }) => ({ value: text, label: text })),
      { value: OWN, label: COMMON.asTyped },
    ],
    choose: (value) => (value === OWN ? {} : { expression: value, swap: false }),
  });
  const typed = typedField({
    label: COMMON.typeOne,
    name: "expression",
    value: model.get("expression"),
    preview: false,
    onTree: (_, text) => {
      if (text !== model.get("expression")) change(model, { expression: text });
    },
  });
  const swap = checkbox(model, { name: "swap", label: WORDS.swap });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.in,
    step: 0.05,
    show: (value) => fixed(value, 2),
  });
  const numbers = table(WORDS.table, WORDS.columns, () => rows(shown()));
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, typed.element),
      swap.element,
      chain.element,
      html("div", { class: "pt-sliders" }, x.element),
      html("div", { class: "pt-words" }, words.element),
      html(
        "div",
        { class: "pt-main pt-scroll", tabindex: "0", role: "group", "aria-label": WORDS.treeName },
        picture.element,
      ),
      numbers.element,
    ],
    /** @param {State["shown"]} root */
    redraw(root) {
      const text = model.get("expression");
      if (text !== typed.input.value) typed.update(text);
      const same = JSON.stringify(parse(text).tree);
      const listed = expressions.find(({ tree }) => JSON.stringify(tree) === same);
      chosen.input.value = listed?.text ?? OWN;
      chain.redraw(root);
      picture.redraw(root, plainText(root.tree));
    },
    /** @param {State} state @param {number} at @param {{min: number, max: number}} range */
    update({ first, shown: root, canSwap }, at, range) {
      chain.update(at);
      picture.update();
      words.update(sentence(root, at, root === first ? null : first));
      x.update(range);
      swap.update();
      swap.input.disabled = !canSwap;
      numbers.update();
    },
  };
}

export default live(render);
