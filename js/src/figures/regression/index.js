/** The regression explorer: a line through points, and descent on its cost. */
import { average, bestLine, lineCost, scaling, valley } from "../../descent/regression.js";
import { build } from "./panel.js";
import { gradientDescent, RULES } from "../../descent/optimisers.js";
import { descend } from "../../descent/tracks.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { countOf } from "../../shell/player.js";
import { clamp } from "../../core/numbers.js";

/** @typedef {import("../../../generated/figures.d.ts").RegressionExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]} Data */

export { average, bestLine, descend, lineCost, RULES, scaling, valley };

/** A start and a point are dragged, too. */
const SELDOM = ["theta1", "theta2", "point", "px", "py"];
const KEYS = ["scale", "theta1", "theta2", "alpha", "k", "point", "x", "y"];

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    data = model.get("data"),
    costOf = lineCost(data.terms);
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-regression"],
    solve: () => situation(model, data, costOf),
    build: (state) => build(model, data, state),
  });
}

/** @typedef {ReturnType<typeof situation>} State */

/**
 * Everything that is true of the present state.
 * @param {Model} model @param {Data} data @param {ReturnType<typeof lineCost>} costOf
 */
function situation(model, { views, steps }, costOf) {
  const [xs, ys] = [model.get("x"), model.get("y")];
  const view = views.find(({ key }) => key === model.get("scale")) ?? views[0];
  const { shift, spread } = scaling(xs, view.key);
  const inputs = xs.map((value) => (value - shift) / spread);
  const cost = costOf(inputs, ys);
  const alpha = Math.max(0, model.get("alpha"));
  const path = descend(
    cost,
    [model.get("theta1"), model.get("theta2")],
    gradientDescent({ alpha }),
    steps,
  );
  const k = countOf(model, "k", path.positions.length - 1);
  const here = path.positions[k],
    gradient = path.gradients[k],
    best = bestLine(inputs, ys);
  const index = clamp(model.get("point"), 1, xs.length);
  /** @param {Pair} line */
  const along =
    ([theta1, theta2]) =>
    (/** @type {number} */ x) =>
      theta1 + (theta2 * (x - shift)) / spread;
  return {
    view,
    zero: shift,
    xs,
    ys,
    path,
    k,
    alpha,
    here,
    gradient,
    best,
    value: path.values[k],
    next: /** @type {Pair} */ ([here[0] - alpha * gradient[0], here[1] - alpha * gradient[1]]),
    least: best ? cost.value(...best) : NaN,
    shape: valley(cost.hessian()),
    predict: along(here),
    predictBest: best ? along(best) : null,
    point: { index, x: xs[index - 1], y: ys[index - 1], predicted: along(here)(xs[index - 1]) },
  };
}

export default live(render, { primary: ["alpha", "play"], seldom: SELDOM });
