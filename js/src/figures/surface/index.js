/** The surface explorer: a cost of two parameters, its slices, its gradient, descent on it. */
import { gradientDescent, RULES } from "../../descent/optimisers.js";
import { field, follower, miss, reached, total } from "../../descent/surfaces.js";
import { descend } from "../../descent/tracks.js";
import { settled } from "../../core/formatting.js";
import { build } from "./panel.js";
import { byKey, change } from "../../shell/controls.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf } from "../../shell/player.js";

/** @typedef {import("../../../generated/figures.d.ts").SurfaceExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { descend, field, follower, miss, reached, RULES, total };

const KEYS = ["surface", "theta1", "theta2", "alpha", "k", "follow"];
/** The controls of descent: a place that shows none of them asks for no step. */
const DESCENT = ["alpha", "k", "play"];

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {import("./panel.js").Surface} Surface */

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    data = model.get("data");
  const curve = follower(data.follow);
  const problem = byKey(data.surfaces, (surface) => ({ surface, cost: field(surface) }));
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-surface"],
    solve: () => situation(model, problem(model.get("surface")), curve, data.steps),
    settle() {
      const theta2 = curve.value(model.get("theta1"));
      if (!model.get("follow") || model.get("theta2") === theta2) return false;
      change(model, { theta2 });
      return true;
    },
    build: (state) => build(model, data, curve, state),
  });
}

/** @typedef {ReturnType<typeof situation>} State */

/**
 * Everything that is true of the present state.
 * @param {Model} model
 * @param {{surface: Surface, cost: import("../../descent/surfaces.js").Field}} problem
 * @param {ReturnType<typeof follower>} curve @param {number} steps
 */
function situation(model, { surface, cost }, curve, steps) {
  const follow = Boolean(model.get("follow"));
  const alpha = Math.max(0, model.get("alpha"));
  /** @type {Pair} */
  const start = [model.get("theta1"), model.get("theta2")];
  const path = descend(cost, start, gradientDescent({ alpha }), steps);
  const k = follow ? 0 : countOf(model, "k", path.positions.length - 1);
  const { here, gradient, next, minimum } = standing(path, k, alpha, surface);
  const controls = /** @type {string[] | null} */ (model.get("controls"));
  return {
    descends: k > 0 || !controls || DESCENT.some((name) => controls.includes(name)),
    surface,
    cost,
    path,
    alpha,
    k,
    follow,
    here,
    gradient,
    next,
    value: path.values[k],
    nextValue: cost.value(...next),
    outside: -1, // the first step that lies outside the picture, once that is drawn
    minimum: follow ? null : minimum,
    lowest: minimum && cost.value(...minimum),
    missed: miss(here, gradient, surface.minima),
    minima: surface.minima.length,
    curvatures: surface.curvatures,
    rate: follow ? curve.rate(here[0]) : null,
  };
}

/**
 * Where the ball stands and its gradient, without the residues of rounding; the minimum, if it
 * stands at one.
 * @param {import("../../descent/tracks.js").Track<Pair>} path @param {number} k
 * @param {number} alpha @param {Surface} surface
 */
function standing(path, k, alpha, { x: [low, high], steep, minima }) {
  /** @type {(pair: Pair, size: number) => Pair} */
  const clean = ([first, second], size) => [settled(first, size), settled(second, size)];
  const [here, [first, second]] = [clean(path.positions[k], high - low), path.gradients[k]];
  return {
    here,
    gradient: clean([first, second], steep),
    next: clean([here[0] - alpha * first, here[1] - alpha * second], high - low),
    minimum: reached(here, /** @type {Pair[]} */ (minima), high - low),
  };
}

export default live(render, { primary: ["theta1", "theta2", "play"] });
