/** The parts of the optimiser race: its pictures, its lanes, its controls, its words. */
import { checkbox, select, slider, status, table } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { fixed, format, whole } from "../../core/formatting.js";
import { player, stepSlider } from "../../shell/player.js";
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

const PERIOD = 150;

/**
 * @typedef {object} Surface what ptcode says of a cost
 * @property {string} key
 * @property {string} label
 * @property {string[]} variables
 * @property {import("../../core/expression.js").Tree} tree
 * @property {import("../../core/expression.js").Tree[]} partials
 * @property {[number, number][]} minima
 * @property {number[] | null} curvatures of a quadratic cost, the smallest first
 * @property {number | null} lowest the cost at the deepest minimum
 * @property {[number, number]} x the range of θ₁
 * @property {[number, number]} y the range of θ₂
 * @property {number[]} levels
 * @property {number} theta1
 * @property {number} theta2
 * @property {Record<string, number>} alphas
 * @property {Record<string, number>} fastest the right end of each α slider
 * @property {Record<string, number>} steps the step of each α slider
 * @property {number} noisiest
 *
 * @typedef {{surfaces: Surface[], steps: number, line: number, lastSeed: number, names:
 *   Record<string, string>}} Data
 */

/**
 * @param {Model} model @param {Data} data
 * @param {() => import("./index.js").State} state
 */
export function build(model, { surfaces, steps, lastSeed, names }, state) {
  const map = plane({
    label: WORDS.map,
  });
  const chart = costs(Object.keys(names), steps);
  const words = status();
  const track = lanes(model, names),
    key = legend(names);
  const sliders = makeSliders(model, steps);
  const chosen = select(model, {
    name: "surface",
    label: COMMON.cost,
    options: surfaces.map(({ key, label }) => ({ value: key, label: `J = ${label}` })),
    choose: (key) => suggestion(surfaces, key),
  });
  const log = checkbox(model, { name: "log", label: COMMON.logScale });
  const numbers = table(WORDS.table, ["k", ...Object.values(names)], () =>
    rows(state(), Object.keys(names)),
  );
  const play = player(model, { key: "k", last: () => steps, moving: map.element, period: PERIOD });
  const { k, theta1, theta2, beta, noise, seed } = sliders;
  return {
    map,
    chart,
    player: play,
    trails: trails(map, Object.keys(names)),
    elements: [
      html("div", { class: "pt-bar" }, chosen.element),
      key.element,
      html("div", { class: "pt-main" }, map.element),
      html("div", { class: "pt-side" }, chart.element, log.element),
      html(
        "div",
        { class: "pt-sliders pt-race-controls" },
        html("div", { class: "pt-time" }, play.element, k.element),
        html("div", { class: "pt-course" }, ...[beta, noise, seed].map(({ element }) => element)),
        track.element,
        html("div", { class: "pt-course" }, ...[theta1, theta2].map(({ element }) => element)),
      ),
      html("div", { class: "pt-words" }, words.element),
      numbers.element,
    ],
    /** @param {import("./index.js").State} now */
    refresh(now) {
      chosen.update();
      log.update();
      const flat = now.surface.lowest === null;
      if (log.input.disabled !== flat) log.input.disabled = flat;
      refreshSliders(sliders, now, steps, lastSeed);
      key.update(now);
      track.update(now);
      words.update(sentence(now, names));
      play.update();
      numbers.update();
    },
  };
}

/** @param {Model} model @param {number} steps */
function makeSliders(model, steps) {
  const two = (/** @type {number} */ value) => fixed(value, 2);
  return {
    k: stepSlider(model, steps),
    theta1: slider(model, {
      name: "theta1",
      symbol: "θ₁",
      label: COMMON.start,
      step: 0.05,
      show: two,
    }),
    theta2: slider(model, {
      name: "theta2",
      symbol: "θ₂",
      label: COMMON.start,
      step: 0.05,
      show: two,
    }),
    beta: slider(model, { name: "beta", symbol: "β", label: WORDS.beta, step: 0.01, show: two }),
    noise: slider(model, {
      name: "noise",
      symbol: "",
      label: WORDS.noise,
      step: 0.1,
      show: (value) => format(value),
    }),
    seed: slider(model, {
      name: "seed",
      symbol: "",
      label: WORDS.seed,
      step: 1,
      show: whole,
    }),
  };
}

/**
 * @param {ReturnType<typeof makeSliders>} sliders
 * @param {import("./index.js").State} now
 * @param {number} steps
 * @param {number} lastSeed
 */
function refreshSliders(
  { k, theta1, theta2, beta, noise, seed },
  { surface, running, noise: size },
  steps,
  lastSeed,
) {
  const fine = String(surface.noisiest / 60);
  if (noise.input.step !== fine) noise.input.step = fine;
  const heavy = running.includes("momentum") || running.includes("nesterov");
  if (beta.input.disabled === heavy) beta.input.disabled = !heavy;
  if (seed.input.disabled === size > 0) seed.input.disabled = size === 0;
  k.update({ min: 0, max: steps });
  theta1.update({ min: surface.x[0], max: surface.x[1] });
  theta2.update({ min: surface.y[0], max: surface.y[1] });
  beta.update({ min: 0, max: 0.99 });
  noise.update({ min: 0, max: surface.noisiest });
  seed.update({ min: 0, max: lastSeed });
}

/**
 * A change of cost comes with a start and learning rates worth seeing.
 * @param {Surface[]} surfaces
 * @param {string} key
 */
function suggestion(surfaces, key) {
  const { alphas, theta1, theta2 } = /** @type {Surface} */ (
    surfaces.find((surface) => surface.key === key)
  );
  return { surface: key, theta1, theta2, ...alphas, noise: 0 };
}

/** @param {import("./index.js").State} now @param {string[]} names */
function rows({ tracks, running, k }, names) {
  return Array.from({ length: k + 1 }, (_, step) => [
    whole(step),
    ...names.map((name) => {
      if (!running.includes(name)) return "–";
      const value = tracks[name].values[step];
      return value === undefined ? "∞" : format(value);
    }),
  ]);
}
