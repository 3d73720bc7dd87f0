/** An arrow from unit to unit: thick as its weight is large, dashed where that is negative. */
import { arrowhead, show } from "../../charts/marks.js";
import { settle } from "../../charts/spots.js";
import { set, svg } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";

/** @typedef {import("../../charts/spots.js").Box} Box */
/** @typedef {{x: number, y: number, r: number}} Place r is how far it reaches */

/** How thick at least, and how much more for the largest weight. */
const THIN = 1,
  THICK = 4;
/** Between an arrow and a unit, and how much of its head stands before the line. */
const GAP = 3,
  HEAD = 6;
/** How far from its tail the number of an arrow may stand, the best share first: not where it
    crosses others, in the middle, nor on its head. */
const SHARES = [0.34, 0.66, 0.26, 0.74, 0.5];
/** How far to its sides, where there is no room on a short arrow. */
const SIDES = [0, 15, -15];

/**
 * @param {Place} from @param {Place} to
 * @param {number} share of the largest weight @param {number} [weight] none has no number
 */
export function arrow(from, to, share, weight) {
  const long = Math.hypot(to.x - from.x, to.y - from.y);
  const along = (/** @type {number} */ way) =>
    /** @type {[number, number]} */ ([
      from.x + ((to.x - from.x) * way) / long,
      from.y + ((to.y - from.y) * way) / long,
    ]);
  const [start, end] = [from.r + GAP, long - to.r - GAP];
  const across = [(from.y - to.y) / long, (to.x - from.x) / long];
  const spots = (/** @type {boolean} */ back) =>
    SIDES.flatMap((by) =>
      SHARES.map((part) => {
        const [x, y] = along((back ? 1 - part : part) * long);
        const at = { x: x + by * across[0], y: y + by * across[1] + 4.5 };
        return { ...at, anchor: /** @type {const} */ ("middle") };
      }),
    );
  const text = weight === undefined ? "" : format(weight, 3);
  const line = svg("path", { class: "pt-units-line", "stroke-width": THIN + THICK * share }),
    head = svg("path", { class: "pt-units-head" }),
    label = svg("text", { class: "pt-units-weight" }, text);
  const sign = Number(weight) < 0 ? " pt-negative" : "";
  const element = svg("g", { class: `pt-units-arrow${sign}` }, line, head);
  return {
    element,
    label,
    /** @param {boolean} lit @param {boolean} back @param {Box} frame @param {Box[]} taken */
    update(lit, back, frame, taken) {
      const [tail, tip, neck] = back ? [end, start, start + HEAD] : [start, end, end - HEAD];
      set(line, { d: `M${along(tail)}L${along(neck)}` });
      set(head, { d: arrowhead(...along(tail), ...along(tip)) });
      element.classList.toggle("pt-lit", lit);
      show(label, lit);
      if (lit && text) set(label, settle(text, spots(back), frame, taken));
    },
  };
}
