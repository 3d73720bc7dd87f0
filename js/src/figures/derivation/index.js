/** The derivation stepper: any expression, differentiated one rule at a time, each step checked. */
import { change, select, slider, status, table, watch } from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { draggable } from "../../charts/drag.js";
import { checker } from "../../language/check.js";
import { lines } from "./lines.js";
import { heights, plot } from "./plot.js";
import { derivation, stepsOf } from "../../language/steps.js";
import { COLUMNS, rows, sentence } from "./words.js";
import { html } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { player } from "../../shell/player.js";
import { typedField } from "../../language/field.js";
import { handTree } from "../../language/hand.js";
import { parse } from "../../language/parse.js";
import { live } from "../../shell/live.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").DerivationStepper} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { checker } from "../../language/check.js";
export { derivation, stepsOf } from "../../language/steps.js";
export { sentence } from "./words.js";
export { compile } from "../../core/expression.js";
export { differentiate } from "../../language/differentiate.js";
export { mathmlText } from "../../language/mathml.js";
export { parse } from "../../language/parse.js";
export { simplify } from "../../language/simplify.js";
export { plainText } from "../../language/writing.js";

const KEYS = ["expression", "x", "step"];
const VARIABLE = "x";
const OWN = "own";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {ReturnType<typeof derive>} Derived */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { expressions, derivatives } = model.get("data");
  let derived = derive(parse(model.get("expression"), [VARIABLE]).tree ?? "x", derivatives);
  let drawn = { expression: "", step: -1, size: "" };
  const state = () => ({
    ...derived,
    x: model.get("x"),
    step: stepOf(model, derived),
    numbers: derived.check.at(model.get("x")),
  });
  const parts = build(model, expressions, state);

  const update = () => {
    const expression = model.get("expression");
    if (expression !== drawn.expression) {
      const { tree } = parse(expression, [VARIABLE]);
      if (tree !== undefined) derived = derive(tree, derivatives);
      parts.lines.redraw(derived.tree, derived.steps);
    }
    const now = state();
    if (expression !== drawn.expression || now.step !== drawn.step) parts.lines.mark(now.step);
    const wide = Math.max(3.2, Math.ceil(Math.abs(now.x) * 1.05));
    const changed = parts.plot.picture.measure();
    const size = `${expression} ${wide}`;
    if (changed || size !== drawn.size) {
      parts.plot.picture.layout({ x: [-wide, wide], y: heights(now.check.y, [-wide, wide]) });
      parts.plot.redraw(now.check.y);
    }
    drawn = { expression, step: now.step, size };
    parts.refresh(now);
  };

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-deriving");
  update();
  const undo = [
    handTree(model, [VARIABLE]),
    watch(model, KEYS, update),
    drag(parts.plot, model),
    onResize(parts.plot.element, () => {
      if (parts.plot.element.clientWidth !== parts.plot.picture.width) update();
    }),
    parts.player.stop,
  ];
  return () => undo.forEach((stop) => stop());
}

/** @param {Tree} tree @param {import("../../language/differentiate.js").LocalDerivatives} table */
function derive(tree, table) {
  const steps = stepsOf(derivation(tree, VARIABLE, table));
  return { tree, steps, check: checker(tree, steps, VARIABLE) };
}

/** @param {Model} model @param {Derived} derived */
function stepOf(model, { steps }) {
  return Math.max(0, Math.min(Math.round(model.get("step")), steps.length));
}

/**
 * @param {Model} model
 * @param {{text: string}[]} expressions
 * @param {() => import("./words.js").State} state
 */
function build(model, expressions, state) {
  const list = lines((step) => change(model, { step })),
    picture = plot(),
    words = status();
  const chosen = select(model, {
    name: "listed",
    label: COMMON.expression,
    options: [
      ...expressions.map(({ text }) => ({ value: text, label: text })),
      { value: OWN, label: COMMON.asTyped },
    ],
    choose: (value) => (value === OWN ? {} : { expression: value, step: 0 }),
  });
  const typed = typedField({
    label: COMMON.typeOne,
    name: "expression",
    value: model.get("expression"),
    preview: false,
    onText: (text) => change(model, { expression: text, step: 0 }),
  });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.place,
    step: 0.05,
    show: (value) => format(value),
  });
  const play = player(model, {
    key: "step",
    last: () => state().steps.length,
    moving: picture.element,
  });
  const numbers = table(WORDS.table, COLUMNS, () => rows(state()));
  return {
    lines: list,
    plot: picture,
    player: play,
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, typed.element),
      html("div", { class: "pt-main" }, list.element),
      html("div", { class: "pt-sliders" }, play.element, x.element),
      html("div", { class: "pt-words" }, words.element),
      html("div", { class: "pt-side" }, picture.element),
      numbers.element,
    ],
    /** @param {import("./words.js").State} now */
    refresh(now) {
      const expression = model.get("expression");
      chosen.input.value = expressions.some(({ text }) => text === expression) ? expression : OWN;
      typed.update(expression);
      x.update({ min: -3, max: 3 });
      play.update();
      list.update(now.numbers.lines);
      picture.update(now.x, now.numbers.y, now.numbers.lines[now.steps.length - 1].value);
      words.update(sentence(now));
      numbers.update();
    },
  };
}

/**
 * Lets the ring on the curve be dragged.
 * @param {ReturnType<typeof plot>} view
 * @param {Model} model
 */
function drag({ ball, picture }, model) {
  return draggable(ball, picture, ([at]) => {
    const x = Math.round(Math.min(3, Math.max(-3, at)) * 20) / 20;
    if (x !== model.get("x")) change(model, { x });
  });
}

export default live(render);
