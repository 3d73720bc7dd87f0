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
import { player, stepSlider, stepTable } from "../../shell/player.js";
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
  const scale = chooser(model, {
    name: "scale",
    label: WORDS.input,
    list: data.views,
    start: ({ alpha, theta1, theta2 }) => ({ alpha, theta1, theta2, k: 0 }),
  });
  const descent = descentControls(model, data, state, view.element),
    point = pointControls(model, data);
  const numbers = stepTable(state, WORDS.columns, ({ path }, i) => [
    ...path.positions[i],
    path.values[i],
    ...path.gradients[i],
  ]);
  const points = pointTable(axes, state);
  return {
    elements: [
      html("div", { class: "pt-bar" }, scale.element),
      html("div", { class: "pt-main" }, cloud.element),
      html("div", { class: "pt-side" }, view.element),
      html("div", { class: "pt-sliders pt-two" }, descent.element, point.element),
      html("div", { class: "pt-words" }, line.element, words.element),
      numbers.element,
      points.element,
    ],
    pictures: [view.picture, cloud.picture],
    draw: drawer(view, cloud, data),
    refresh() {
      for (const control of [scale, descent, point]) control.update();
    },
    /** @param {State} now */
    tell(now) {
      line.update(arithmetic(now));
      words.update(sentence(now, data.units));
      for (const one of [numbers, points]) one.update();
    },
    undo: [bindPoints(model), dragStart(model, view, state), descent.stop],
  };
}

/**
 * @param {Model} model @param {Data} data @param {() => State} state
 * @param {Element} moving what glides while it plays
 */
function descentControls(model, { steps }, state, moving) {
  const play = player(model, { key: "k", last: () => state().path.positions.length - 1, moving });
  const controls = [
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
    play,
  ];
  return {
    element: html("div", {}, ...controls.map(({ element }) => element)),
    update: () => controls.forEach((control) => control.update()),
    stop: play.stop,
  };
}

/** The point that is chosen, and its two coordinates. @param {Model} model @param {Data} data */
function pointControls(model, { window, x, y, names, units, grain }) {
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
  const sliders = [point, coordinate("x", 0), coordinate("y", 1)];
  const restore = button(WORDS.restore, () => change(model, { x, y }));
  return {
    element: html(
      "div",
      {},
      ...sliders.map(({ element }) => element),
      html("div", { class: "pt-player", "data-control": "point" }, restore),
    ),
    update: () => sliders.forEach((slider) => slider.update()),
  };
}

/**
 * The points, and how far the line is from each.
 * @param {string[]} axes @param {() => State} state
 */
function pointTable(axes, state) {
  const [first, ...rest] = WORDS.dataColumns;
  return table(WORDS.data, [first, ...axes, ...rest], () => {
    const { xs, ys, predict } = state();
    return xs.map((x, i) => [
      whole(i + 1),
      ...[x, ys[i], predict(x), predict(x) - ys[i]].map((value) => format(value)),
    ]);
  });
}

/**
 * Lets the start be dragged over the map, by the steps of its sliders.
 * @param {Model} model @param {import("../../charts/plane.js").Plane} map
 * @param {() => State} state
 */
function dragStart(model, map, state) {
  return dragTraits(model, map.start, map.picture, () => {
    const { x, y, steps } = state().view;
    return [
      ["theta1", x, steps[0]],
      ["theta2", y, steps[1]],
    ];
  });
}

/** @param {Model} model @param {Data} data @param {number} index @param {Pair} at */
function movePoint(model, { window, grain }, index, at) {
  change(model, { point: index + 1 });
  change(model, { px: snap(at[0], window.x, grain[0]), py: snap(at[1], window.y, grain[1]) });
}
