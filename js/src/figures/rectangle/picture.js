/** The rectangle in the plane of its sides, with its strips and its corner, each by its name. */
import { chart, roundUp } from "../../charts/chart.js";
import { bound, show } from "../../charts/marks.js";
import { equalScales } from "../../charts/plane.js";
import { settle, widthOf } from "../../charts/spots.js";
import { set, svg } from "../../shell/dom.js";

/** @typedef {import("../../charts/spots.js").Box} Box */
/** @typedef {import("../../charts/spots.js").Spot} Spot */

/** The areas in the order in which they are drawn: class and name of each. */
const AREAS = [
  ["pt-uv", "uv"],
  ["pt-strip", "v·Δu"],
  ["pt-strip", "u·Δv"],
  ["pt-tip", "Δu·Δv"],
];
const LETTERS = 16,
  GAP = 8;
/** So many times as long as its window an axis may become for the sake of the other. */
const MOST = 3;
/** What an axis shows beyond the rectangle, for names beside it. */
const ROOM = 1.15;

/** @param {string} label */
export function rectangle(label) {
  const picture = chart({ label, xLabel: "u", yLabel: "v", kind: "pt-product" });
  const zero = svg("path", { class: "pt-zero" });
  const areas = AREAS.map(([kind]) => svg("rect", { class: kind }));
  const names = AREAS.map(([, text]) => svg("text", { class: "pt-name" }, text));
  picture.inside.append(zero, ...areas);
  picture.over.append(...names);
  return {
    ...picture,
    picture,
    /** @param {import("./index.js").State} state */
    draw({ growth }) {
      const { sides, changes, drawn } = growth,
        [x, y] = sides.map((side, i) => windowOf(drawn ? [side, side + changes[i]] : []));
      picture.layout(drawn ? evenly({ x, y }, picture) : { x, y });
      for (const part of [zero, ...areas, ...names]) show(part, drawn);
      if (!drawn) return;
      const [left, right] = picture.x.range(),
        [bottom, top] = picture.y.range();
      set(zero, { d: `M${picture.x(0)} ${top}V${bottom}M${left} ${picture.y(0)}H${right}` });
      const frame = { left: left + 2, right: right - 2, top, bottom };
      /** @type {Box[]} */ const taken = [];
      const free = boxes(picture, growth, leftOf);
      boxes(picture, growth, (side) => side).forEach((box, i) => {
        const area = growth.areas[i],
          text = AREAS[i][1];
        set(areas[i], {
          x: box.left,
          y: box.top,
          width: box.right - box.left,
          height: box.bottom - box.top,
        });
        areas[i].classList.toggle("pt-minus", area < 0);
        show(names[i], area !== 0);
        if (area)
          set(names[i], settle(text, spots(text, free[i], growth, i), frame, taken, LETTERS));
      });
    },
  };
}

/**
 * What an axis shows: 0 and both ends of a side. @param {number[]} ends
 * @returns {[number, number]}
 */
export function windowOf(ends) {
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return [low && -roundUp(-low * ROOM), high || !low ? roundUp(high * ROOM) : 0];
}

/**
 * The same scale on both axes, so that a square looks square, unless a side became too short.
 * @param {Record<"x" | "y", [number, number]>} box
 * @param {Parameters<typeof equalScales>[1]} picture
 */
export function evenly(box, picture) {
  const even = equalScales(box, picture);
  const fair = ["x", "y"].every((axis) => {
    const [now, before] = [even, box].map((one) => one[/** @type {"x" | "y"} */ (axis)]);
    return now[1] - now[0] <= MOST * (before[1] - before[0]);
  });
  return fair ? even : box;
}

/** What is left of a side that gets shorter: there no strip covers what is named. */
const leftOf = (/** @type {number} */ side, /** @type {number} */ change) =>
  side * change < 0 && Math.abs(change) < Math.abs(side) ? side + change : side;

/**
 * Where the areas lie, in pixels.
 * @param {import("../../charts/chart.js").Scales} scales
 * @param {import("./growth.js").Growth} growth
 * @param {typeof leftOf} end of the rectangle itself @returns {Box[]}
 */
function boxes(scales, { sides: [u, v], changes: [du, dv] }, end) {
  const columns = [
    [0, end(u, du)],
    [u, u + du],
  ].map((ends) => ends.map((at) => bound(scales.x(at))));
  const rows = [
    [0, end(v, dv)],
    [v, v + dv],
  ].map((ends) => ends.map((at) => bound(scales.y(at))));
  return [0, 1, 2, 3].map((i) => {
    const [left, right] = columns[i % 2].sort((a, b) => a - b);
    const [top, bottom] = rows[i >> 1].sort((a, b) => a - b);
    return { left, right, top, bottom };
  });
}

/**
 * Where the name of an area can stand: in it if it has room, else beside it, away from the origin
 * first. A strip along v has its name at the side, one along u above or below, the corner both.
 * @param {string} text @param {Box} box @param {import("./growth.js").Growth} growth
 * @param {number} i which area @returns {Spot[]}
 */
function spots(text, { left, right, top, bottom }, { sides: [u, v], changes: [du, dv] }, i) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2 + 5];
  const fits = right - left > widthOf(text, LETTERS) + GAP && bottom - top > LETTERS + GAP;
  /** @type {Spot} */ const inside = { x, y, anchor: "middle" };
  /** @type {Spot[]} */
  const sideways = [
    { x: right + GAP, y, anchor: "start" },
    { x: left - GAP, y, anchor: "end" },
  ];
  const levels = [top - GAP, bottom + LETTERS + 2];
  if (2 * u + du < 0) sideways.reverse();
  if (2 * v + dv < 0) levels.reverse();
  const upright = levels.map((y) => ({ ...inside, y }));
  const outward = levels.flatMap((y) => sideways.map((spot) => ({ ...spot, y })));
  const beside = [upright, sideways, upright, outward][i];
  return fits ? [inside, ...beside] : [...beside, ...outward];
}
