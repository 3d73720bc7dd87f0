/** The parts of the training view: its pictures, its controls, its words. */
import { approach } from "./approach.js";
import { ground } from "./ground.js";
import { arithmetic, sentence } from "./words.js";
import { checkbox, slider, status, table } from "../../shell/controls.js";
import { trace } from "../../charts/trace.js";
import { html } from "../../shell/dom.js";
import { fixed, format, whole } from "../../core/formatting.js";
import { player, stepSlider } from "../../shell/player.js";
import { compass } from "../../charts/compass.js";
import { plane } from "../../charts/plane.js";
import { write } from "../surface/words.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").TrainingView} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

const PERIOD = 90;

/**
 * @param {Model} model
 * @param {import("../../networks/running_example.js").Data} data
 * @param {() => import("./index.js").State} state
 */
export function build(model, { steps, target, view, fastest }, state) {
  const map = plane({
    label: WORDS.map,
    names: [WORDS.columns[1], WORDS.columns[2]],
  });
  const [prediction, cost] = [approach(target), trace()];
  const words = status();
  const lines = [1, 2].map(() => html("p", { class: "pt-arithmetic" }));
  const sliders = {
    W1: slider(model, {
      name: "W1",
      symbol: WORDS.columns[1],
      label: COMMON.start,
      step: 0.05,
      show: (value) => fixed(value, 2),
    }),
    W2: slider(model, {
      name: "W2",
      symbol: WORDS.columns[2],
      label: COMMON.start,
      step: 0.05,
      show: (value) => fixed(value, 2),
    }),
    alpha: slider(model, {
      name: "alpha",
      symbol: "α",
      label: COMMON.learningRate,
      step: 0.1,
      show: (value) => format(value),
    }),
    k: stepSlider(model, steps),
  };
  const log = checkbox(model, { name: "log", label: COMMON.logScale });
  const play = player(model, {
    key: "k",
    last: () => state().path.positions.length - 1,
    moving: map.element,
    period: PERIOD,
  });
  const numbers = table(COMMON.numbersOfSteps, WORDS.columns, () => rows(state()));
  return {
    map,
    compass: compass(map),
    ground: ground(map),
    prediction,
    cost,
    player: play,
    elements: [
      html("div", { class: "pt-main" }, map.element),
      html(
        "div",
        { class: "pt-side" },
        html("div", {}, prediction.element),
        html("div", {}, cost.element),
        log.element,
      ),
      html(
        "div",
        { class: "pt-sliders" },
        ...Object.values(sliders).map(({ element }) => element),
        play.element,
      ),
      html("div", { class: "pt-words" }, ...lines, words.element),
      numbers.element,
    ],
    /** @param {import("./index.js").State} now */
    refresh(now) {
      sliders.W1.update({ min: view.x[0], max: view.x[1] });
      sliders.W2.update({ min: view.y[0], max: view.y[1] });
      sliders.alpha.update({ min: 0, max: fastest });
      sliders.k.update({ min: 0, max: steps });
      log.update();
      arithmetic(now).forEach((parts, i) => write(lines[i], parts));
      words.update(sentence(now));
      play.update();
      numbers.update();
    },
  };
}

/** @param {import("./index.js").State} now */
function rows({ path, k }) {
  return path.positions
    .slice(0, k + 1)
    .map((position, i) => [
      whole(i),
      ...[...position, path.predictions[i], path.values[i], ...path.gradients[i]].map((value) =>
        format(value),
      ),
    ]);
}
