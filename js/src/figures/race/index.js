/** The optimiser race: several update rules from one start, each given the same gradient. */
import { byKey } from "../../shell/controls.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf } from "../../shell/player.js";
import { memo } from "../../core/memo.js";
import { clamp } from "../../core/numbers.js";
import { RULES } from "../../descent/optimisers.js";
import { build } from "./panel.js";
import { criticalLearningRate, gradientNoise, outcome } from "../../descent/races.js";
import { descend } from "../../descent/tracks.js";
import { fate, note } from "./words.js";
import { field } from "../../descent/surfaces.js";

/** @typedef {import("../../../generated/figures.d.ts").OptimiserRace} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { criticalLearningRate, descend, field, gradientNoise, outcome, RULES };

/** @typedef {keyof typeof RULES} Rule */
const NAMES = /** @type {Rule[]} */ (Object.keys(RULES));
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

/** Beside the cost, Play and the racers: with these, the pictures would not be in sight. */
const SELDOM = ["beta", "noise", "seed", "theta1", "theta2"];

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {import("./panel.js").Surface} Surface */
/** @typedef {import("./panel.js").Data} Data */

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    data = model.get("data");
  const problem = byKey(data.surfaces, (surface) => ({ surface, cost: field(surface) }));
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-race"],
    solve: solver(model, problem, data),
    build: (state) => build(model, data, state),
  });
}

/** @typedef {import("../../descent/surfaces.js").Field} Field */
/** @typedef {ReturnType<ReturnType<typeof solver>>} State */

/**
 * Everything that is true of the present state. A racer runs again only when something of its own
 * has changed.
 * @param {Model} model @param {(key: string) => {surface: Surface, cost: Field}} problem
 * @param {Data} data
 */
function solver(model, problem, { steps, line }) {
  const kept = memo();
  return () => {
    const { surface, cost } = problem(model.get("surface"));
    const { start, running, alphas, beta, noise, seed } = settings(model);
    const shakes = kept("noise", `${noise} ${seed}`, () => gradientNoise(steps, noise, seed));
    const largest = surface.curvatures ? surface.curvatures[surface.curvatures.length - 1] : 0;
    const limits = byName(NAMES, (name) => criticalLearningRate(name, largest, beta));
    const tracks = byName(running, (name) =>
      kept(name, [surface.key, start, alphas[name], beta, noise, seed].join(), () =>
        descend(
          cost,
          start,
          RULES[/** @type {Rule} */ (name)]({ alpha: alphas[name], beta }),
          steps,
          shakes,
        ),
      ),
    );
    const finish = surface.lowest === null ? null : surface.lowest + line;
    const terms = { line: finish, window: surface.x[1] - surface.x[0], noisy: noise > 0 };
    const outcomes = byName(running, (name) =>
      outcome(tracks[name], { ...terms, alpha: alphas[name], limit: limits[name] }),
    );
    const notes = byName(running, (name) =>
      note(
        tracks[name],
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
      k: countOf(model, "k", steps),
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
    beta: clamp(model.get("beta"), 0, 0.999),
    noise: Math.max(0, model.get("noise")),
    seed: Math.round(model.get("seed")),
  };
}

/**
 * @template Value @param {string[]} names @param {(name: string) => Value} make
 * @returns {Record<string, Value>}
 */
function byName(names, make) {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

export default live(render, { primary: ["k", "play"], seldom: SELDOM });
