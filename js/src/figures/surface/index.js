/** The surface explorer: a cost of two parameters, its slices, its gradient, descent on it. */
import { gradientDescent, RULES } from "../../descent/optimisers.js";
import { distance, field, follower, miss, total } from "../../descent/surfaces.js";
import { descend } from "../../descent/tracks.js";
import { draw, labels, rings, sample } from "../../charts/levels.js";
import { build } from "./panel.js";
import { draggable } from "../../charts/drag.js";
import { change, watch } from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { whenNear } from "../../shell/near.js";
import { format } from "../../core/formatting.js";
import { whenFree } from "../../shell/free.js";
import { live } from "../../shell/live.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../../generated/figures.d.ts").SurfaceExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { descend, field, follower, miss, RULES, total };

const KEYS = ["surface", "theta1", "theta2", "alpha", "k", "follow"];

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {import("./panel.js").Surface} Surface */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const data = model.get("data");
  const problems = new Map(
    data.surfaces.map((/** @type {Surface} */ surface) => [
      surface.key,
      { surface, cost: field(surface) },
    ]),
  );
  const [first] = problems.values();
  const curve = follower(data.follow);
  const solve = () =>
    situation(model, problems.get(model.get("surface")) ?? first, curve, data.steps);
  let state = solve();
  const parts = build(model, data, () => state);
  const map = mapDrawer(parts);
  let awake = false;

  const update = () => {
    const theta1 = model.get("theta1");
    if (model.get("follow") && model.get("theta2") !== curve.value(theta1)) {
      return change(model, { theta2: curve.value(theta1) });
    }
    state = solve();
    if (awake) map(state, curve);
    refresh();
  };
  const refresh = whenFree(el, () => {
    if (awake) cuts(state, curve).forEach((cut, i) => parts.slices[i].update(cut));
    parts.refresh(state);
  });

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-surface");
  update();
  const wake = () => {
    awake = true;
    update();
  };
  const place = (/** @type {Pair} */ at) => move(model, state.surface, at);
  const undo = [
    watch(model, KEYS, update),
    draggable(parts.plane.start, parts.plane.picture, place),
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
 * @param {{surface: Surface, cost: import("../../descent/surfaces.js").Field}} problem
 * @param {ReturnType<typeof follower>} curve
 * @param {number} steps
 */
function situation(model, { surface, cost }, curve, steps) {
  const follow = Boolean(model.get("follow"));
  const alpha = Math.max(0, model.get("alpha"));
  /** @type {Pair} */
  const start = [model.get("theta1"), model.get("theta2")];
  const path = descend(cost, start, gradientDescent({ alpha }), steps);
  const k = follow
    ? 0
    : Math.max(0, Math.min(Math.round(model.get("k")), path.positions.length - 1));
  const here = path.positions[k],
    gradient = path.gradients[k];
  /** @type {Pair} */
  const next = [here[0] - alpha * gradient[0], here[1] - alpha * gradient[1]];
  return {
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
    outside: -1,
    missed: miss(here, gradient, surface.minima),
    minima: surface.minima.length,
    curvatures: surface.curvatures,
    rate: follow ? curve.rate(here[0]) : null,
  };
}

/**
 * Draws the map: level lines only when the cost or the size changed, marks always. The slices are
 * laid out with it and drawn after it.
 * @param {ReturnType<typeof build>} parts
 */
function mapDrawer({ plane: view, compass: needle, slices }) {
  let drawn = "";
  /** @type {import("../../charts/levels.js").Sampled} */
  let sampled;
  return (
    /** @type {ReturnType<typeof situation>} */ now,
    /** @type {ReturnType<typeof follower>} */ curve,
  ) => {
    const { surface, cost, here, gradient, path, k, follow } = now;
    const resized = [view.picture, ...slices.map(({ picture }) => picture)].map((picture) =>
      picture.measure(),
    );
    if (resized.includes(true) || drawn !== `${surface.key} ${follow}`) {
      drawn = `${surface.key} ${follow}`;
      view.layout({ x: surface.x, y: surface.y });
      sampled = sample(cost, view.picture);
      drawLevels(view, sampled, surface);
      needle.drawFollow(follow ? curve.value : null);
      slices[0].layout(surface.x, surface.z);
      slices[1].layout(surface.y, surface.z);
    }
    now.outside = view.update(path.positions, k);
    const minimum = !follow && now.missed ? now.missed.minimum : null;
    const level = draw(rings(sampled, now.value), view.picture);
    needle.update({ here, gradient, steep: surface.steep, minimum, level });
  };
}

/**
 * @param {ReturnType<typeof build>["plane"]} view
 * @param {import("../../charts/levels.js").Sampled} sampled
 * @param {Surface} surface
 */
function drawLevels(view, sampled, surface) {
  const outlines = surface.levels.map((level) => ({ level, outline: rings(sampled, level) }));
  view.redraw(
    outlines.map(({ level, outline }) => ({ level, d: draw(outline, view.picture) })),
    labels(outlines, view.picture),
  );
  view.drawMinima(surface.minima);
}

/**
 * @param {State} now
 * @param {ReturnType<typeof follower>} curve
 * @returns {import("./slice.js").Cut[]}
 */
function cuts({ cost, here, gradient, rate }, curve) {
  const [theta1, theta2] = here;
  const slope = (/** @type {number} */ value) => format(value, 3);
  const sum = rate === null ? 0 : total(gradient, rate);
  return [
    {
      cost: (at) => cost.value(at, theta2),
      at: theta1,
      slope: gradient[0],
      held:
        rate === null
          ? phrase(WORDS.held, { parameter: "θ₂", value: format(theta2, 3) })
          : WORDS.curve,
      reading:
        rate === null
          ? phrase(WORDS.slope, { slope: slope(gradient[0]) })
          : phrase(WORDS.totals, { total: slope(sum), partial: slope(gradient[0]) }),
      moving: rate === null ? null : (at) => cost.value(at, curve.value(at)),
      total: sum,
    },
    {
      cost: (at) => cost.value(theta1, at),
      at: theta2,
      slope: gradient[1],
      held: phrase(WORDS.held, { parameter: "θ₁", value: format(theta1, 3) }),
      reading: phrase(WORDS.slope, { slope: slope(gradient[1]) }),
    },
  ];
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
  if (model.get("follow")) {
    if (theta1 !== model.get("theta1")) change(model, { theta1 });
  } else if (distance([theta1, theta2], [model.get("theta1"), model.get("theta2")]) > 0) {
    change(model, { theta1, theta2 });
  }
}

export default live(render);
