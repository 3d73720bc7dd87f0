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

/**
 * @param {Model} model
 * @param {Constants} constants
 * @param {{run: () => Training, play: () => void, go: (by: "step" | "epoch" | "start") => void}}
 *   actions
 */
export function build(model, constants, { run, play, go }) {
  const pictures = { map: map(), network: diagram(), costs: costCurve(), sizes: layerSizes() };
  const words = status();
  const numbers = html(
    "p",
    { class: "pt-arithmetic pt-reading-line" },
    ...reading(run()).map(({ kind, text }) =>
      html("span", { class: kind ? `pt-${kind}` : null }, text),
    ),
  );
  const { dataset, activation, optimiser, batch, show, pace, log, sliders } = controls(
    model,
    constants,
  );
  const buttons = {
    play: button(WORDS.play, play),
    step: button(WORDS.step, () => go("step")),
    epoch: button(WORDS.epoch, () => go("epoch")),
    reset: button(COMMON.reset, () => go("start")),
  };
  const player = named(buttonRow(WORDS.training, ...Object.values(buttons)), "play");
  const layers = table(WORDS.table, WORDS.columns, () => rows(run()));
  const all = [dataset, activation, optimiser, batch, show, pace, log, ...sliders];
  return {
    pictures,
    elements: [
      html(
        "div",
        { class: "pt-bar" },
        dataset.element,
        optimiser.element,
        activation.element,
        batch.element,
        show.element,
        pace.element,
      ),
      html("div", { class: "pt-main" }, pictures.map.element),
      html("div", { class: "pt-control" }, player, numbers),
      html("div", { class: "pt-side" }, pictures.network.element),
      html("div", { class: "pt-sliders" }, ...sliders.map(({ element }) => element)),
      html("div", { class: "pt-words" }, words.element),
      html(
        "div",
        { class: "pt-pair" },
        pictures.costs.element,
        pictures.sizes.element,
        log.element,
      ),
      layers.element,
    ],
    /** The controls show the state. */
    refresh() {
      for (const control of all) control.update();
    },
    /** The line of numbers, every frame. */
    read() {
      reading(run()).forEach(({ text }, i) => say(numbers.children[i], text));
    },
    /** The sentence and the table, now and then. @param {number} goal @param {boolean} playing */
    tell(goal, playing) {
      setPlaying(words.element, playing);
      words.update(sentence(run(), constants, goal));
      layers.update();
      say(
        /** @type {Element} */ (buttons.play.lastElementChild),
        playing ? WORDS.pause : WORDS.play,
      );
      const over = run().diverged || run().k >= constants.last;
      enable(buttons, { play: !over || playing, step: !over, epoch: !over, reset: run().k > 0 });
    },
  };
}

/** @param {Model} model @param {Constants} constants */
function controls(model, constants) {
  const { batches, points, alphas, widths, depths, seeds } = constants;
  /** @type {(list: {key: string, label: string}[]) => [string, string][]} */
  const named = (list) => list.map(({ key, label }) => [key, label]);
  return {
    dataset: select(model, {
      name: "dataset",
      label: WORDS.data,
      options: named(constants.datasets),
    }),
    activation: select(model, {
      name: "activation",
      label: WORDS.activation,
      options: named(constants.activations),
    }),
    optimiser: select(model, {
      name: "optimiser",
      label: WORDS.optimiser,
      options: named(constants.optimisers),
      choose: rates(model, constants),
    }),
    batch: select(model, {
      name: "batch",
      label: WORDS.batch,
      options: batches.map((size) => [
        String(size),
        counted(size === points ? WORDS.allPoints : WORDS.points, size),
      ]),
      choose: (value) => ({ batch: Number(value) }),
    }),
    show: select(model, {
      name: "show",
      label: WORDS.show,
      options: Object.entries(constants.shown),
    }),
    pace: select(model, {
      name: "pace",
      label: WORDS.pace,
      options: Object.entries(constants.paces),
    }),
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
      slider(model, { name: "seed", label: WORDS.seed, range: seeds, step: 1, show: whole }),
      slider(model, { name: "width", label: WORDS.width, range: widths, step: 1, show: whole }),
      slider(model, { name: "depth", label: WORDS.depth, range: depths, step: 1, show: whole }),
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
