/** Draws the regression: the points with their line, and the valley of its cost. */
import { ellipse } from "../../descent/regression.js";

/** @typedef {import("./index.js").Data} Data */
/** @typedef {import("./index.js").State} State */
/** @typedef {import("../../charts/plane.js").Plane} Plane */

// Beyond every frame: with it a level line bounds what lies higher, as it does on the other maps.
const AROUND = "M-3000-3000H6000V6000H-3000Z";

/**
 * Draws both pictures.
 * @param {Plane} view @param {ReturnType<typeof import("./scatter.js").scatter>} cloud
 * @param {Data} data
 */
export function drawer(view, cloud, { window, levels }) {
  let drawn = "",
    valleyDrawn = "";
  return (/** @type {State} */ now, /** @type {boolean} */ anew) => {
    if (anew || drawn !== now.view.key) {
      drawn = now.view.key;
      view.layout(now.view, now.view.equal);
      cloud.picture.layout(window);
      valleyDrawn = "";
    }
    const key = [now.best, now.least, now.shape.greatest, now.shape.least].join();
    if (key !== valleyDrawn) drawValley(view, now, levels);
    valleyDrawn = key;
    view.update(now.path.positions, now.k);
    const { xs, ys, predict, predictBest: best, zero } = now;
    cloud.update({ xs, ys, predict, best, zero, chosen: now.point.index - 1 });
  };
}

/**
 * The level lines of a quadratic cost are ellipses.
 * @param {Plane} view @param {State} now @param {number[]} levels
 */
function drawValley(view, { best, least, shape }, levels) {
  if (!best) return view.redraw([], []);
  const { x, y } = view.picture;
  const lines = levels
    .filter((level) => level > least)
    .map((level) => ({ level, outline: ellipse(best, shape, level - least) }));
  view.redraw(lines, [best], { around: AROUND, taken: [[x(best[0]), y(best[1])]] });
}
