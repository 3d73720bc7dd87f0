/** The training view: the running example walks down its cost, and its prediction to the target. */
import { change, watch } from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { whenFree } from "../../shell/free.js";
import { live } from "../../shell/live.js";
import { whenNear } from "../../shell/near.js";
import { draw, labels, rings, sample } from "../../charts/levels.js";
import { draggable } from "../../charts/drag.js";
import { build } from "./panel.js";
import { network, run } from "../../networks/running_example.js";

/** @typedef {import("../../../generated/figures.d.ts").TrainingView} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { network, reason, run } from "../../networks/running_example.js";

const KEYS = ["W1", "W2", "alpha", "k", "log"];

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {import("../../networks/running_example.js").Data} Data */
/** @typedef {ReturnType<typeof situation>} State */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const example = network(data);
  const train = remembered((W1, W2, alpha) => run(example, [W1, W2], alpha, data.steps));
  const solve = () => situation(model, train, example, data);
  let state = solve();
  const parts = build(model, data, () => state);
  const pictures = drawer(parts, example, data);
  let awake = false;

  const update = () => {
    state = solve();
    if (awake) pictures(state, Boolean(model.get("log")));
    refresh();
  };
  const refresh = whenFree(el, () => parts.refresh(state));

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-surface", "pt-training");
  update();
  const wake = () => {
    awake = true;
    update();
  };
  const place = (/** @type {Pair} */ at) => {
    const [W1, W2] = [data.view.x, data.view.y].map(
      ([low, high], i) => Math.round(Math.min(high, Math.max(low, at[i])) * 20) / 20,
    );
    if (W1 !== model.get("W1") || W2 !== model.get("W2")) change(model, { W1, W2 });
  };
  const undo = [
    watch(model, KEYS, update),
    draggable(parts.map.start, parts.map.picture, place),
    onResize(el, () => {
      if (awake && parts.map.element.clientWidth !== parts.map.picture.width) update();
    }),
    whenNear(el, wake),
    parts.player.stop,
  ];
  return () => undo.forEach((stop) => stop());
}

/**
 * A function that keeps its last result: a moved k takes no training anew.
 * @template Result @param {(...given: number[]) => Result} compute
 */
function remembered(compute) {
  /** @type {number[]} */
  let last = [];
  /** @type {Result} */
  let result;
  return (/** @type {number[]} */ ...given) => {
    if (last.length === 0 || given.some((value, i) => value !== last[i]))
      result = compute(...given);
    last = given;
    return result;
  };
}

/**
 * Everything that is true of the present state.
 * @param {Model} model
 * @param {(W1: number, W2: number, alpha: number) =>
 *   import("../../networks/running_example.js").Run} train
 * @param {import("../../networks/running_example.js").Network} example @param {Data} data
 */
function situation(model, train, example, { target, view }) {
  const alpha = Math.max(0, model.get("alpha"));
  const path = train(model.get("W1"), model.get("W2"), alpha);
  const k = Math.max(0, Math.min(Math.round(model.get("k")), path.positions.length - 1));
  return {
    path,
    k,
    alpha,
    target,
    flat: view.flat,
    hidden: example.hidden(...path.positions[k]),
    outside: -1,
  };
}

/**
 * Draws the pictures: what belongs to the landscape only when the size changed, marks always.
 * @param {ReturnType<typeof build>} parts
 * @param {import("../../networks/running_example.js").Network} example
 * @param {Data} data
 */
function drawer({ map, compass, ground, prediction, cost }, example, { view, steps }) {
  /** @type {import("../../charts/levels.js").Sampled} */
  let sampled;
  const landscape = () => {
    map.layout({ x: view.x, y: view.y });
    sampled = sample(example.cost, map.picture);
    const outlines = view.levels.map((level) => ({ level, outline: rings(sampled, level) }));
    const lines = outlines.map(({ level, outline }) => ({ level, d: draw(outline, map.picture) }));
    map.redraw(lines, labels(outlines, map.picture));
    ground(example.cost, view.flat);
    prediction.layout(steps);
  };
  return (/** @type {State} */ now, /** @type {boolean} */ log) => {
    const { path, k } = now;
    const resized = [map, prediction, cost].map(({ picture }) => picture.measure());
    if (resized.includes(true)) landscape();
    now.outside = map.update(path.positions, k);
    const level = draw(rings(sampled, path.values[k]), map.picture);
    compass.update({
      here: path.positions[k],
      gradient: path.gradients[k],
      steep: view.steep,
      minimum: null,
      level,
    });
    prediction.update(path.predictions, k);
    cost.update(path, k, steps, log, 0);
  };
}

export default live(render);
