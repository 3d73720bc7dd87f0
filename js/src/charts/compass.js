/**
 * What is drawn where you stand: the level line, the gradient at right angles to it, the way down.
 */
import { set, svg, unique } from "../shell/dom.js";
import { bound, polyline, show } from "./marks.js";

/** @typedef {import("../descent/surfaces.js").Pair} Pair */

const LONGEST = 95;
const CORNER = 14;

/** @param {import("./plane.js").Plane} plane */
export function compass(plane) {
  const head = unique("uphill");
  const marks = {
    level: svg("path", { class: "pt-level-here" }),
    follow: svg("path", { class: "pt-constraint" }),
    wanted: svg("line", { class: "pt-wanted" }),
    down: svg("line", { class: "pt-way-down" }),
    legs: svg("path", { class: "pt-legs" }),
    corner: svg("path", { class: "pt-corner" }),
    gradient: svg("line", { class: "pt-gradient", "marker-end": `url(#${head})` }),
  };
  plane.element.append(arrowMarker(head));
  plane.under.append(...Object.values(marks));

  /**
   * @param {object} scene @param {Pair} scene.here @param {Pair} scene.gradient
   * @param {number} scene.steep a gradient of this size is drawn half as long as the longest
   * @param {Pair | null} scene.minimum
   * @param {string} scene.level the outline of the level line through here
   */
  const update = ({ here, gradient, steep, minimum, level }) => {
    const { x, y } = plane.picture;
    const [px, py] = [bound(x(here[0])), bound(y(here[1]))];
    const size = Math.hypot(...gradient);
    const flat = !(size > 0 && Number.isFinite(size));
    const way = flat ? [0, 0] : [gradient[0] / size, -gradient[1] / size];
    const length = (LONGEST * size) / (size + steep);
    const [ex, ey] = [px + way[0] * length, py + way[1] * length];
    set(marks.level, { d: level });
    set(marks.gradient, { x1: px, y1: py, x2: ex, y2: ey });
    set(marks.legs, { d: `M${px} ${py}H${ex}V${ey}` });
    set(marks.corner, { d: rightAngle(px, py, way, Math.min(CORNER, length)) });
    set(marks.down, { x1: px, y1: py, x2: px - way[0] * LONGEST, y2: py - way[1] * LONGEST });
    for (const mark of [marks.gradient, marks.legs, marks.corner, marks.down]) show(mark, !flat);
    show(marks.wanted, minimum !== null);
    if (minimum) set(marks.wanted, { x1: px, y1: py, x2: x(minimum[0]), y2: y(minimum[1]) });
  };
  /**
   * Draws the curve that θ₂ follows, or none.
   * @param {((theta1: number) => number) | null} follow
   */
  const drawFollow = (follow) => {
    const { x, y } = plane.picture;
    if (!follow) return set(marks.follow, { d: "" });
    const [left, right] = x.range(),
      places = [];
    for (let pixel = left; pixel <= right; pixel += 3)
      places.push([pixel, bound(y(follow(x.invert(pixel))))]);
    set(marks.follow, { d: polyline(places) });
  };
  return { update, drawFollow };
}

/** @param {string} id */
function arrowMarker(id) {
  const place = { viewBox: "0 0 10 10", refX: 9, refY: 5 };
  const size = { markerWidth: 13, markerHeight: 13, markerUnits: "userSpaceOnUse" };
  const shape = svg("path", { class: "pt-head-slope", d: "M0 1.2 10 5 0 8.8Z" });
  return svg("marker", { id, ...place, ...size, orient: "auto" }, shape);
}

/** @param {number} x @param {number} y @param {number[]} way @param {number} size */
function rightAngle(x, y, [across, up], size) {
  const [a, b] = [across * size, up * size];
  return `M${x + a} ${y + b}L${x + a - b} ${y + b + a}L${x - b} ${y + a}`;
}
