/** Batch size, noise and schedules: where the steps go, and how far from the minimum they stay. */
import {
  distance,
  examples,
  minimiser,
  SCHEDULES,
  stochasticDescent,
} from "../../descent/schedules.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf } from "../../shell/player.js";
import { build } from "./panel.js";

/** @typedef {import("../../../generated/figures.d.ts").BatchNoise} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export {
  distance,
  examples,
  minimiser,
  spent,
  stochasticDescent,
} from "../../descent/schedules.js";
export { sentence } from "./words.js";

const KEYS = ["batch", "schedule", "alpha", "seed", "k"];

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { told, sizes } = model.get("data"),
    data = examples(told);
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-batches"],
    solve() {
      const asked = model.get("schedule");
      const run = stochasticDescent(data, told, {
        size: Number(model.get("batch")),
        schedule: Object.hasOwn(SCHEDULES, asked) ? asked : "constant",
        alpha: Math.max(0, model.get("alpha")),
        seed: model.get("seed"),
      });
      return standing(run, countOf(model, "k", run.places.length - 1), minimiser(data), told);
    },
    build: (state) => build(model, { told, sizes }, state),
  });
}

/** @typedef {ReturnType<typeof standing>} State */

/**
 * What is true after k steps.
 * @param {import("../../descent/schedules.js").Descent} run @param {number} k @param {number} best
 * @param {import("../../descent/schedules.js").Told} told
 */
export const standing = (run, k, best, told) => ({
  run,
  k,
  best,
  told,
  size: distance(run, k, best, told.last),
  ended: run.places.length <= told.steps && k === run.places.length - 1,
});

export default live(render, { primary: ["batch", "schedule", "alpha", "k", "play"] });
