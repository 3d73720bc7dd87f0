/** The rectangle of the product rule: Δx makes it grow by two strips and a small corner. */
import {
  button,
  buttonRow,
  byKey,
  change,
  chooser,
  disable,
  slider,
} from "../../shell/controls.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { format } from "../../core/formatting.js";
import { live } from "../../shell/live.js";
import { named } from "../../shell/more.js";
import { COMMON } from "../../shell/words.js";
import { grower, shareOf } from "./growth.js";
import { rectangle } from "./picture.js";
import { addition, comparison, percent, sentence } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").ProductRectangle} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]["pairs"][number]} Pair */
/** @typedef {ReturnType<typeof situation>} State */

export { grower, shareOf } from "./growth.js";
export { evenly, windowOf } from "./picture.js";
export { sentence } from "./words.js";

const KEYS = ["pair", "x", "nudge"];
/** The button makes Δx no smaller than this: the digits of a difference run out. */
const SMALLEST = 1e-4;
/** The table's Δx. */
const SIZES = [1, 0.1, 0.01, 0.001];

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { pairs } = model.get("data"),
    chosen = byKey(pairs, (pair) => ({ pair, grow: grower(pair.sides) }));
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-growing"],
    solve: () => situation(chosen(model.get("pair")), model.get("x"), model.get("nudge")),
    build: (state) => build(model, pairs, state),
  });
}

/**
 * @param {{pair: Pair, grow: ReturnType<typeof grower>}} chosen @param {number} x
 * @param {number} nudge
 */
const situation = ({ pair, grow }, x, nudge) => ({ pair, grow, x, nudge, growth: grow(x, nudge) });

/** @param {Model} model @param {Pair[]} pairs @param {() => State} state */
function build(model, pairs, state) {
  const picture = rectangle(WORDS.picture),
    words = status(),
    lines = [arithmeticLine(), arithmeticLine()];
  const chosen = chooser(model, {
    name: "pair",
    label: WORDS.sides,
    list: pairs,
    start: ({ start }) => start,
  });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.point,
    range: () => state().pair.places,
    step: 0.05,
  });
  const nudge = slider(model, {
    name: "nudge",
    symbol: "Δx",
    label: WORDS.nudge,
    range: [-1, 1],
    step: 0.01,
  });
  const buttons = actions(model, state);
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  const controls = [chosen, x, nudge, buttons, numbers];
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-sliders" }, x.element, nudge.element, buttons.element),
      html("div", { class: "pt-words" }, ...lines.map(({ element }) => element), words.element),
      numbers.element,
    ],
    pictures: [picture.picture],
    draw: picture.draw,
    /** @param {State} now */
    refresh(now) {
      for (const control of controls) control.update();
      lines[0].update(addition(now.growth));
      lines[1].update(comparison(now.growth));
      words.update(sentence(now));
    },
    undo: [],
  };
}

/** @param {Model} model @param {() => State} state */
function actions(model, state) {
  const reset = button(COMMON.reset, () => change(model, state().pair.start));
  const tenth = button(WORDS.tenth, () => change(model, { nudge: model.get("nudge") / 10 }));
  const element = named(buttonRow(WORDS.buttons, tenth, reset), "nudge");
  const update = () => {
    const { x, nudge, pair } = state();
    disable(tenth, Math.abs(nudge) < 10 * SMALLEST, reset);
    disable(reset, x === pair.start.x && nudge === pair.start.nudge, tenth);
  };
  return { element, update };
}

/** Smaller and smaller Δx of the same sign, at the same place. @param {State} state */
function rows({ grow, x, nudge }) {
  return SIZES.map((size) => {
    const near = nudge < 0 ? -size : size,
      growth = grow(x, near),
      { strips, areas, whole, ratio } = growth;
    const numbers = [near, whole, strips, areas[3], ratio].map((number) => format(number, 6));
    return [...numbers.slice(0, -1), percent(shareOf(growth)), ...numbers.slice(-1)];
  });
}

export default live(render, { primary: ["nudge", "x"] });
