/** The parts of the optimiser race: its pictures, its lanes, its controls, its words. */
import { checkbox, chooser, slider } from "../../shell/controls.js";
import { status } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { fixed, whole } from "../../core/formatting.js";
import { player, startSlider, stepSlider, stepTable } from "../../shell/player.js";
import { dragTraits } from "../../charts/drag.js";
import { outlines, sample } from "../../charts/levels.js";
import { plane } from "../../charts/plane.js";
import { costs } from "./costs.js";
import { lanes } from "./lanes.js";
import { legend } from "./legend.js";
import { trails } from "./trails.js";
import { sentence } from "./words.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").OptimiserRace} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]} Data */
/** @typedef {Data["surfaces"][number]} Surface */
/** @typedef {import("./index.js").State} State */

const PERIOD = 150;

/** @param {Model} model @param {Data} data @param {() => State} state */
export function build(model, data, state) {
  const { steps, names } = data,
    everybody = Object.keys(names);
  const map = plane({ label: WORDS.map }),
    chart = costs(everybody, steps);
  const words = status(),
    track = lanes(model, names, state),
    key = legend(names);
  const controls = controlsOf(model, data, state, map.element);
  const { chosen, log, play, k, theta1, theta2, beta, noise, seed } = controls;
  const numbers = stepTable(
    state,
    ["k", ...Object.values(names)],
    ({ tracks, running }, step) =>
      everybody.map((name) => (running.includes(name) ? (tracks[name].values[step] ?? "∞") : "–")),
    WORDS.table,
  );
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element),
      key.element,
      html("div", { class: "pt-main" }, map.element),
      html(
        "div",
        { class: "pt-sliders pt-race-controls" },
        html("div", { class: "pt-time" }, play.element, k.element),
        html("div", { class: "pt-course" }, beta.element, noise.element, seed.element),
        track.element,
        html("div", { class: "pt-course" }, theta1.element, theta2.element),
      ),
      html("div", { class: "pt-side" }, chart.element, log.element),
      html("div", { class: "pt-words" }, words.element),
      numbers.element,
    ],
    pictures: [map.picture, chart.picture],
    draw: drawer(map, chart, trails(map, everybody), data),
    /** @param {State} now */
    refresh(now) {
      for (const control of Object.values(controls)) control.update();
      key.update(now);
      track.update(now);
    },
    /** @param {State} now */
    tell(now) {
      words.update(sentence(now, names));
      numbers.update();
    },
    undo: [
      dragTraits(model, map.start, map.picture, () => [
        ["theta1", state().surface.x],
        ["theta2", state().surface.y],
      ]),
      play.stop,
    ],
  };
}

/**
 * Draws the pictures: level lines only when the cost or the size changed, racers always.
 * @param {import("../../charts/plane.js").Plane} map @param {ReturnType<typeof costs>} chart
 * @param {ReturnType<typeof trails>} run @param {Data} data
 */
function drawer(map, chart, run, { line }) {
  let drawn = "";
  return (/** @type {State} */ now, /** @type {boolean} */ anew) => {
    const { surface, cost, start, tracks, k, log } = now;
    if (anew || drawn !== surface.key) {
      drawn = surface.key;
      map.layout(surface);
      map.redraw(outlines(sample(cost, map.picture), surface.levels), surface.minima);
    }
    map.update([start], 0);
    run(tracks, k);
    chart.update(tracks, { k, log, lowest: surface.lowest, line });
  };
}

/**
 * @param {Model} model @param {Data} data @param {() => State} state
 * @param {Element} moving what glides while it plays
 */
function controlsOf(model, { surfaces, steps, lastSeed }, state, moving) {
  const heavy = () => ["momentum", "nesterov"].some((name) => state().running.includes(name));
  return {
    k: stepSlider(model, steps),
    theta1: startSlider(model, { name: "theta1", symbol: "θ₁", range: () => state().surface.x }),
    theta2: startSlider(model, { name: "theta2", symbol: "θ₂", range: () => state().surface.y }),
    beta: slider(model, {
      name: "beta",
      symbol: "β",
      label: WORDS.beta,
      range: [0, 0.99],
      step: 0.01,
      show: (value) => fixed(value, 2),
      off: () => !heavy(),
    }),
    noise: slider(model, {
      name: "noise",
      label: WORDS.noise,
      range: () => [0, state().surface.noisiest],
      step: () => state().surface.noisiest / 60,
    }),
    seed: slider(model, {
      name: "seed",
      label: WORDS.seed,
      range: [0, lastSeed],
      step: 1,
      show: whole,
      off: () => state().noise === 0,
    }),
    chosen: chooser(model, {
      name: "surface",
      label: COMMON.cost,
      list: surfaces,
      before: "J = ",
      start: ({ alphas, theta1, theta2 }) => ({ theta1, theta2, ...alphas, noise: 0 }),
    }),
    log: checkbox(model, {
      name: "log",
      label: COMMON.logScale,
      off: () => state().surface.lowest === null,
    }),
    play: player(model, { key: "k", last: () => steps, moving, period: PERIOD }),
  };
}
