/**
 * The function machine: x runs through the stages of an expression, drawn in a row and as a tree.
 */
import { checkbox, slider, watch } from "../../shell/controls.js";
import { status, table } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { exchanged } from "../../language/composition.js";
import { diagram } from "./diagram.js";
import { machines } from "./row.js";
import { grow, run } from "./trace.js";
import { rows, sentence } from "./words.js";
import { fixed } from "../../core/formatting.js";
import { expressionChooser } from "../../language/chooser.js";
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

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { expressions } = model.get("data");
  const parts = build(model, () => state);
  let state = read(model, expressions[0].tree);
  let drawn = "";

  const update = () => {
    const key = `${model.get("expression")} ${model.get("swap")}`;
    if (key !== drawn) {
      state = read(model, state.tree);
      parts.redraw(state.shown, namesOf(model, state));
      drawn = key;
    }
    const x = model.get("x");
    run(state.first, x);
    if (state.shown !== state.first) run(state.shown, x);
    parts.update(state, x);
  };

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-machine");
  update();
  return [handTree(model, ["x"]), watch(model, KEYS, update)];
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

/**
 * What the values of the row are called, as long as it is the row they were named for.
 * @param {Model} model @param {State} state @returns {string[]}
 */
function namesOf(model, { tree }) {
  const { of, values } = model.get("data").names;
  const same = of && JSON.stringify(parse(of).tree) === JSON.stringify(tree);
  return same && !model.get("swap") ? values.split(" ") : [];
}

/** @typedef {ReturnType<typeof read>} State */

/** @param {Model} model @param {() => State} state */
function build(model, state) {
  const { expressions, range } = model.get("data");
  const chain = machines(),
    picture = diagram(),
    words = status();
  const chosen = expressionChooser(model, {
    label: COMMON.expression,
    texts: expressions.map(({ text }) => text),
    anew: { swap: false },
    whole: true,
    find(text) {
      const same = JSON.stringify(parse(text).tree);
      return expressions.find(({ tree }) => JSON.stringify(tree) === same)?.text;
    },
  });
  const swap = checkbox(model, { name: "swap", label: WORDS.swap, off: () => !state().canSwap });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.in,
    range: [range.min, range.max],
    step: 0.05,
    show: (value) => fixed(value, 2),
  });
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state().shown));
  return {
    elements: [
      html("div", { class: "pt-bar" }, ...chosen.elements),
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
    /** @param {State["shown"]} root @param {string[]} names */
    redraw(root, names) {
      chosen.update();
      chain.redraw(root, names);
      picture.redraw(root, plainText(root.tree));
    },
    /** @param {State} now @param {number} at */
    update({ first, shown: root }, at) {
      chain.update(at);
      picture.update();
      words.update(sentence(root, at, root === first ? null : first, namesOf(model, state())));
      for (const control of [x, swap, numbers]) control.update();
    },
  };
}

export default live(render, { primary: ["x"] });
