/** The training view: the running example walks down its cost, and its prediction to the target. */
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf } from "../../shell/player.js";
import { memo } from "../../core/memo.js";
import { build } from "./panel.js";
import { network, run } from "../../networks/running_example.js";

/** @typedef {import("../../../generated/figures.d.ts").TrainingView} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { network, reason, run } from "../../networks/running_example.js";

const KEYS = ["W1", "W2", "alpha", "k", "log"];

/** @typedef {import("../../networks/running_example.js").Data} Data */
/** @typedef {ReturnType<typeof situation>} State */

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context;
  /** @type {Data} */
  const data = model.get("data");
  const example = network(data),
    trained = memo();
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-surface", "pt-training"],
    solve: () => situation(model, trained, example, data),
    build: (state) => build(model, data, example, state),
  });
}

/**
 * Everything that is true of the present state.
 * @param {Model} model
 * @param {ReturnType<typeof memo>} trained a moved k takes no training anew
 * @param {import("../../networks/running_example.js").Network} example @param {Data} data
 */
function situation(model, trained, example, { target, view, steps }) {
  const alpha = Math.max(0, model.get("alpha"));
  const [W1, W2] = [model.get("W1"), model.get("W2")];
  const path = trained("run", `${W1} ${W2} ${alpha}`, () => run(example, [W1, W2], alpha, steps));
  const k = countOf(model, "k", path.positions.length - 1);
  return {
    path,
    k,
    alpha,
    target,
    flat: view.flat,
    hidden: example.hidden(...path.positions[k]),
    outside: -1, // the first step that lies outside the picture, once that is drawn
  };
}

export default live(render, { primary: ["alpha", "play"] });
