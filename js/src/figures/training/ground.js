/** Where the ground is flat: the outlines of a small gradient, and a place to say so. */
import { svg, set } from "../../shell/dom.js";
import { fill } from "../../charts/marks.js";
import { boxOf } from "../../charts/spots.js";
import { draw, rings, sample } from "../../charts/levels.js";
import WORDS from "./words.json";

/** @typedef {import("../../descent/surfaces.js").Field} Field */

const ROOM = 15,
  LETTERS = 15;

/** @param {import("../../charts/plane.js").Plane} plane */
export function ground(plane) {
  const outline = svg("path", { class: "pt-flat" });
  const names = svg("g", { class: "pt-flat-names" });
  plane.under.append(outline);
  plane.picture.over.prepend(names);
  /** @param {Field} cost @param {number} flat */
  return (cost, flat) => {
    /**
     * @type {Field} d3 outlines what is above a level, so the
     *   length is negated
     */
    const steepness = {
      value: (a, b) => -Math.hypot(...cost.gradient(a, b)),
      gradient: () => [0, 0],
    };
    const regions = rings(sample(steepness, plane.picture), -flat);
    set(outline, { d: draw(regions, plane.picture) });
    const inside = (/** @type {number} */ a, /** @type {number} */ b) =>
      steepness.value(a, b) > -flat;
    const places = middles(regions, inside, plane.picture);
    fill(names, places.length, () => svg("text", { "text-anchor": "middle" }, WORDS.plain));
    plane.kept.splice(0);
    for (const [x, y] of places)
      plane.kept.push(boxOf(WORDS.plain, { x, y: y + 4, anchor: "middle" }, LETTERS));
    places.forEach(([x, y], i) =>
      set(names.children[i], { x: x.toFixed(1), y: (y + 4).toFixed(1) }),
    );
  };
}

/**
 * For every region the place inside it, on a grid over the frame, that is farthest from any edge.
 * @param {[number, number][][]} regions @param {(a: number, b: number) => boolean} inside
 * @param {import("../../charts/chart.js").Scales} scales
 */
function middles(regions, inside, { x, y }) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const edges = regions.map((ring) => ring.map(([a, b]) => [x(a), y(b)]));
  /** @type {{at: [number, number], room: number}[]} */
  const best = regions.map(() => ({ at: [0, 0], room: ROOM }));
  for (let px = left + ROOM; px <= right - ROOM; px += 12) {
    for (let py = top + ROOM; py <= bottom - ROOM; py += 12) {
      if (!inside(x.invert(px), y.invert(py))) continue;
      const near = edges.map((ring) =>
        Math.min(...ring.map(([a, b]) => Math.hypot(a - px, b - py))),
      );
      const own = near.indexOf(Math.min(...near));
      const room = Math.min(near[own], px - left, right - px, py - top, bottom - py);
      if (room > best[own].room) best[own] = { at: [px, py], room };
    }
  }
  return best.filter(({ room }) => room > ROOM).map(({ at }) => at);
}
