/** The optimiser race: several update rules from one start, each given the same gradient. */
import { change, watch } from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { whenFree } from "../../shell/free.js";
import { live } from "../../shell/live.js";
import { whenNear } from "../../shell/near.js";
import { RULES } from "../../descent/optimisers.js";
import { build } from "./panel.js";
import { criticalLearningRate, gradientNoise, outcome } from "../../descent/races.js";
import { descend } from "../../descent/tracks.js";
import { fate, note } from "./words.js";
import { field } from "../../descent/surfaces.js";
import { draw, labels, rings, sample } from "../../charts/levels.js";
import { draggable } from "../../charts/drag.js";

/** @typedef {import("../../../generated/figures.d.ts").OptimiserRace} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { criticalLearningRate, descend, field, gradientNoise, outcome, RULES };

const NAMES = /** @type {(keyof typeof RULES)[]} */ (Object.keys(RULES));
const KEYS = [
  "surface",
  "theta1",
  "theta2",
  "racers",
  ...NAMES,
  "beta",
  "noise",
  "seed",
  "k",
  "log",
];

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {import("./panel.js").Surface} Surface */
/** @typedef {import("./panel.js").Data} Data */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const problems = new Map(
    data.surfaces.map((surface) => [surface.key, { surface, cost: field(surface) }]),
  );
  const [first] = problems.values();
  const solve = solver(model, (key) => problems.get(key) ?? first, data);
  let state = solve();
  const parts = build(model, data, () => state);
  const pictures = drawer(parts, data);
  let awake = false;

  const update = () => {
    state = solve();
    if (awake) pictures(state);
    refresh();
  };
  const refresh = whenFree(el, () => parts.refresh(state));

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-race");
  update();
  const wake = () => {
    awake = true;
    update();
  };
  const undo = [
    watch(model, KEYS, update),
    draggable(parts.map.start, parts.map.picture, (at) => move(model, state.surface, at)),
    onResize(el, () => {
      if (awake && parts.map.element.clientWidth !== parts.map.picture.width) update();
    }),
    whenNear(el, wake),
    parts.player.stop,
  ];
  return () => undo.forEach((stop) => stop());
}

/** @typedef {import("../../descent/surfaces.js").Field} Field */
/** @typedef {ReturnType<ReturnType<typeof solver>>} State */

/**
 * Everything that is true of the present state. A racer runs again only when something of its own
 * has changed.
 * @param {Model} model
 * @param {(key: string) => {surface: Surface, cost: Field}} problem
 * @param {Data} data
 */
function solver(model, problem, { steps, line }) {
  const kept = memory(),
    shaken = memory();
  return () => {
    const { surface, cost } = problem(model.get("surface"));
    const { start, running, alphas, beta, noise, seed } = settings(model);
    const shakes = shaken("noise", `${noise} ${seed}`, () => gradientNoise(steps, noise, seed));
    const largest = surface.curvatures ? surface.curvatures[surface.curvatures.length - 1] : 0;
    const limits = byName(NAMES, (name) => criticalLearningRate(name, largest, beta));
    const tracks = byName(running, (name) =>
      kept(name, [surface.key, start, alphas[name], beta, noise, seed].join(), () =>
        descend(cost, start, rule(name)({ alpha: alphas[name], beta }), steps, shakes),
      ),
    );
    const finish = surface.lowest === null ? null : surface.lowest + line;
    const terms = { line: finish, window: surface.x[1] - surface.x[0], noisy: noise > 0 };
    const outcomes = byName(running, (name) =>
      outcome(tracks[name], { ...terms, alpha: alphas[name], limit: limits[name] }),
    );
    const notes = byName(running, (name) =>
      note(
        firstMove(tracks[name]),
        fate(name, outcomes[name], { limit: limits[name], line, noisy: noise > 0 }),
      ),
    );
    return {
      surface,
      cost,
      start,
      running,
      tracks,
      outcomes,
      limits,
      alphas,
      notes,
      noise,
      gradient: cost.gradient(...start),
      log: Boolean(model.get("log")) && surface.lowest !== null,
      k: Math.max(0, Math.min(Math.round(model.get("k")), steps)),
    };
  };
}

/** What the controls say, within bounds. @param {Model} model */
function settings(model) {
  const words = String(model.get("racers")).split(/\s+/);
  return {
    start: /** @type {Pair} */ ([model.get("theta1"), model.get("theta2")]),
    running: /** @type {string[]} */ (NAMES.filter((name) => words.includes(name))),
    alphas: byName(NAMES, (name) => Math.max(0, Number(model.get(name)))),
    beta: Math.min(0.999, Math.max(0, model.get("beta"))),
    noise: Math.max(0, model.get("noise")),
    seed: Math.round(model.get("seed")),
  };
}

/**
 * @template Value
 * @param {string[]} names
 * @param {(name: string) => Value} make
 * @returns {Record<string, Value>}
 */
function byName(names, make) {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

/**
 * @param {string} name
 * @returns {(options: {alpha: number, beta: number}) => import("../../descent/optimisers.js").Rule}
 */
function rule(name) {
  return RULES[/** @type {keyof typeof RULES} */ (name)];
}

/** Remembers the last value made under each name, as long as its key stays the same. */
function memory() {
  /** @type {Map<string, {key: string, value: unknown}>} */
  const kept = new Map();
  /**
   * @template Made
   * @param {string} name
   * @param {string} key
   * @param {() => Made} make
   * @returns {Made}
   */
  return (name, key, make) => {
    let entry = kept.get(name);
    if (entry?.key !== key) {
      entry = { key, value: make() };
      kept.set(name, entry);
    }
    return /** @type {Made} */ (entry.value);
  };
}

/** @param {import("../../descent/races.js").Track} track @returns {Pair} */
function firstMove({ positions: [from, to = [NaN, NaN]] }) {
  return [to[0] - from[0], to[1] - from[1]];
}

/**
 * Draws the pictures: level lines only when the cost or the size changed, racers always.
 * @param {ReturnType<typeof build>} parts
 * @param {Data} data
 */
function drawer({ map, chart, trails }, { line }) {
  let drawn = "";
  return (/** @type {State} */ { surface, cost, start, tracks, k, log }) => {
    const resized = [map.picture, chart.picture].map((picture) => picture.measure());
    if (resized.includes(true) || drawn !== surface.key) {
      drawn = surface.key;
      map.layout({ x: surface.x, y: surface.y });
      const sampled = sample(cost, map.picture);
      const outlines = surface.levels.map((level) => ({ level, outline: rings(sampled, level) }));
      map.redraw(
        outlines.map(({ level, outline }) => ({ level, d: draw(outline, map.picture) })),
        labels(outlines, map.picture),
      );
      map.drawMinima(surface.minima);
    }
    map.update([start], 0);
    trails(tracks, k);
    chart.update(tracks, { k, log, lowest: surface.lowest, line });
  };
}

/**
 * Puts the start where the pointer is, inside the ranges of the sliders.
 * @param {Model} model
 * @param {Surface} surface
 * @param {Pair} at
 */
function move(model, { x, y }, at) {
  const [theta1, theta2] = [x, y].map(
    ([low, high], i) => Math.round(Math.min(high, Math.max(low, at[i])) * 20) / 20,
  );
  if (theta1 !== model.get("theta1") || theta2 !== model.get("theta2"))
    change(model, { theta1, theta2 });
}

export default live(render);
