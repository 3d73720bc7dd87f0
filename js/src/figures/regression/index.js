/** The regression explorer: a line through points, and descent on its cost. */
import { average, bestLine, ellipse, lineCost, scaling, valley } from "../../descent/regression.js";
import { build, move } from "./panel.js";
import { bindPoints } from "./points.js";
import { gradientDescent, RULES } from "../../descent/optimisers.js";
import { descend } from "../../descent/tracks.js";
import { draw, labels } from "../../charts/levels.js";
import { draggable } from "../../charts/drag.js";
import { watch } from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { whenNear } from "../../shell/near.js";
import { whenFree } from "../../shell/free.js";
import { live } from "../../shell/live.js";

/** @typedef {import("../../../generated/figures.d.ts").RegressionExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]} Data */

export { average, bestLine, descend, lineCost, RULES, scaling, valley };

const KEYS = ["scale", "theta1", "theta2", "alpha", "k", "point", "x", "y"];

// Beyond every frame: with it a level line bounds what lies higher, as it does on the other maps.
const AROUND = "M-3000-3000H6000V6000H-3000Z";

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {import("./panel.js").View} View */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const data = model.get("data");
  const costOf = lineCost(data.terms);
  const solve = () => situation(model, data, costOf);
  let state = solve();
  const parts = build(model, data, () => state);
  const paint = painter(parts, data);
  let awake = false;

  const update = () => {
    state = solve();
    if (awake) paint(state);
    refresh();
  };
  const refresh = whenFree(el, () => parts.refresh(state));

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-regression");
  update();
  const wake = () => {
    awake = true;
    update();
  };
  const undo = [
    bindPoints(model),
    watch(model, KEYS, update),
    draggable(parts.plane.start, parts.plane.picture, (at) => move(model, state.view, at)),
    onResize(el, () => {
      if (awake && parts.plane.element.clientWidth !== parts.plane.picture.width) update();
    }),
    whenNear(el, wake),
    parts.player.stop,
  ];
  return () => undo.forEach((stop) => stop());
}

/** @typedef {ReturnType<typeof situation>} State */

/**
 * Everything that is true of the present state.
 * @param {Model} model
 * @param {Data} data
 * @param {ReturnType<typeof lineCost>} costOf
 */
function situation(model, { views, steps }, costOf) {
  const [xs, ys] = [
    /** @type {number[]} */ (model.get("x")),
    /** @type {number[]} */ (model.get("y")),
  ];
  const view = /** @type {View} */ (
    views.find((/** @type {View} */ { key }) => key === model.get("scale")) ?? views[0]
  );
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
  const k = Math.max(0, Math.min(Math.round(model.get("k")), path.positions.length - 1));
  const here = path.positions[k],
    gradient = path.gradients[k],
    best = bestLine(inputs, ys);
  const index = Math.min(xs.length, Math.max(1, model.get("point")));
  /** @param {Pair} line */
  const along =
    ([theta1, theta2]) =>
    (/** @type {number} */ x) =>
      theta1 + (theta2 * (x - shift)) / spread;
  return {
    view,
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

/** Draws both pictures. @param {ReturnType<typeof build>} parts @param {Data} data */
function painter({ plane: view, scatter: cloud }, { window, levels }) {
  let drawn = "",
    valleyDrawn = "";
  return (/** @type {ReturnType<typeof situation>} */ now) => {
    const resized = [view.picture, cloud.picture].map((picture) => picture.measure());
    if (resized.includes(true) || drawn !== now.view.key) {
      drawn = now.view.key;
      view.layout(now.view, now.view.equal);
      cloud.picture.layout(window);
      valleyDrawn = "";
    }
    const key = [now.best, now.least, now.shape.greatest, now.shape.least].join();
    if (key !== valleyDrawn) drawValley(view, now, levels);
    valleyDrawn = key;
    view.update(now.path.positions, now.k);
    cloud.update({
      xs: now.xs,
      ys: now.ys,
      predict: now.predict,
      best: now.predictBest,
      chosen: now.point.index - 1,
    });
  };
}

/**
 * The level lines of a quadratic cost are ellipses.
 * @param {ReturnType<typeof build>["plane"]} view
 * @param {State} now
 * @param {number[]} levels
 */
function drawValley(view, { best, least, shape }, levels) {
  const outlines = best
    ? levels
        .filter((level) => level > least)
        .map((level) => ({ level, outline: ellipse(best, shape, level - least) }))
    : [];
  const { x, y } = view.picture;
  view.redraw(
    outlines.map(({ level, outline }) => ({ level, d: AROUND + draw(outline, view.picture) })),
    labels(outlines, view.picture, best ? [[x(best[0]), y(best[1])]] : []),
  );
  view.drawMinima(best ? [best] : []);
}

export default live(render);
