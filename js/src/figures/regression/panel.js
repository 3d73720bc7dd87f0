/** The parts of the regression explorer: its pictures, its controls, its words. */
import { scatter } from "./scatter.js";
import { arithmetic, sentence } from "./words.js";
import { plane } from "../../charts/plane.js";
import { write } from "../surface/words.js";
import { button, change, select, slider, status, table } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { fixed, format, whole } from "../../core/formatting.js";
import { player, stepSlider } from "../../shell/player.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../../generated/figures.d.ts").RegressionExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]} Data */
/** @typedef {import("../../descent/surfaces.js").Pair} Pair */

/** @typedef {Data["views"][number]} View */

/**
 * @param {Model} model @param {Data} data
 * @param {() => import("./index.js").State} state
 */
export function build(model, data, state) {
  const view = plane({
    label: WORDS.map,
    kind: "pt-half",
  });
  const axes = data.names.map((/** @type {string} */ name, /** @type {number} */ i) =>
    data.units[i] ? `${name} (${data.units[i]})` : name,
  );
  const cloud = scatter({
    label: WORDS.scatter,
    xLabel: axes[0],
    yLabel: axes[1],
    place: (index, at) => movePoint(model, data, index, at),
  });
  const words = status();
  const line = html("p", { class: "pt-arithmetic" });
  const sliders = controls(model, data);
  const scale = select(model, {
    name: "scale",
    label: WORDS.input,
    options: data.views.map((/** @type {View} */ { key, label }) => ({ value: key, label })),
    choose: (key) => suggestion(data.views, key),
  });
  const numbers = table(COMMON.numbersOfSteps, WORDS.columns, () => steps(state()));
  const points = table(
    WORDS.data,
    [WORDS.dataColumns[0], ...axes, ...WORDS.dataColumns.slice(1)],
    () => rows(state()),
  );
  const play = player(model, {
    key: "k",
    last: () => state().path.positions.length - 1,
    moving: view.element,
  });
  const restore = button(WORDS.restore, () => change(model, { x: data.x, y: data.y }));
  return {
    plane: view,
    scatter: cloud,
    player: play,
    elements: [
      html("div", { class: "pt-bar" }, scale.element),
      html("div", { class: "pt-main" }, cloud.element),
      html("div", { class: "pt-side" }, view.element),
      html(
        "div",
        { class: "pt-sliders pt-two" },
        html("div", {}, ...sliders.descent.map(({ element }) => element), play.element),
        html(
          "div",
          {},
          ...sliders.data.map(({ element }) => element),
          html("div", { class: "pt-player" }, restore),
        ),
      ),
      html("div", { class: "pt-words" }, line, words.element),
      numbers.element,
      points.element,
    ],
    /** @param {import("./index.js").State} now */
    refresh(now) {
      scale.update();
      sliders.update(now.view);
      write(line, arithmetic(now));
      words.update(sentence(now, data.units));
      play.update();
      numbers.update();
      points.update();
    },
  };
}

/**
 * The sliders of the descent and those of the data.
 * @param {Model} model
 * @param {Data} data
 */
function controls(model, { window, x, steps, names, units, grain }) {
  const decimals = grain.map((/** @type {number} */ size) =>
    Math.max(0, Math.round(-Math.log10(size))),
  );
  const show = [0, 1].map(
    (i) => (/** @type {number} */ value) => `${fixed(value, decimals[i])} ${units[i]}`.trim(),
  );
  const theta1 = slider(model, {
    name: "theta1",
    symbol: "θ₁",
    label: COMMON.start,
    step: 0.1,
    show: (value) => format(value),
  });
  const theta2 = slider(model, {
    name: "theta2",
    symbol: "θ₂",
    label: COMMON.start,
    step: 0.1,
    show: (value) => format(value),
  });
  const alpha = slider(model, {
    name: "alpha",
    symbol: "α",
    label: COMMON.learningRate,
    step: 0.01,
    show: (value) => format(value),
  });
  const k = stepSlider(model, steps);
  const point = slider(model, {
    name: "point",
    symbol: "",
    label: WORDS.point,
    step: 1,
    show: (value) => phrase(COMMON.of, { value, count: x.length }),
  });
  const px = slider(model, {
    name: "px",
    symbol: "",
    label: phrase(WORDS.its, { name: names[0] }),
    step: grain[0],
    show: show[0],
  });
  const py = slider(model, {
    name: "py",
    symbol: "",
    label: phrase(WORDS.its, { name: names[1] }),
    step: grain[1],
    show: show[1],
  });
  return {
    descent: [theta1, theta2, alpha, k],
    data: [point, px, py],
    /** @param {View} view */
    update(view) {
      [
        [theta1, view.steps[0]],
        [theta2, view.steps[1]],
        [alpha, view.step],
      ].forEach(([control, step]) => {
        const { input } = /** @type {ReturnType<typeof slider>} */ (control);
        if (input.step !== String(step)) input.step = String(step);
      });
      theta1.update({ min: view.x[0], max: view.x[1] });
      theta2.update({ min: view.y[0], max: view.y[1] });
      alpha.update({ min: 0, max: view.fastest });
      k.update({ min: 0, max: steps });
      point.update({ min: 1, max: x.length });
      px.update({ min: window.x[0], max: window.x[1] });
      py.update({ min: window.y[0], max: window.y[1] });
    },
  };
}

/**
 * A change of scale keeps the line and takes an α that fits.
 * @param {View[]} views
 * @param {string} key
 */
function suggestion(views, key) {
  const { alpha, theta1, theta2 } = /** @type {View} */ (views.find((view) => view.key === key));
  return { scale: key, alpha, theta1, theta2, k: 0 };
}

/** @param {import("./index.js").State} now */
function steps({ path, k }) {
  return path.positions
    .slice(0, k + 1)
    .map((position, i) => [
      whole(i),
      ...[...position, path.values[i], ...path.gradients[i]].map((value) => format(value)),
    ]);
}

/** @param {import("./index.js").State} now */
function rows({ xs, ys, predict }) {
  return xs.map((x, i) => [
    whole(i + 1),
    format(x),
    format(ys[i]),
    format(predict(x)),
    format(predict(x) - ys[i]),
  ]);
}

/** @param {number} value @param {Pair} range @param {number} step */
function snap(value, [low, high], step) {
  return Number((Math.round(Math.min(high, Math.max(low, value)) / step) * step).toFixed(6));
}

/** @param {Model} model @param {View} view @param {Pair} at */
export function move(model, view, at) {
  change(model, {
    theta1: snap(at[0], view.x, view.steps[0]),
    theta2: snap(at[1], view.y, view.steps[1]),
  });
}

/**
 * @param {Model} model
 * @param {Data} data
 * @param {number} index
 * @param {Pair} at
 */
function movePoint(model, { window, grain }, index, at) {
  if (model.get("point") !== index + 1) change(model, { point: index + 1 });
  change(model, { px: snap(at[0], window.x, grain[0]), py: snap(at[1], window.y, grain[1]) });
}
