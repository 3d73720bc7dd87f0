/** The descent explorer: gradient descent on a curve, moved by α and θ₀. */
import { bands } from "./bands.js";
import { gradientDescent } from "../../descent/descent.js";
import { problem } from "./problem.js";
import { trace } from "../../charts/trace.js";
import { valley } from "./valley.js";
import { arithmetic, sentence } from "./words.js";
import { byKey, checkbox, slider } from "../../shell/controls.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { dragTraits } from "../../charts/drag.js";
import { html } from "../../shell/dom.js";
import { fixed, format } from "../../core/formatting.js";
import { player, countOf, stepRows, stepSlider } from "../../shell/player.js";
import { explorer } from "../../shell/explorer.js";
import { functionChooser, ownFunction, unusedText } from "../../language/own/index.js";
import { live } from "../../shell/live.js";
import { apart } from "../../shell/more.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").DescentExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { compile } from "../../core/expression.js";
export { format } from "../../core/formatting.js";
export { gradientDescent, quadraticRegime } from "../../descent/descent.js";

const KEYS = ["cost", "expression", "alpha", "theta0", "half", "k", "log"];

/** @typedef {Traits["data"]["costs"][number]} Cost */

/** What reads a typed function; a page fetches it when one is chosen. */
export const fetchOwn = () => import("./own.js");

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { costs, steps } = model.get("data"),
    posed = byKey(costs, problem),
    within = (/** @type {number} */ value, /** @type {[number, number]} */ [low, high]) =>
      value >= low && value <= high;
  let listed = posed("");
  /** @type {Own} */
  const own = ownFunction(model, {
    name: "cost",
    load: fetchOwn,
    start: ({ cost }) => startOf(cost),
    fits: ({ cost: { starts, fastest, step } }) =>
      within(model.get("theta0"), starts) && within(model.get("alpha"), [step, fastest]),
  });
  return explorer(context, {
    keys: KEYS,
    solve() {
      if (!own.isChosen()) listed = posed(model.get("cost"));
      const shown = (own.isChosen() && own.read()) || listed;
      return { ...solve(model, shown, steps), trouble: own.trouble(shown.cost.label) };
    },
    build: (state, again) => {
      own.whenRead(again);
      return build(model, { costs, own, steps }, state);
    },
  });
}

/** @typedef {import("../../language/own/index.js").OwnFunction<import("./own.js").Made>} Own */

/** A state worth seeing. @param {Pick<Cost, "alpha" | "theta0">} cost */
const startOf = ({ alpha, theta0 }) => ({ alpha, theta0, k: 20 });

/** @param {Model} model @param {ReturnType<typeof problem>} posed @param {number} steps */
function solve(model, posed, steps) {
  const half = Boolean(model.get("half"));
  const scaled = half ? posed.half : posed.whole;
  const alpha = Math.max(0, model.get("alpha"));
  const path = gradientDescent({ ...scaled, start: model.get("theta0"), alpha, steps });
  const k = countOf(model, "k", path.positions.length - 1);
  const outside = -1; // the first step that lies outside the picture, once that is drawn
  const lost = !Number.isFinite(path.values[0]) || !Number.isFinite(path.slopes[0]);
  return { cost: posed.cost, scaled, path, alpha, k, half, outside, lost };
}

/** @typedef {ReturnType<typeof solve> & {trouble?: string}} State */

/**
 * @param {Model} model @param {{costs: Cost[], own: Own, steps: number}} choice
 * @param {() => State} state
 */
function build(model, { costs, own, steps }, state) {
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
    step: () => state().cost.step,
    show: (value) => (state().cost.step < 0.01 ? format(value) : two(value)),
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
  const chosen = functionChooser(model, {
    name: "cost",
    label: COMMON.cost,
    list: costs,
    before: "J(θ) = ",
    last: WORDS.own,
    start: startOf,
    own,
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
    off: () => state().lost,
  });
  const controls = [chosen, half, log, rate, start, shown, play];
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
      const { cost, scaled, path, k, half, lost } = now;
      if (drawn && !lost)
        small.update(path, k, steps, model.get("log"), cost.lowest * (half ? 0.5 : 1));
      for (const control of controls) control.update();
      strip.update(scaled.curvature, Number(rate.input.max));
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

export default live(render, {
  primary: ["alpha", "regime", "theta0", "play"],
  unused: unusedText("cost"),
});
