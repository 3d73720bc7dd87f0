/** The parts of the training view: its pictures, its controls, its words. */
import { approach } from "./approach.js";
import { ground } from "./ground.js";
import { arithmetic, sentence } from "./words.js";
import { checkbox, slider } from "../../shell/controls.js";
import { arithmeticLine, status } from "../../shell/readings.js";
import { trace } from "../../charts/trace.js";
import { html } from "../../shell/dom.js";
import { player, startSlider, stepSlider, stepTable } from "../../shell/player.js";
import { compass } from "../../charts/compass.js";
import { dragTraits } from "../../charts/drag.js";
import { draw, outlines, rings, sample } from "../../charts/levels.js";
import { plane } from "../../charts/plane.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("../../networks/running_example.js").Data} Data */
/** @typedef {import("../../networks/running_example.js").Network} Network */
/** @typedef {import("./index.js").State} State */

const PERIOD = 90;

/** @param {Model} model @param {Data} data @param {Network} example @param {() => State} state */
export function build(model, data, example, state) {
  const { target, view } = data,
    [, first, second] = WORDS.columns;
  const map = plane({ label: WORDS.map, names: [first, second] }),
    prediction = approach(target),
    cost = trace();
  const words = status(),
    lines = [arithmeticLine(), arithmeticLine()];
  const sliders = slidersOf(model, data);
  const log = checkbox(model, { name: "log", label: COMMON.logScale });
  const play = player(model, {
    key: "k",
    last: () => state().path.positions.length - 1,
    moving: map.element,
    period: PERIOD,
  });
  const numbers = stepTable(state, WORDS.columns, ({ path }, i) => [
    ...path.positions[i],
    path.predictions[i],
    path.values[i],
    ...path.gradients[i],
  ]);
  return {
    elements: [
      html("div", { class: "pt-main" }, map.element),
      html(
        "div",
        { class: "pt-side" },
        html("div", {}, prediction.element),
        html("div", {}, cost.element),
        log.element,
      ),
      html("div", { class: "pt-sliders" }, ...sliders.map(({ element }) => element), play.element),
      html("div", { class: "pt-words" }, ...lines.map(({ element }) => element), words.element),
      numbers.element,
    ],
    pictures: [map, prediction, cost].map(({ picture }) => picture),
    draw: drawer({ map, prediction, cost }, example, data, model),
    refresh() {
      for (const control of [...sliders, log, play]) control.update();
    },
    /** @param {State} now */
    tell(now) {
      numbers.update();
      arithmetic(now).forEach((parts, i) => lines[i].update(parts));
      words.update(sentence(now));
    },
    undo: [
      dragTraits(model, map.start, map.picture, () => [
        ["W1", view.x],
        ["W2", view.y],
      ]),
      play.stop,
    ],
  };
}

/** @param {Model} model @param {Data} data */
function slidersOf(model, { steps, view, fastest }) {
  const [, first, second] = WORDS.columns;
  return [
    startSlider(model, { name: "W1", symbol: first, range: view.x }),
    startSlider(model, { name: "W2", symbol: second, range: view.y }),
    slider(model, {
      name: "alpha",
      symbol: "α",
      label: COMMON.learningRate,
      range: [0, fastest],
      step: 0.1,
    }),
    stepSlider(model, steps),
  ];
}

/**
 * Draws the pictures: what belongs to the landscape only when the size changed, marks always.
 * @param {{map: import("../../charts/plane.js").Plane, prediction: ReturnType<typeof approach>,
 *   cost: ReturnType<typeof trace>}} pictures
 * @param {Network} example @param {Data} data @param {Model} model
 */
function drawer({ map, prediction, cost }, example, { view, steps }, model) {
  const needle = compass(map),
    plains = ground(map);
  /** @type {import("../../charts/levels.js").Sampled} */
  let sampled;
  return (/** @type {State} */ now, /** @type {boolean} */ anew) => {
    const { path, k } = now;
    if (anew) {
      map.layout(view);
      sampled = sample(example.cost, map.picture);
      map.redraw(outlines(sampled, view.levels), []);
      plains(example.cost, view.flat);
      prediction.layout(steps);
    }
    now.outside = map.update(path.positions, k);
    needle.update({
      here: path.positions[k],
      gradient: path.gradients[k],
      steep: view.steep,
      minimum: null,
      level: draw(rings(sampled, path.values[k]), map.picture),
    });
    prediction.update(path.predictions, k);
    cost.update(path, k, steps, model.get("log"), 0);
  };
}
