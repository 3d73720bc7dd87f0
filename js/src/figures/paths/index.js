/** Paths through layers: why there are so many, and how sums taken once in every node tame them. */
import { change, select, slider } from "../../shell/controls.js";
import { format, whole } from "../../core/formatting.js";
import { clamp } from "../../core/numbers.js";
import { memo } from "../../core/memo.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf, player } from "../../shell/player.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { layeredGraph } from "./picture.js";
import { adjointsOf, countsOf, linksOf, pathSums, routeOf } from "./sums.js";
import { arithmetic, formulas, sentence } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").PathCounter} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {ReturnType<typeof situation>} State */

export { sentence } from "./words.js";

const KEYS = ["layers", "width", "way", "path"];
const PERIOD = 300;

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { locals, layers, widths } = model.get("data"),
    kept = memo();
  const solve = () => {
    const depth = clamp(countOf(model, "layers"), ...layers),
      width = clamp(countOf(model, "width"), ...widths);
    const graph = kept("graph", `${depth} ${width}`, () => graphOf(locals, depth, width));
    return situation(graph, model.get("way"), countOf(model, "path", graph.paths));
  };
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-layered"],
    solve,
    build: (state) => build(model, state),
  });
}

/**
 * A graph with everything that does not depend on what is lit.
 * @param {import("./sums.js").Locals} locals @param {number} layers @param {number} width
 */
export function graphOf(locals, layers, width) {
  const links = linksOf(locals, layers, width);
  return {
    layers,
    width,
    links,
    ...pathSums(links),
    adjoints: adjointsOf(links),
    ...countsOf(layers, width),
  };
}

/** @param {ReturnType<typeof graphOf>} graph @param {string} way @param {number} asked */
export function situation(graph, way, asked) {
  const collects = way === "factored",
    path = collects ? 0 : asked;
  return { ...graph, collects, path, route: path ? routeOf(path, graph.layers, graph.width) : [] };
}

/** @param {Model} model @param {() => State} state */
function build(model, state) {
  const picture = layeredGraph(WORDS.picture),
    words = status(),
    counting = arithmeticLine(),
    line = arithmeticLine();
  const { way, sliders } = controlsOf(model, state);
  const steps = player(model, {
    key: "path",
    last: () => (state().collects ? 0 : state().paths),
    moving: picture.element,
    period: PERIOD,
    off: () => state().collects,
  });
  const numbers = table(WORDS.table, WORDS.columns, () => rows(model, state()));
  return {
    elements: [
      html("div", { class: "pt-bar" }, way.element),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-sliders" }, ...sliders.map(({ element }) => element), steps.element),
      html("div", { class: "pt-words" }, counting.element, words.element, line.element),
      numbers.element,
    ],
    pictures: [picture],
    draw: picture.draw,
    /** @param {State} now */
    refresh(now) {
      for (const control of [way, ...sliders, steps, numbers]) control.update();
      counting.update(formulas(now));
      words.update(sentence(now));
      line.update(arithmetic(now));
    },
    undo: [steps.stop],
  };
}

/** @param {Model} model @param {() => State} state */
function controlsOf(model, state) {
  const { layers, widths } = model.get("data");
  const way = select(model, {
    name: "way",
    label: WORDS.way,
    options: Object.entries(WORDS.ways),
    choose: (value) => ({ way: value, path: 0 }),
  });
  /** @param {string} name @param {string} label @param {[number, number]} range */
  const size = (name, label, range) => slider(model, { name, label, range, step: 1 });
  const path = slider(model, {
    name: "path",
    label: WORDS.path,
    range: () => [0, state().paths],
    step: 1,
    off: () => state().collects,
    show: () => whole(state().path),
  });
  const sizes = [size("layers", WORDS.layersOf, layers), size("width", WORDS.nodesOf, widths)];
  // Another graph has other paths. The slider itself, made before, is told first.
  for (const { input } of sizes) input.addEventListener("input", () => change(model, { path: 0 }));
  return { way, sliders: [...sizes, path] };
}

/** The present width with more and more layers. @param {Model} model @param {State} state */
function rows(model, { width }) {
  const {
    locals,
    layers: [, most],
  } = model.get("data");
  return Array.from({ length: most }, (_, i) => {
    const { layers, paths, multiplied, factored, sums, adjoints } = graphOf(locals, i + 1, width);
    const numbers = [layers, paths, multiplied, factored].map(whole);
    return [...numbers, format(sums[paths]), format(adjoints[0][0])];
  });
}

export default live(render, { primary: ["path", "layers"] });
