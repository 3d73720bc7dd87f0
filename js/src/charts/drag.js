/** What a hand does to a mark of a picture: it takes hold of it, moves it and lets go. */

import { snap } from "../core/numbers.js";
import { change } from "../shell/controls.js";

/** @typedef {[number, number]} Pair */
/** @typedef {import("./chart.js").Chart} Chart */

/**
 * Lets a mark be held: calls `move` for every movement of the pointer that holds it, `grab` first.
 * Returns what lets go.
 * @param {SVGElement} mark @param {(event: PointerEvent) => void} move
 * @param {(event: PointerEvent) => void} [grab]
 */
export function hold(mark, move, grab) {
  /** @param {PointerEvent} event */
  const take = (event) => {
    event.preventDefault();
    grab?.(event);
    mark.setPointerCapture(event.pointerId);
    mark.addEventListener("pointermove", move);
  };
  const drop = () => mark.removeEventListener("pointermove", move);
  mark.addEventListener("pointerdown", take);
  mark.addEventListener("lostpointercapture", drop);
  return drop;
}

/**
 * Where a pointer is in a picture, in the units it draws in.
 * @param {SVGGraphicsElement} picture @param {PointerEvent} event
 */
export function placeIn(picture, { clientX, clientY }) {
  return new DOMPoint(clientX, clientY).matrixTransform(picture.getScreenCTM()?.inverse());
}

/**
 * Lets a handle be dragged over a picture: calls `place` with the values under the pointer.
 * @param {SVGElement} handle @param {Chart} picture @param {(at: Pair) => void} place
 */
export function draggable(handle, picture, place) {
  return hold(handle, (event) => {
    const { x, y } = placeIn(picture.element, event);
    place([picture.x.invert(x), picture.y.invert(y)]);
  });
}

/**
 * Lets a handle be dragged over a picture, and one trait or two with it.
 * @param {import("../shell/controls.js").Model} model @param {SVGElement} handle
 * @param {Chart} picture
 * @param {() => [key: string, range: Pair, step?: number][]} traits the one that goes across, and
 * the one that goes up
 */
export function dragTraits(model, handle, picture, traits) {
  return draggable(handle, picture, (at) =>
    change(
      model,
      Object.fromEntries(traits().map(([key, range, step], i) => [key, snap(at[i], range, step)])),
    ),
  );
}
