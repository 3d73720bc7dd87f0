/** The descent explorer: gradient descent on a curve, moved by α and θ₀. */
import { bands } from "./bands.js";
import { gradientDescent } from "../../descent/descent.js";
import { trace } from "../../charts/trace.js";
import { valley } from "./valley.js";
import { arithmetic, sentence } from "./words.js";
import { change, checkbox, select, slider, status, table, watch } from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { draggable } from "../../charts/drag.js";
import { html, say } from "../../shell/dom.js";
import { compileUnary } from "../../core/expression.js";
import { fixed, format, whole } from "../../core/formatting.js";
import { player, stepSlider } from "../../shell/player.js";
import { whenFree } from "../../shell/free.js";
import { live } from "../../shell/live.js";
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
function render({ model, el }) {
  const { costs, steps } = model.get("data");
  const problems = new Map(costs.map((cost) => [cost.key, problem(cost)])),
    [first] = problems.values();
  const current = () => problems.get(model.get("cost")) ?? first;
  const parts = build(model, costs, steps, () => state);
  let state = solve(model, current(), steps);
  let drawn = "",
    outside = -1;

  const update = () => {
    state = solve(model, current(), steps);
    const { cost, scaled, path, alpha, k, half } = state;
    const view = `${cost.key} ${half}`;
    if (view !== drawn) {
      parts.valley.picture.layout({ x: cost.x, y: cost.y });
      parts.valley.redraw(scaled.cost);
      drawn = view;
    }
    outside = parts.valley.update({ cost: scaled.cost, path, alpha, k });
    refresh();
  };
  const refresh = whenFree(el, () => {
    const { cost, scaled, path, alpha, k, half } = state;
    parts.trace.update(path, k, steps, model.get("log"), cost.lowest * (half ? 0.5 : 1));
    parts.say(sentence({ path, alpha, k, curvature: scaled.curvature, outside }));
    parts.refresh(state);
  });

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes");
  const resize = () => {
    const resized = [parts.valley.picture, parts.trace.picture].map((picture) => picture.measure());
    if (!resized.includes(true)) return;
    drawn = "";
    update();
  };
  resize();
  const undo = [
    watch(model, KEYS, update),
    drag(parts.valley, model, () => state),
    onResize(el, resize),
    parts.player.stop,
  ];
  return () => undo.forEach((stop) => stop());
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

/**
 * @param {Model} model
 * @param {ReturnType<typeof problem>} posed
 * @param {number} steps
 */
function solve(model, posed, steps) {
  const half = Boolean(model.get("half"));
  const scaled = half ? posed.half : posed.whole;
  const alpha = Math.max(0, model.get("alpha"));
  const path = gradientDescent({ ...scaled, start: model.get("theta0"), alpha, steps });
  const k = Math.max(0, Math.min(Math.round(model.get("k")), path.positions.length - 1));
  return { cost: posed.cost, scaled, path, alpha, k, half };
}

/**
 * @param {Model} model
 * @param {Cost[]} costs
 * @param {number} steps
 * @param {() => ReturnType<typeof solve>} state
 */
function build(model, costs, steps, state) {
  const strip = bands();
  const picture = valley(WORDS.picture);
  const small = trace();
  const words = status();
  const line = html("p", { class: "pt-arithmetic" });
  const alpha = slider(model, {
    name: "alpha",
    symbol: "α",
    label: COMMON.learningRate,
    step: 0.01,
    show: (value) => fixed(value, 2),
    under: strip.element,
  });
  const theta0 = slider(model, {
    name: "theta0",
    symbol: "θ₀",
    label: COMMON.start,
    step: 0.05,
    show: (value) => fixed(value, 2),
  });
  const k = stepSlider(model, steps);
  const chosen = select(model, {
    name: "cost",
    label: COMMON.cost,
    options: costs.map(({ key, label }) => ({ value: key, label: `J(θ) = ${label}` })),
    choose: (key) => suggestion(costs, key),
  });
  const half = checkbox(model, { name: "half", label: WORDS.half });
  const log = checkbox(model, { name: "log", label: COMMON.logScale });
  const numbers = table(COMMON.numbersOfSteps, WORDS.columns, () => rows(state()));
  const play = player(model, {
    key: "k",
    last: () => state().path.positions.length - 1,
    moving: picture.element,
  });
  const controls = [chosen, half, log];
  return {
    valley: picture,
    trace: small,
    player: play,
    say: words.update,
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, half.element),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-sliders" }, alpha.element, theta0.element, k.element, play.element),
      html("div", { class: "pt-words" }, line, words.element),
      html("div", { class: "pt-side" }, small.element, log.element),
      numbers.element,
    ],
    /** @param {ReturnType<typeof solve>} now */
    refresh(now) {
      controls.forEach((control) => control.update());
      alpha.update({ min: 0, max: now.cost.fastest * (now.half ? 2 : 1) });
      strip.update(now.scaled.curvature, Number(alpha.input.max));
      theta0.update({ min: now.cost.starts[0], max: now.cost.starts[1] });
      k.update({ min: 0, max: steps });
      write(line, arithmetic(now.path, now.alpha, now.k));
      play.update();
      numbers.update();
    },
  };
}

/** A change of cost comes with a state worth seeing. @param {Cost[]} costs @param {string} key */
function suggestion(costs, key) {
  const { alpha, theta0 } = /** @type {Cost} */ (costs.find((cost) => cost.key === key));
  return { cost: key, alpha, theta0, k: 20 };
}

/** @param {ReturnType<typeof solve>} state */
function rows({ path, k }) {
  return path.positions
    .slice(0, k + 1)
    .map((position, i) => [
      whole(i),
      format(position),
      format(path.values[i]),
      format(path.slopes[i]),
    ]);
}

/** @param {HTMLElement} line @param {{text: string, kind?: string}[]} parts */
function write(line, parts) {
  if (line.childElementCount !== parts.length) {
    line.replaceChildren(
      ...parts.map(({ kind }) => html("span", { class: kind ? `pt-${kind}` : null })),
    );
  }
  parts.forEach(({ text }, i) => say(line.children[i], text));
}

/**
 * Lets the ring at θ₀ be dragged.
 * @param {ReturnType<typeof valley>} view
 * @param {Model} model
 * @param {() => ReturnType<typeof solve>} state
 */
function drag({ start, picture }, model, state) {
  return draggable(start, picture, ([at]) => {
    const { starts } = state().cost;
    const theta0 = Math.round(Math.min(starts[1], Math.max(starts[0], at)) * 20) / 20;
    if (theta0 !== model.get("theta0")) change(model, { theta0 });
  });
}

export default live(render);
