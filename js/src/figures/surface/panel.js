/** The parts of the surface explorer: its pictures, its controls, its words. */
import { compass } from "../../charts/compass.js";
import { dragTraits } from "../../charts/drag.js";
import { draw, outlines, roundRings, sample } from "../../charts/levels.js";
import { plane } from "../../charts/plane.js";
import { slice } from "./slice.js";
import { arithmetic, cuts, sentence } from "./words.js";
import { checkbox, chooser, slider } from "../../shell/controls.js";
import { arithmeticLine, status } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { player, startSlider, stepSlider, stepTable } from "../../shell/player.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").SurfaceExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]["surfaces"][number]} Surface */
/** @typedef {import("./index.js").State} State */
/** @typedef {ReturnType<typeof import("../../descent/surfaces.js").follower>} Curve */

/** @type {import("../../descent/surfaces.js").Pair} */
const FLAT = [0, 0];

/**
 * @param {Model} model @param {Traits["data"]} data @param {Curve} curve @param {() => State} state
 */
export function build(model, data, curve, state) {
  const view = plane({ label: WORDS.map }),
    slices = [slice("θ₁"), slice("θ₂")];
  const words = status(),
    line = arithmeticLine();
  const play = player(model, {
    key: "k",
    last: () => (state().follow ? 0 : state().path.positions.length - 1),
    moving: view.element,
    off: () => state().follow,
  });
  const { chosen, follow, sliders } = controlsOf(model, data, state);
  const numbers = stepTable(state, WORDS.columns, ({ path }, i) => [
    ...path.positions[i],
    path.values[i],
    ...path.gradients[i],
  ]);
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, follow.element),
      html("div", { class: "pt-main" }, view.element),
      html("div", { class: "pt-side" }, ...slices.map(({ element }) => html("div", {}, element))),
      html("div", { class: "pt-sliders" }, ...sliders.map(({ element }) => element), play.element),
      html("div", { class: "pt-words" }, line.element, words.element),
      numbers.element,
    ],
    pictures: [view.picture, ...slices.map(({ picture }) => picture)],
    draw: mapDrawer(view, slices, curve),
    /** @param {State} now @param {boolean} drawn */
    refresh(now, drawn) {
      if (drawn) cuts(now, curve).forEach((cut, i) => slices[i].update(cut));
      for (const control of [chosen, follow, ...sliders, play]) control.update();
    },
    /** @param {State} now */
    tell(now) {
      line.update(arithmetic(now));
      words.update(sentence(now));
      numbers.update();
    },
    undo: [
      dragTraits(model, view.start, view.picture, () => {
        const { surface, follow } = state();
        return follow
          ? [["theta1", surface.x]]
          : [
              ["theta1", surface.x],
              ["theta2", surface.y],
            ];
      }),
      play.stop,
    ],
  };
}

/** @param {Model} model @param {Traits["data"]} data @param {() => State} state */
function controlsOf(model, { surfaces, steps }, state) {
  const off = () => state().follow;
  return {
    chosen: chooser(model, {
      name: "surface",
      label: COMMON.cost,
      list: surfaces,
      before: "J = ",
      start: ({ alpha, theta1, theta2 }) => ({ alpha, theta1, theta2, k: 0, follow: false }),
    }),
    follow: checkbox(model, { name: "follow", label: WORDS.follow }),
    sliders: [
      startSlider(model, { name: "theta1", symbol: "θ₁", range: () => state().surface.x }),
      startSlider(model, { name: "theta2", symbol: "θ₂", range: () => state().surface.y, off }),
      slider(model, {
        name: "alpha",
        symbol: "α",
        label: COMMON.learningRate,
        range: () => [0, state().surface.fastest],
        step: () => state().surface.step,
        off,
      }),
      stepSlider(model, steps, off),
    ],
  };
}

/**
 * Draws the map: level lines only when the cost or the size changed, marks always. The slices are
 * laid out with it and drawn after it.
 * @param {import("../../charts/plane.js").Plane} view @param {ReturnType<typeof slice>[]} slices
 * @param {Curve} curve
 */
function mapDrawer(view, slices, curve) {
  const needle = compass(view);
  let drawn = "";
  /** @type {import("../../charts/levels.js").Sampled} */
  let sampled;
  return (/** @type {State} */ now, /** @type {boolean} */ anew) => {
    const { surface, cost, here, gradient, path, k, follow, descends } = now,
      key = `${surface.key} ${follow}`;
    if (anew || drawn !== key) {
      drawn = key;
      view.layout(surface);
      sampled = sample(cost, view.picture);
      view.redraw(outlines(sampled, surface.levels), surface.minima);
      needle.drawFollow(follow ? curve.value : null);
      slices[0].layout(surface.x, surface.z);
      slices[1].layout(surface.y, surface.z);
    }
    now.outside = view.update(path.positions, k);
    const pointing = descends && !now.minimum; // no arrow says where to go from a minimum
    const level = draw(roundRings(sampled, now.value), view.picture);
    const way = pointing ? gradient : FLAT;
    const minimum = (pointing && !follow && now.missed?.minimum) || null;
    needle.update({ here, gradient: way, steep: surface.steep, minimum, level });
  };
}
