/** The parts of the figure of one optimiser: its map, its last step, its controls, its words. */
import { outlines, sample } from "../../charts/levels.js";
import { moveTo, show } from "../../charts/marks.js";
import { plane } from "../../charts/plane.js";
import { around } from "../../charts/spots.js";
import { fixed } from "../../core/formatting.js";
import { chooser, select, slider } from "../../shell/controls.js";
import { html, say, svg } from "../../shell/dom.js";
import { player, stepSlider, stepTable } from "../../shell/player.js";
import { status } from "../../shell/readings.js";
import { COMMON } from "../../shell/words.js";
import { arrows } from "./arrows.js";
import { bars } from "./bars.js";
import { cells, sentence } from "./words.js";
import WORDS from "./words.json";

/** Around the ball, and where the gradient is asked for, no height of a level line is written. */
const MARK = 9;

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("./index.js").State} State */
/** @typedef {import("./index.js").Traits["data"]} Data */

/** @param {Model} model @param {Data} data @param {() => State} state */
export function build(model, data, state) {
  const map = plane({ label: WORDS.map }),
    sum = arrows(),
    own = bars(),
    words = status();
  const [method, surface, alpha, beta, k] = makeControls(model, data, state);
  const numbers = stepTable(state, WORDS.columns, cells);
  const last = () => state().made.length;
  const play = player(model, { key: "k", last, moving: map.element });
  const controls = [method, surface, alpha, beta, k, play, numbers];
  return {
    elements: [
      html("div", { class: "pt-bar" }, method.element, surface.element),
      html("div", { class: "pt-main" }, map.element),
      html("div", { class: "pt-side" }, sum.element, own.element),
      html("div", { class: "pt-sliders" }, ...[alpha, beta, k, play].map(({ element }) => element)),
      html("div", { class: "pt-words" }, words.element),
      numbers.element,
    ],
    pictures: [map.picture, sum.picture],
    draw: drawer(map, sum),
    /** @param {State} now */
    refresh(now) {
      for (const control of controls) control.update();
      own.update(now);
      words.update(sentence(now));
    },
    undo: [play.stop],
  };
}

/** @param {Model} model @param {Data} data @param {() => State} state */
function makeControls(model, { steps, constants, surfaces }, state) {
  const method = select(model, {
    name: "optimiser",
    label: WORDS.method,
    options: Object.entries(WORDS.names),
    choose: (optimiser) => ({ optimiser, alpha: state().surface.alphas[optimiser] }),
  });
  const surface = chooser(model, {
    name: "surface",
    label: COMMON.cost,
    list: surfaces,
    before: "J = ",
    start: ({ alphas }) => ({ alpha: alphas[state().name] }),
  });
  const alpha = slider(model, {
    name: "alpha",
    symbol: "α",
    label: COMMON.learningRate,
    range: () => [0, state().surface.fastest[state().name]],
    step: () => state().surface.steps[state().name],
  });
  const beta = slider(model, {
    name: "beta",
    symbol: "β",
    label: WORDS.kept,
    range: [0, 0.99],
    step: 0.01,
    show: (value) => fixed(value, 2),
  });
  const symbol = /** @type {Element} */ (beta.element.querySelector("i"));
  const update = () => {
    const called = constants[state().name];
    show(beta.element, called !== "");
    say(symbol, called);
    beta.update();
  };
  return [method, surface, alpha, { element: beta.element, update }, stepSlider(model, steps)];
}

/**
 * Draws the pictures: level lines only when the cost or the size changed, marks always.
 * @param {import("../../charts/plane.js").Plane} map @param {ReturnType<typeof arrows>} sum
 */
function drawer(map, sum) {
  const asked = svg("circle", { class: "pt-asked", r: 4.5 });
  map.picture.inside.append(asked);
  let drawn = "";
  return (/** @type {State} */ now, /** @type {boolean} */ anew) => {
    const { surface, cost, track, k, step } = now;
    if (anew || drawn !== surface.key) {
      drawn = surface.key;
      map.layout(surface);
      map.redraw(outlines(sample(cost, map.picture), surface.levels), surface.minima);
    }
    show(asked, step !== null);
    const { x, y } = map.picture,
      [ball, ring] = [track.positions[k], step?.at ?? track.positions[0]];
    moveTo(asked, x(ring[0]), y(ring[1]));
    map.kept.splice(0, 2, ...[ball, ring].map(([a, b]) => around(x(a), y(b), MARK)));
    now.outside = map.update(track.positions, k);
    sum.draw(now);
  };
}
