/** Lets both points be dragged along the curve: the first moves x, the second h. */
import { hold, placeIn } from "../../charts/drag.js";
import { change } from "../../shell/controls.js";
import { clamp } from "../../core/numbers.js";

/** @typedef {import("./index.js").Model} Model */

/**
 * @param {{handles: SVGGElement, element: SVGSVGElement, picture:
 *   import("../../charts/chart.js").Chart}} view
 * @param {Model} model
 * @param {() => {shown: {places: [number, number], reach: number, landmarks: number[]}}} state
 * @param {number} step
 */
export function drag({ handles, element, picture }, model, state, step) {
  let moves = "x",
    offset = 0;
  /** @param {PointerEvent} event */
  const pointer = (event) => placeIn(element, event).x;
  /** @param {PointerEvent} event */
  const move = (event) => {
    const { places, reach, landmarks } = state().shown;
    const at = picture.x.invert(pointer(event) - offset);
    if (moves === "x") {
      change(model, { x: snap(clamp(at, places[0], places[1]), step, landmarks) });
    } else {
      change(model, { h: snap(clamp(at - model.get("x"), -reach, reach), step, []) });
    }
  };
  /** @param {PointerEvent} event */
  const grab = (event) => {
    const x = model.get("x"),
      h = model.get("h"),
      at = pointer(event);
    const near = (/** @type {number} */ place) => Math.abs(picture.x(place) - at);
    moves = h !== 0 && near(x + h) < near(x) ? "h" : "x";
    offset = at - picture.x(moves === "x" ? x : x + h);
  };
  return hold(handles, move, grab);
}

/**
 * The nearest multiple of `step`, or a landmark that is as near.
 * @param {number} value @param {number} step @param {number[]} landmarks
 */
function snap(value, step, landmarks) {
  const near = landmarks.find((place) => Math.abs(place - value) <= step * 0.75);
  return near ?? Math.round(Math.round(value / step) * step * 1e9) / 1e9;
}
