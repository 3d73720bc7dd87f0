/** The derivation stepper: any expression, differentiated one rule at a time, each step checked. */
import { change, slider, watch } from "../../shell/controls.js";
import { status, table } from "../../shell/readings.js";
import { onResize } from "../../shell/size.js";
import { dragTraits } from "../../charts/drag.js";
import { checker } from "../../language/check.js";
import { lines } from "./lines.js";
import { heights, plot } from "./plot.js";
import { derivation } from "../../language/derivation.js";
import { stepsOf } from "../../language/steps.js";
import { COLUMNS, rows, sentence } from "./words.js";
import { html } from "../../shell/dom.js";
import { player, countOf } from "../../shell/player.js";
import { expressionChooser } from "../../language/chooser.js";
import { handTree } from "../../language/hand.js";
import { parse } from "../../language/parse.js";
import { live } from "../../shell/live.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").DerivationStepper} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {import("./words.js").State} State */

export { checker } from "../../language/check.js";
export { derivation } from "../../language/derivation.js";
export { stepsOf } from "../../language/steps.js";
export { sentence } from "./words.js";
export { compile } from "../../core/expression.js";
export { differentiate } from "../../language/differentiate.js";
export { mathmlText } from "../../language/mathml.js";
export { parse } from "../../language/parse.js";
export { isSimplified, simplify, size, work } from "../../language/simplify.js";
export { plainText } from "../../language/writing.js";

const KEYS = ["expression", "x", "step"];
const VARIABLE = "x";
/** @type {[number, number]} */
const RANGE = [-3, 3];

/** @typedef {import("../../core/expression.js").Tree} Tree */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { expressions, derivatives } = model.get("data");
  let derived = derive(parse(model.get("expression"), [VARIABLE]).tree ?? "x", derivatives);
  let drawn = { expression: "", step: -1, size: "" };
  const state = () => ({
    ...derived,
    x: model.get("x"),
    step: countOf(model, "step", derived.steps.length),
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
  return [
    handTree(model, [VARIABLE]),
    watch(model, KEYS, update),
    dragTraits(model, parts.plot.ball, parts.plot.picture, () => [["x", RANGE]]),
    onResize(parts.plot.element, () => {
      if (parts.plot.element.clientWidth !== parts.plot.picture.width * parts.plot.picture.scale)
        update();
    }),
    parts.player.stop,
  ];
}

/** @param {Tree} tree @param {import("../../language/differentiate.js").LocalDerivatives} table */
function derive(tree, table) {
  const steps = stepsOf(derivation(tree, VARIABLE, table));
  return { tree, steps, check: checker(tree, steps, VARIABLE) };
}

/** @param {Model} model @param {{text: string}[]} expressions @param {() => State} state */
function build(model, expressions, state) {
  const list = lines((step) => change(model, { step })),
    picture = plot(),
    words = status();
  const chosen = expressionChooser(model, {
    label: COMMON.expression,
    texts: expressions.map(({ text }) => text),
    anew: { step: 0 },
  });
  const x = slider(model, { name: "x", symbol: "x", label: WORDS.place, range: RANGE, step: 0.05 });
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
      html("div", { class: "pt-bar" }, ...chosen.elements),
      html("div", { class: "pt-main" }, list.element),
      html("div", { class: "pt-sliders" }, play.element, x.element),
      html("div", { class: "pt-words" }, words.element),
      html("div", { class: "pt-side" }, picture.element),
      numbers.element,
    ],
    /** @param {State} now */
    refresh(now) {
      for (const control of [chosen, x, play, numbers]) control.update();
      list.update(now.numbers.lines);
      picture.update(now.x, now.numbers.y, now.numbers.lines[now.steps.length - 1].value);
      words.update(sentence(now));
    },
  };
}

export default live(render, { primary: ["x", "play"] });
