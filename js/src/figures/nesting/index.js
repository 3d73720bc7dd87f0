/** The nested graphs: a height of the inner function's graph is a place on the outer one's axis. */
import { dragTraits } from "../../charts/drag.js";
import { spread } from "../../charts/outline.js";
import { format } from "../../core/formatting.js";
import { button, byKey, change, checkbox, chooser, disable, slider } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { status, table } from "../../shell/readings.js";
import { COMMON } from "../../shell/words.js";
import { graph } from "./graph.js";
import { nest } from "./nest.js";
import { sentence, titles } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").NestedGraphs} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {ReturnType<typeof situation>} State */

export { nest } from "./nest.js";
export { sentence } from "./words.js";

const KEYS = ["pair", "x", "swap"];
const OTHERS = 6;

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { pairs } = model.get("data");
  const orders = byKey(pairs, (pair) => [nest(pair, false), nest(pair, true)]);
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-nesting"],
    solve: () =>
      situation(orders(model.get("pair"))[Number(Boolean(model.get("swap")))], model.get("x")),
    build: (state) => build(model, pairs, state),
  });
}

/** @param {import("./nest.js").Nest} nest @param {number} x */
export const situation = (nest, x) => ({ nest, ...nest.heights(x) });

/** @param {Model} model @param {Traits["data"]["pairs"]} pairs @param {() => State} state */
function build(model, pairs, state) {
  const [inner, outer, both] = WORDS.pictures;
  const graphs = [
    graph({ label: inner, across: "x", up: "u", kind: "inner", held: true }),
    graph({ label: outer, across: "u", up: "y", kind: "outer" }),
    graph({ label: both, across: "x", up: "y", kind: "both" }),
  ];
  const words = status();
  const controls = controlsOf(model, pairs, state);
  const { chosen, swap, x, reset } = controls;
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  /** @type {State["nest"] | null} */ let drawn = null;
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, swap.element),
      html(
        "div",
        { class: "pt-main" },
        ...graphs.map(({ picture }) => html("div", {}, picture.element)),
      ),
      html("div", { class: "pt-sliders" }, x.element, reset.element),
      html("div", { class: "pt-words" }, words.element),
      numbers.element,
    ],
    pictures: graphs.map(({ picture }) => picture),
    /** @param {State} now @param {boolean} anew */
    draw(now, anew) {
      const other = anew || drawn !== now.nest;
      drawn = now.nest;
      const names = other ? titles(now.nest) : [];
      graphs.forEach((one, i) => {
        if (other) one.redraw(names[i], now.nest.curves[i], now.nest.window);
        one.update(now);
      });
    },
    /** @param {State} now */
    refresh(now) {
      for (const control of [...Object.values(controls), numbers]) control.update();
      words.update(sentence(now));
    },
    undo: [
      dragTraits(model, graphs[0].point, graphs[0].picture, () => [
        ["x", state().nest.pair.places],
      ]),
    ],
  };
}

/** @param {Model} model @param {Traits["data"]["pairs"]} pairs @param {() => State} state */
function controlsOf(model, pairs, state) {
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.goes,
    range: () => state().nest.pair.places,
    step: 0.05,
  });
  const back = button(COMMON.reset, () => change(model, state().nest.pair.start));
  return {
    chosen: chooser(model, {
      name: "pair",
      label: WORDS.pair,
      list: pairs,
      start: ({ start }) => start,
    }),
    swap: checkbox(model, { name: "swap", label: WORDS.swap }),
    x,
    reset: {
      element: html("div", { class: "pt-player", "data-control": "x" }, back),
      update() {
        const { x: at, swap } = state().nest.pair.start;
        disable(back, model.get("x") === at && model.get("swap") === swap, x.input);
      },
    },
  };
}

/** The present place and a few others. @param {State} state */
function rows({ nest, x }) {
  return [x, ...spread(nest.pair.places, OTHERS)].map((at) => {
    const { u, y } = nest.heights(at);
    return [at, u, y].map((value) => format(value, 5));
  });
}

export default live(render, { primary: ["x"] });
