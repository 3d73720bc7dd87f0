/** A unit or an input: what stands for it, and its number above it, or below. */
import { show } from "../../charts/marks.js";
import { settle } from "../../charts/spots.js";
import { say, set, svg } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";

/** @typedef {import("../../charts/spots.js").Box} Box */
/** @typedef {import("./arrow.js").Place} Place */

/** Of a number above and below, and what a finger finds around a unit. */
const ABOVE = 6,
  UNDER = 15,
  REACH = 9;

/** @param {Place} place @param {string} name @param {(() => void) | null} choose null: an input */
export function unit({ x, y, r }, name, choose) {
  const spots = [y - r - ABOVE, y + r + UNDER].map((at) => ({
    x,
    y: at,
    anchor: /** @type {const} */ ("middle"),
  }));
  const body = svg(
    "g",
    {
      class: choose ? "pt-units-unit" : "pt-units-input",
      click: choose,
      pointerenter: choose && (({ pointerType }) => pointerType === "mouse" && choose()),
    },
    svg("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: r }),
    svg("text", { x, y, dy: "0.35em", "text-anchor": "middle" }, choose ? name : ""),
    svg("circle", { class: "pt-reach", cx: x, cy: y, r: r + REACH }),
  );
  const number = svg("text");
  return {
    element: svg("g", {}, body, number),
    /**
     * @param {boolean} lit @param {number | undefined} value @param {boolean} back
     * @param {Box} frame @param {Box[]} taken
     */
    update(lit, value, back, frame, taken) {
      body.classList.toggle("pt-lit", lit);
      show(number, value !== undefined);
      if (value === undefined) return;
      const text = format(value, 3);
      say(number, text);
      set(number, {
        class: `pt-units-number ${back ? "pt-units-adjoint" : ""}`,
        ...settle(text, spots, frame, taken),
      });
    },
  };
}
