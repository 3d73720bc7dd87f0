/** The parts of the regression explorer: its pictures, its controls, its words. */
import { drawer } from "./drawing.js";
import { scatter } from "./scatter.js";
import { bindPoints } from "./points.js";
import { arithmetic, sentence } from "./words.js";
import { dragTraits } from "../../charts/drag.js";
import { plane } from "../../charts/plane.js";
import { button, change, chooser, slider } from "../../shell/controls.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { fixed, format, whole } from "../../core/formatting.js";
import { snap } from "../../core/numbers.js";
import { player, stepRows, stepSlider } from "../../shell/player.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../../generated/figures.d.ts").RegressionExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]} Data */
/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {import("./index.js").State} State */

/** @param {Model} model @param {Data} data @param {() => State} state */
export function build(model, data, state) {
  const view = plane({ label: WORDS.map, kind: "pt-half" });
  const axes = data.names.map((name, i) => (data.units[i] ? `${name} (${data.units[i]})` : name));
  const cloud = scatter({
    label: WORDS.scatter,
    xLabel: axes[0],
    yLabel: axes[1],
    place: (index, at) => movePoint(model, data, index, at),
  });
  const words = status(),
    line = arithmeticLine();
  const descent = descentSliders(model, data, state),
    points = pointSliders(model, data);
  const scale = chooser(model, {
    name: "scale",
    label: WORDS.input,
    list: data.views,
    start: ({ alpha, theta1, theta2 }) => ({ alpha, theta1, theta2, k: 0 }),
  });
  const numbers = table(COMMON.numbersOfSteps, WORDS.columns, () => {
    const { k, path } = state();
    return stepRows(k, (i) => [...path.positions[i], path.values[i], ...path.gradients[i]]);
  });
  const [first, ...rest] = WORDS.dataColumns;
  const rowsOfData = table(WORDS.data, [first, ...axes, ...rest], () => rows(state()));
  const play = player(model, {
    key: "k",
    last: () => state().path.positions.length - 1,
    moving: view.element,
  });
  const restore = button(WORDS.restore, () => change(model, { x: data.x, y: data.y }));
  return {
    elements: [
      html("div", { class: "pt-bar" }, scale.element),
      html("div", { class: "pt-main" }, cloud.element),
      html("div", { class: "pt-side" }, view.element),
      html(
        "div",
        { class: "pt-sliders pt-two" },
        html("div", {}, ...descent.map(({ element }) => element), play.element),
        html(
          "div",
          {},
          ...points.map(({ element }) => element),
          html("div", { class: "pt-player", "data-control": "point" }, restore),
        ),
      ),
      html("div", { class: "pt-words" }, line.element, words.element),
      numbers.element,
      rowsOfData.element,
    ],
    pictures: [view.picture, cloud.picture],
    draw: drawer(view, cloud, data),
    refresh() {
      for (const control of [scale, ...descent, ...points, play]) control.update();
    },
    /** @param {State} now */
    tell(now) {
      line.update(arithmetic(now));
      words.update(sentence(now, data.units));
      for (const one of [numbers, rowsOfData]) one.update();
    },
    undo: [
      bindPoints(model),
      dragTraits(model, view.start, view.picture, () => {
        const { x, y, steps } = state().view;
        return [
          ["theta1", x, steps[0]],
          ["theta2", y, steps[1]],
        ];
      }),
      play.stop,
    ],
  };
}

/** @param {Model} model @param {Data} data @param {() => State} state */
function descentSliders(model, { steps }, state) {
  return [
    slider(model, {
      name: "theta1",
      symbol: "θ₁",
      label: COMMON.start,
      range: () => state().view.x,
      step: () => state().view.steps[0],
    }),
    slider(model, {
      name: "theta2",
      symbol: "θ₂",
      label: COMMON.start,
      range: () => state().view.y,
      step: () => state().view.steps[1],
    }),
    slider(model, {
      name: "alpha",
      symbol: "α",
      label: COMMON.learningRate,
      range: () => [0, state().view.fastest],
      step: () => state().view.step,
    }),
    stepSlider(model, steps),
  ];
}

/** The point that is chosen, and its two coordinates. @param {Model} model @param {Data} data */
function pointSliders(model, { window, x, names, units, grain }) {
  const coordinate = (/** @type {"x" | "y"} */ axis, /** @type {number} */ i) => {
    const decimals = Math.max(0, Math.round(-Math.log10(grain[i])));
    return slider(model, {
      name: `p${axis}`,
      label: phrase(WORDS.its, { name: names[i] }),
      range: window[axis],
      step: grain[i],
      show: (value) => `${fixed(value, decimals)} ${units[i]}`.trim(),
    });
  };
  const point = slider(model, {
    name: "point",
    label: WORDS.point,
    range: [1, x.length],
    step: 1,
    show: (value) => phrase(COMMON.of, { value, count: x.length }),
  });
  return [point, coordinate("x", 0), coordinate("y", 1)];
}

/** @param {State} now */
function rows({ xs, ys, predict }) {
  return xs.map((x, i) => [
    whole(i + 1),
    ...[x, ys[i], predict(x), predict(x) - ys[i]].map((value) => format(value)),
  ]);
}

/** @param {Model} model @param {Data} data @param {number} index @param {Pair} at */
function movePoint(model, { window, grain }, index, at) {
  change(model, { point: index + 1 });
  change(model, { px: snap(at[0], window.x, grain[0]), py: snap(at[1], window.y, grain[1]) });
}
