/** The parts of the surface explorer: its pictures, its controls, its words. */
import { compass } from "../../charts/compass.js";
import { plane } from "../../charts/plane.js";
import { slice } from "./slice.js";
import { arithmetic, sentence, write } from "./words.js";
import { checkbox, select, slider, status, table } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { fixed, format, whole } from "../../core/formatting.js";
import { player, stepSlider } from "../../shell/player.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").SurfaceExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {import("../../descent/surfaces.js").Pair} Pair */

/**
 * @typedef {object} Surface what ptcode says of a cost
 * @property {string} key
 * @property {string} label
 * @property {string[]} variables
 * @property {import("../../core/expression.js").Tree} tree
 * @property {import("../../core/expression.js").Tree[]} partials
 * @property {Pair[]} minima
 * @property {Pair | null} curvatures
 * @property {Pair} x the range of θ₁
 * @property {Pair} y the range of θ₂
 * @property {Pair} z the range of J in the slices
 * @property {number[]} levels
 * @property {number} steep
 * @property {number} fastest
 * @property {number} alpha
 * @property {number} step of the α slider
 * @property {number} theta1
 * @property {number} theta2
 */

/**
 * @param {Model} model
 * @param {{surfaces: Surface[], steps: number}} data
 * @param {() => import("./index.js").State} state
 */
export function build(model, { surfaces, steps }, state) {
  const view = plane({
    label: WORDS.map,
  });
  const slices = [slice("θ₁"), slice("θ₂")];
  const words = status();
  const line = html("p", { class: "pt-arithmetic" });
  const sliders = {
    theta1: slider(model, {
      name: "theta1",
      symbol: "θ₁",
      label: COMMON.start,
      step: 0.05,
      show: (value) => fixed(value, 2),
    }),
    theta2: slider(model, {
      name: "theta2",
      symbol: "θ₂",
      label: COMMON.start,
      step: 0.05,
      show: (value) => fixed(value, 2),
    }),
    alpha: slider(model, {
      name: "alpha",
      symbol: "α",
      label: COMMON.learningRate,
      step: 0.01,
      show: (value) => format(value),
    }),
    k: stepSlider(model, steps),
  };
  const chosen = select(model, {
    name: "surface",
    label: COMMON.cost,
    options: surfaces.map(({ key, label }) => ({ value: key, label: `J = ${label}` })),
    choose: (key) => suggestion(surfaces, key),
  });
  const follow = checkbox(model, { name: "follow", label: WORDS.follow });
  const numbers = table(COMMON.numbersOfSteps, WORDS.columns, () => rows(state()));
  const play = player(model, {
    key: "k",
    last: () => (state().follow ? 0 : state().path.positions.length - 1),
    moving: view.element,
  });
  const order = [sliders.theta1, sliders.theta2, sliders.alpha, sliders.k];
  return {
    plane: view,
    compass: compass(view),
    slices,
    player: play,
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, follow.element),
      html("div", { class: "pt-main" }, view.element),
      html("div", { class: "pt-side" }, ...slices.map(({ element }) => html("div", {}, element))),
      html("div", { class: "pt-sliders" }, ...order.map(({ element }) => element), play.element),
      html("div", { class: "pt-words" }, line, words.element),
      numbers.element,
    ],
    /** @param {import("./index.js").State} now */
    refresh(now) {
      chosen.update();
      follow.update();
      refreshSliders(sliders, now, steps);
      write(line, arithmetic(now));
      words.update(sentence(now));
      play.update();
      const playing = /** @type {HTMLButtonElement} */ (
        play.element.querySelector("button:nth-child(2)")
      );
      if (playing.disabled !== now.follow) playing.disabled = now.follow;
      numbers.update();
    },
  };
}

/**
 * @param {Record<string, ReturnType<typeof slider>>} sliders
 * @param {import("./index.js").State} now
 * @param {number} steps
 */
function refreshSliders({ theta1, theta2, alpha, k }, { surface, follow }, steps) {
  if (alpha.input.step !== String(surface.step)) alpha.input.step = String(surface.step);
  for (const input of [theta2.input, alpha.input, k.input]) {
    if (input.disabled !== follow) input.disabled = follow;
  }
  theta1.update({ min: surface.x[0], max: surface.x[1] });
  theta2.update({ min: surface.y[0], max: surface.y[1] });
  alpha.update({ min: 0, max: surface.fastest });
  k.update({ min: 0, max: steps });
}

/**
 * A change of cost comes with a state worth seeing.
 * @param {Surface[]} surfaces
 * @param {string} key
 */
function suggestion(surfaces, key) {
  const { alpha, theta1, theta2 } = /** @type {Surface} */ (
    surfaces.find((surface) => surface.key === key)
  );
  return { surface: key, alpha, theta1, theta2, k: 0, follow: false };
}

/** @param {import("./index.js").State} now */
function rows({ path, k }) {
  return path.positions
    .slice(0, k + 1)
    .map((position, i) => [
      whole(i),
      ...[...position, path.values[i], ...path.gradients[i]].map((value) => format(value)),
    ]);
}
