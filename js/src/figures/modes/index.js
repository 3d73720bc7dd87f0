/** The two modes: a small graph swept forward from an input, or in reverse from an output. */
import { button, buttonRow, byKey, change, chooser, select } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { named } from "../../shell/more.js";
import { countOf, player } from "../../shell/player.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { picture } from "./picture.js";
import { edgesOf, sweepOf } from "./sweep.js";
import { costs, key, rows, sentence } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("./sweep.js").Traits} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {ReturnType<typeof situation>} State */

export { costs, sentence } from "./words.js";

/** A step of the player lasts long enough to be read in part. */
const PERIOD = 1600;

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    graphs = byKey(model.get("data").graphs, ({ nodes }) => nodes);
  return explorer(context, {
    keys: ["graph", "mode", "seed", "step"],
    kinds: ["pt-modes"],
    solve: () =>
      situation(
        graphs(model.get("graph")),
        model.get("mode"),
        model.get("seed"),
        countOf(model, "step"),
      ),
    build: (state) => build(model, state),
  });
}

/**
 * Everything that is true of a sweep after some steps.
 * @param {import("./sweep.js").Node[]} nodes @param {string} mode @param {string} seed
 * @param {number} count of steps, as far as there are so many
 */
export function situation(nodes, mode, seed, count) {
  const sweep = sweepOf(nodes, mode === "forward", seed),
    step = Math.min(count, sweep.order.length);
  const done = sweep.order.slice(0, step),
    known = nodes.map((_, place) => sweep.starts.includes(place) || done.includes(place));
  const multiplied = done.reduce((sum, place) => sum + sweep.edges[place].length, 0);
  const current = step ? sweep.order[step - 1] : sweep.seed;
  return { nodes, edges: edgesOf(nodes), sweep, step, known, multiplied, current };
}

/** @param {Model} model @param {() => State} state */
function build(model, state) {
  const graph = picture(state().nodes),
    legend = arithmeticLine("pt-key"),
    words = status();
  const choices = [graphChooser(model), modeChooser(model), seedChooser(model, state)];
  const steps = stepping(model, state, graph.element);
  const cost = table(WORDS.costsOf, WORDS.costs, () => costs(state())),
    numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  cost.element.open = true;
  const region = html(
    "div",
    { class: "pt-scroll", tabindex: "0", role: "group", "aria-label": WORDS.region },
    graph.element,
  );
  return {
    elements: [
      html("div", { class: "pt-bar" }, ...choices.map(({ element }) => element)),
      html("div", { class: "pt-main" }, region, legend.element),
      html("div", { class: "pt-sliders" }, steps.element),
      html("div", { class: "pt-words" }, words.element),
      html("div", { class: "pt-side" }, cost.element),
      numbers.element,
    ],
    pictures: [graph],
    draw: graph.draw,
    /** @param {State} now */
    refresh(now) {
      for (const part of [...choices, steps, cost, numbers]) part.update();
      legend.update(key(now));
      words.update(sentence(now));
    },
    undo: [steps.stop],
  };
}

/** @param {Model} model */
const graphChooser = (model) =>
  chooser(model, {
    name: "graph",
    label: WORDS.graph,
    list: model.get("data").graphs,
    start: () => ({ step: 0 }),
  });

/** @param {Model} model */
const modeChooser = (model) =>
  select(model, {
    name: "mode",
    label: WORDS.mode,
    options: Object.entries(WORDS.modes),
    choose: (mode) => ({ mode, step: 0 }),
  });

/**
 * Where the sweep starts: one of the inputs, or of the outputs.
 * @param {Model} model @param {() => State} state
 */
function seedChooser(model, state) {
  const { element, input } = select(model, {
    name: "seed",
    label: WORDS.seed,
    options: [],
    choose: (seed) => ({ seed, step: 0 }),
  });
  let offered = "";
  const update = () => {
    const { nodes, sweep } = state(),
      starts = sweep.starts.map((place) => nodes[place]);
    const now = starts.map((node) => node.key).join();
    if (now !== offered)
      input.replaceChildren(...starts.map((one) => html("option", { value: one.key }, one.label)));
    offered = now;
    input.value = nodes[sweep.seed].key;
    input.disabled = starts.length === 1;
  };
  return { element, update };
}

/**
 * The player, and a button for all the steps.
 * @param {Model} model @param {() => State} state @param {Element} moving
 */
function stepping(model, state, moving) {
  const last = () => state().sweep.order.length;
  const play = player(model, { key: "step", last, moving, period: PERIOD });
  const all = button(WORDS.all, () => {
    play.stop();
    change(model, { step: last() });
  });
  const row = html("div", { class: "pt-stepping" }, play.element, buttonRow(WORDS.jump, all));
  return { element: named(row, "play"), stop: play.stop, update: play.update };
}

export default live(render, { primary: ["mode", "play"] });
