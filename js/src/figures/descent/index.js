/** The descent explorer: gradient descent on a curve, moved by α and θ₀. */
import { bands } from "./bands.js";
import { gradientDescent } from "../../descent/descent.js";
import { trace } from "../../charts/trace.js";
import { valley } from "./valley.js";
import { arithmetic, sentence } from "./words.js";
import { byKey, checkbox, chooser, slider } from "../../shell/controls.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { dragTraits } from "../../charts/drag.js";
import { html } from "../../shell/dom.js";
import { compileUnary } from "../../core/expression.js";
import { fixed } from "../../core/formatting.js";
import { player, countOf, stepRows, stepSlider } from "../../shell/player.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { apart } from "../../shell/more.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").DescentExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { compile } from "../../core/expression.js";
export { format } from "../../core/formatting.js";
export { gradientDescent, quadraticRegime } from "../../descent/descent.js";

const KEYS = ["cost", "alpha", "theta0", "half", "k", "log"];

/** @typedef {Traits["data"]["costs"][number]} Cost */

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { costs, steps } = model.get("data"),
    posed = byKey(costs, problem);
  return explorer(context, {
    keys: KEYS,
    solve: () => solve(model, posed(model.get("cost")), steps),
    build: (state) => build(model, costs, steps, state),
  });
}

/** @param {Cost} cost */
function problem(cost) {
  const value = compileUnary(cost.tree, cost.variable);
  const slope = compileUnary(cost.derivative, cost.variable);
  return {
    cost,
    whole: { cost: value, slope, curvature: cost.curvature },
    half: {
      cost: (/** @type {number} */ at) => value(at) / 2,
      slope: (/** @type {number} */ at) => slope(at) / 2,
      curvature: cost.curvature === null ? null : cost.curvature / 2,
    },
  };
}

/** @param {Model} model @param {ReturnType<typeof problem>} posed @param {number} steps */
function solve(model, posed, steps) {
  const half = Boolean(model.get("half"));
  const scaled = half ? posed.half : posed.whole;
  const alpha = Math.max(0, model.get("alpha"));
  const path = gradientDescent({ ...scaled, start: model.get("theta0"), alpha, steps });
  const k = countOf(model, "k", path.positions.length - 1);
  const outside = -1; // the first step that lies outside the picture, once that is drawn
  return { cost: posed.cost, scaled, path, alpha, k, half, outside };
}

/** @typedef {ReturnType<typeof solve>} State */

/** @param {Model} model @param {Cost[]} costs @param {number} steps @param {() => State} state */
function build(model, costs, steps, state) {
  const strip = bands(),
    picture = valley(WORDS.picture),
    small = trace(),
    words = status(),
    line = arithmeticLine();
  const two = (/** @type {number} */ value) => fixed(value, 2);
  const rate = slider(model, {
    name: "alpha",
    symbol: "α",
    label: COMMON.learningRate,
    range: () => [0, state().cost.fastest * (state().half ? 2 : 1)],
    step: 0.01,
    show: two,
    under: apart(strip.element, "regime"),
  });
  const start = slider(model, {
    name: "theta0",
    symbol: "θ₀",
    label: COMMON.start,
    range: () => state().cost.starts,
    step: 0.05,
    show: two,
  });
  const shown = stepSlider(model, steps);
  const chosen = chooser(model, {
    name: "cost",
    label: COMMON.cost,
    list: costs,
    before: "J(θ) = ",
    start: ({ alpha, theta0 }) => ({ alpha, theta0, k: 20 }),
  });
  const half = checkbox(model, { name: "half", label: WORDS.half });
  const log = checkbox(model, { name: "log", label: COMMON.logScale });
  const numbers = table(COMMON.numbersOfSteps, WORDS.columns, () => {
    const { k, path } = state();
    return stepRows(k, (i) => [path.positions[i], path.values[i], path.slopes[i]]);
  });
  const play = player(model, {
    key: "k",
    last: () => state().path.positions.length - 1,
    moving: picture.element,
  });
  const controls = [chosen, half, log, rate, start, shown, play, numbers];
  let drawn = "";
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, half.element),
      html("div", { class: "pt-main" }, picture.element),
      html(
        "div",
        { class: "pt-sliders" },
        rate.element,
        start.element,
        shown.element,
        play.element,
      ),
      html("div", { class: "pt-words" }, line.element, words.element),
      html("div", { class: "pt-side", "data-control": "log" }, small.element, log.element),
      numbers.element,
    ],
    pictures: [picture.picture, small.picture],
    /** @param {State} now @param {boolean} anew */
    draw(now, anew) {
      const { cost, scaled, half } = now,
        view = `${cost.key} ${half}`;
      if (anew || view !== drawn) {
        picture.picture.layout(cost);
        picture.redraw(scaled.cost);
        drawn = view;
      }
      now.outside = picture.update({ ...now, cost: scaled.cost });
    },
    /** @param {State} now @param {boolean} drawn */
    refresh(now, drawn) {
      const { cost, scaled, path, alpha, k, half } = now;
      if (drawn) small.update(path, k, steps, model.get("log"), cost.lowest * (half ? 0.5 : 1));
      words.update(sentence(now));
      line.update(arithmetic(path, alpha, k));
      for (const control of controls) control.update();
      strip.update(scaled.curvature, Number(rate.input.max));
    },
    undo: [
      dragTraits(model, picture.start, picture.picture, () => [["theta0", state().cost.starts]]),
      play.stop,
    ],
  };
}

export default live(render, { primary: ["alpha", "regime", "theta0", "play"] });
