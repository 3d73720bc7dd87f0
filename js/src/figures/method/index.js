/** One optimiser at a time: its path on a cost, and what it makes each step of. */
import { clamp } from "../../core/numbers.js";
import { dissect, ruleOf } from "../../descent/memory.js";
import { RULES } from "../../descent/optimisers.js";
import { field } from "../../descent/surfaces.js";
import { descend } from "../../descent/tracks.js";
import { byKey } from "../../shell/controls.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf } from "../../shell/player.js";
import { build } from "./panel.js";

/** @typedef {import("../../../generated/figures.d.ts").OneOptimiser} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]["surfaces"][number]} Surface */
/** @typedef {import("../../descent/memory.js").Pair} Pair */
/** @typedef {import("../../descent/memory.js").Name} Name */

export { dissect, field };
export { sentence } from "./words.js";

const KEYS = ["optimiser", "surface", "alpha", "beta", "k"];

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    data = model.get("data");
  const problem = byKey(data.surfaces, (surface) => ({ surface, cost: field(surface) }));
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-method"],
    solve() {
      const asked = model.get("optimiser"),
        name = /** @type {Name} */ (Object.hasOwn(RULES, asked) ? asked : "gd");
      const alpha = Math.max(0, model.get("alpha")),
        beta = clamp(model.get("beta"), 0, 0.999999);
      const walked = walk(problem(model.get("surface")), name, { alpha, beta }, data.steps);
      return standing(walked, countOf(model, "k", walked.made.length));
    },
    build: (state) => build(model, data, state),
  });
}

/** @typedef {ReturnType<typeof standing>} State */

/**
 * All the steps of an optimiser on a cost, each taken apart.
 * @param {{surface: Surface, cost: import("../../descent/surfaces.js").Field}} problem
 * @param {Name} name @param {{alpha: number, beta: number}} options @param {number} steps
 */
export function walk({ surface, cost }, name, options, steps) {
  /** @type {Pair} */
  const start = [surface.theta1, surface.theta2];
  const track = descend(cost, start, ruleOf(name, options), steps);
  return { surface, cost, name, ...options, track, made: dissect(cost, track, name, options) };
}

/** What is true after k steps. @param {ReturnType<typeof walk>} walked @param {number} k */
export function standing(walked, k) {
  const { track, made } = walked;
  return {
    ...walked,
    k,
    step: k ? made[k - 1] : null,
    from: track.positions[Math.max(0, k - 1)],
    outside: -1, // the first step that lies outside the picture, once that is drawn
  };
}

export default live(render, { primary: ["k", "play"], seldom: ["surface"] });
