/** The parts of the network trainer: its pictures, its controls, its words. */
import { costCurve, layerSizes } from "./curves.js";
import { diagram } from "./diagram.js";
import { map } from "./map.js";
import { reading, rows, sentence } from "./words.js";
import { button, checkbox, disable, select, slider, buttonRow } from "../../shell/controls.js";
import { named } from "../../shell/more.js";
import { status, table } from "../../shell/readings.js";
import { setPlaying } from "../../shell/speaking.js";
import { html, say } from "../../shell/dom.js";
import { format, whole } from "../../core/formatting.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { counted } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("../../networks/training.js").Constants} Constants */
/** @typedef {import("../../networks/training.js").Training} Training */

/** @typedef {(by: "step" | "epoch" | "start") => void} Go */

/**
 * @param {Model} model @param {Constants} constants
 * @param {{run: () => Training, play: () => void, go: Go}} actions
 */
export function build(model, constants, { run, play, go }) {
  const pictures = { map: map(), network: diagram(), costs: costCurve(), sizes: layerSizes() };
  const words = status(),
    numbers = readingLine(run);
  const { bar, log, sliders } = controls(model, constants);
  const player = trainingButtons(play, go);
  const layers = table(WORDS.table, WORDS.columns, () => rows(run()));
  const pair = [pictures.costs.element, pictures.sizes.element, log.element];
  return {
    pictures,
    elements: [
      html("div", { class: "pt-bar" }, ...bar.map(({ element }) => element)),
      html("div", { class: "pt-main" }, pictures.map.element),
      html("div", { class: "pt-control" }, player.element, numbers.element),
      html("div", { class: "pt-side" }, pictures.network.element),
      html("div", { class: "pt-sliders" }, ...sliders.map(({ element }) => element)),
      html("div", { class: "pt-words" }, words.element),
      html("div", { class: "pt-pair" }, ...pair),
      layers.element,
    ],
    /** The controls show the state. */
    refresh() {
      for (const control of [...bar, log, ...sliders]) control.update();
    },
    /** The line of numbers, every frame. */
    read: numbers.update,
    /** The sentence and the table, now and then. @param {number} goal @param {boolean} playing */
    tell(goal, playing) {
      setPlaying(words.element, playing);
      words.update(sentence(run(), constants, goal));
      layers.update();
      player.update(run(), constants.last, playing);
    },
  };
}

/** What a run has come to, in numbers. @param {() => Training} run */
function readingLine(run) {
  const parts = reading(run()).map(({ kind, text }) =>
    html("span", { class: kind ? `pt-${kind}` : null }, text),
  );
  return {
    element: html("p", { class: "pt-arithmetic pt-reading-line" }, ...parts),
    update: () => reading(run()).forEach(({ text }, i) => say(parts[i], text)),
  };
}

/** @param {() => void} play @param {Go} go */
function trainingButtons(play, go) {
  const buttons = {
    play: button(WORDS.play, play),
    step: button(WORDS.step, () => go("step")),
    epoch: button(WORDS.epoch, () => go("epoch")),
    reset: button(COMMON.reset, () => go("start")),
  };
  const face = /** @type {Element} */ (buttons.play.lastElementChild);
  return {
    element: named(buttonRow(WORDS.training, ...Object.values(buttons)), "play"),
    /** @param {Training} run @param {number} last @param {boolean} playing */
    update({ diverged, k }, last, playing) {
      say(face, playing ? WORDS.pause : WORDS.play);
      const over = diverged || k >= last;
      enable(buttons, { play: !over || playing, step: !over, epoch: !over, reset: k > 0 });
    },
  };
}

/** @param {Model} model @param {Constants} constants */
function controls(model, constants) {
  const { datasets, optimisers, activations, shown, paces, batches, points } = constants;
  const { alphas, widths, depths, seeds } = constants;
  /** @type {(list: {key: string, label: string}[]) => [string, string][]} */
  const labelled = (list) => list.map(({ key, label }) => [key, label]);
  /** @type {[string, string][]} */
  const sizes = batches.map((size) => [
    String(size),
    counted(size === points ? WORDS.allPoints : WORDS.points, size),
  ]);
  /** @typedef {Parameters<typeof select>[1]} Choice */
  /** @type {[string, string, Choice["options"], Choice["choose"]?][]} */
  const choices = [
    ["dataset", WORDS.data, labelled(datasets)],
    ["optimiser", WORDS.optimiser, labelled(optimisers), rates(model, constants)],
    ["activation", WORDS.activation, labelled(activations)],
    ["batch", WORDS.batch, sizes, (value) => ({ batch: Number(value) })],
    ["show", WORDS.show, Object.entries(shown)],
    ["pace", WORDS.pace, Object.entries(paces)],
  ];
  const oneByOne = { step: 1, show: whole };
  return {
    bar: choices.map(([name, label, options, choose]) =>
      select(model, { name, label, options, choose }),
    ),
    log: checkbox(model, { name: "log", label: COMMON.logScale }),
    sliders: [
      slider(onScale(model, "alpha", alphas), {
        name: "alpha",
        symbol: "α",
        label: COMMON.learningRate,
        range: [0, alphas.length - 1],
        step: 1,
        show: () => format(model.get("alpha")),
      }),
      slider(model, { name: "seed", label: WORDS.seed, range: seeds, ...oneByOne }),
      slider(model, { name: "width", label: WORDS.width, range: widths, ...oneByOne }),
      slider(model, { name: "depth", label: WORDS.depth, range: depths, ...oneByOne }),
    ],
  };
}

/**
 * What choosing another rule sets: the α that the reader last gave that rule, or its own.
 * @param {Model} model @param {Constants} constants
 */
function rates(model, { optimisers }) {
  const last = new Map(optimisers.map(({ key, alpha }) => [key, alpha]));
  return (/** @type {string} */ optimiser) => {
    last.set(String(model.get("optimiser")), Number(model.get("alpha")));
    return { optimiser, alpha: last.get(optimiser) };
  };
}

/**
 * A model whose `key` is a place on a scale of values: what a slider over powers of ten needs.
 * @param {Model} model @param {string} key @param {number[]} scale
 * @returns {import("../../shell/contract.d.ts").AnyModel}
 */
function onScale(model, key, scale) {
  const distance = (/** @type {number} */ value) =>
    Math.abs(Math.log(value / Number(model.get(key))));
  return {
    ...model,
    get: () =>
      scale.reduce((best, value, i) => (distance(value) < distance(scale[best]) ? i : best), 0),
    set: (_, place) => model.set(key, scale[Number(place)]),
    save_changes: () => model.save_changes(),
  };
}

/**
 * Switches buttons on and off; the focus is never left on one that is off.
 * @param {Record<string, HTMLButtonElement>} buttons @param {Record<string, boolean>} on
 */
function enable(buttons, on) {
  const names = Object.keys(buttons).sort((a, b) => Number(on[b]) - Number(on[a]));
  for (const name of names)
    disable(buttons[name], !on[name], on.play ? buttons.play : buttons.reset);
}
