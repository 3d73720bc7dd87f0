/** The descent explorer: gradient descent on a curve, moved by α and θ₀. */
import { gradientDescent } from "../../descent/descent.js";
import { ownFunction, unusedText } from "../../language/own/index.js";
import { byKey } from "../../shell/controls.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf } from "../../shell/player.js";
import { build, startOf } from "./panel.js";
import { problem } from "./problem.js";

/** @typedef {import("../../../generated/figures.d.ts").DescentExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { compile } from "../../core/expression.js";
export { format } from "../../core/formatting.js";
export { gradientDescent, quadraticRegime } from "../../descent/descent.js";

const KEYS = ["cost", "expression", "alpha", "theta0", "half", "k", "log"];

/** @typedef {Traits["data"]["costs"][number]} Cost */

/** What reads a typed function; a page fetches it when one is chosen. */
export const fetchOwn = () => import("./own.js");

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { costs, steps } = model.get("data"),
    posed = byKey(costs, problem),
    within = (/** @type {number} */ value, /** @type {[number, number]} */ [low, high]) =>
      value >= low && value <= high;
  /** @type {Own} */
  const own = ownFunction(model, {
    name: "cost",
    load: fetchOwn,
    start: ({ cost }) => startOf(cost),
    fits: ({ cost: { starts, fastest, step } }) =>
      within(model.get("theta0"), starts) && within(model.get("alpha"), [step, fastest]),
  });
  return explorer(context, {
    keys: KEYS,
    solve() {
      const shown = own.shown(posed);
      return { ...solve(model, shown, steps), trouble: own.trouble(shown.cost.label) };
    },
    build: (state, again) => {
      own.whenRead(again);
      return build(model, { costs, own, steps }, state);
    },
  });
}

/** @typedef {import("../../language/own/index.js").OwnFunction<import("./own.js").Made>} Own */

/** @param {Model} model @param {ReturnType<typeof problem>} posed @param {number} steps */
function solve(model, posed, steps) {
  const half = Boolean(model.get("half"));
  const scaled = half ? posed.half : posed.whole;
  const alpha = Math.max(0, model.get("alpha"));
  const path = gradientDescent({ ...scaled, start: model.get("theta0"), alpha, steps });
  const k = countOf(model, "k", path.positions.length - 1);
  const outside = -1; // the first step that lies outside the picture, once that is drawn
  const lost = !Number.isFinite(path.values[0]) || !Number.isFinite(path.slopes[0]);
  return { cost: posed.cost, scaled, path, alpha, k, half, outside, lost };
}

/** @typedef {ReturnType<typeof solve> & {trouble?: string}} State */

export default live(render, {
  primary: ["alpha", "regime", "theta0", "play"],
  unused: unusedText("cost"),
});
