/** The parts of the descent explorer: its pictures, its controls, its words. */
import { dragTraits } from "../../charts/drag.js";
import { trace } from "../../charts/trace.js";
import { fixed, format } from "../../core/formatting.js";
import { functionChooser } from "../../language/own/chooser.js";
import { checkbox, slider } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { apart } from "../../shell/more.js";
import { player, startSlider, stepSlider, stepTable } from "../../shell/player.js";
import { arithmeticLine, status } from "../../shell/readings.js";
import { COMMON } from "../../shell/words.js";
import { bands } from "./bands.js";
import { valley } from "./valley.js";
import { arithmetic, sentence } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("./index.js").State} State */
/** @typedef {import("./index.js").Cost} Cost */
/** @typedef {{costs: Cost[], own: import("./index.js").Own, steps: number}} Choice */

/** A state worth seeing. @param {Pick<Cost, "alpha" | "theta0">} cost */
export const startOf = ({ alpha, theta0 }) => ({ alpha, theta0, k: 20 });

/** @param {Model} model @param {Choice} choice @param {() => State} state */
export function build(model, choice, state) {
  const { own, steps } = choice,
    picture = valley(WORDS.picture),
    small = trace(),
    words = status(),
    line = arithmeticLine();
  const controls = controlsOf(model, choice, state, picture.element);
  const { chosen, half, log, rate, start, shown, play } = controls;
  const numbers = stepTable(state, WORDS.columns, ({ path }, i) => [
    path.positions[i],
    path.values[i],
    path.slopes[i],
  ]);
  const sliders = [rate, start, shown, play].map(({ element }) => element);
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, half.element),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-sliders" }, ...sliders),
      html("div", { class: "pt-words" }, line.element, words.element),
      html("div", { class: "pt-side", "data-control": "log" }, small.element, log.element),
      numbers.element,
    ],
    pictures: [picture.picture, small.picture],
    draw: drawer(picture),
    /** @param {State} now @param {boolean} drawn */
    refresh(now, drawn) {
      const { cost, path, k, half, lost } = now;
      if (drawn && !lost)
        small.update(path, k, steps, model.get("log"), cost.lowest * (half ? 0.5 : 1));
      for (const control of Object.values(controls)) control.update();
    },
    /** @param {State} now */
    tell(now) {
      words.update(sentence(now));
      line.update(now.lost ? [{ text: WORDS.noStep }] : arithmetic(now.path, now.alpha, now.k));
      numbers.update();
    },
    undo: [
      dragTraits(model, picture.start, picture.picture, () => [["theta0", state().cost.starts]]),
      play.stop,
      own.stop,
    ],
  };
}

/**
 * @param {Model} model @param {Choice} choice @param {() => State} state
 * @param {Element} moving what glides while it plays
 */
function controlsOf(model, { costs, own, steps }, state, moving) {
  return {
    rate: rateSlider(model, state),
    start: startSlider(model, { name: "theta0", symbol: "θ₀", range: () => state().cost.starts }),
    shown: stepSlider(model, steps),
    chosen: functionChooser(model, {
      name: "cost",
      label: COMMON.cost,
      list: costs,
      before: "J(θ) = ",
      last: WORDS.own,
      start: startOf,
      own,
    }),
    half: checkbox(model, { name: "half", label: WORDS.half }),
    log: checkbox(model, { name: "log", label: COMMON.logScale }),
    play: player(model, {
      key: "k",
      last: () => state().path.positions.length - 1,
      moving,
      off: () => state().lost,
    }),
  };
}

/** α, and below it which of its values do what. @param {Model} model @param {() => State} state */
function rateSlider(model, state) {
  const strip = bands();
  const { element, input, update } = slider(model, {
    name: "alpha",
    symbol: "α",
    label: COMMON.learningRate,
    range: () => [0, state().cost.fastest * (state().half ? 2 : 1)],
    step: () => state().cost.step,
    show: (value) => (state().cost.step < 0.01 ? format(value) : fixed(value, 2)),
    under: apart(strip.element, "regime"),
  });
  return {
    element,
    update() {
      update();
      strip.update(state().scaled.curvature, Number(input.max));
    },
  };
}

/**
 * Draws the picture: the curve only when it, or the size, changed, marks always.
 * @param {ReturnType<typeof valley>} picture
 */
function drawer(picture) {
  let drawn = "";
  return (/** @type {State} */ now, /** @type {boolean} */ anew) => {
    const { cost, scaled, half } = now,
      view = `${cost.key} ${half}`;
    if (anew || view !== drawn) {
      picture.picture.layout(cost);
      picture.redraw(scaled.cost);
      drawn = view;
    }
    now.outside = picture.update({ ...now, cost: scaled.cost });
  };
}
