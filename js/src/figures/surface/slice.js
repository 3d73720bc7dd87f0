/** One slice through the surface: the cost against one parameter, with the tangent at the ball. */
import { chart, curve } from "../../charts/chart.js";
import { say, set, svg } from "../../shell/dom.js";
import { bound, show, touch } from "../../charts/marks.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

const REACH = 52;

/**
 * @typedef {object} Cut
 * @property {(at: number) => number} cost along the slice
 * @property {number} at where the ball is
 * @property {number} slope
 * @property {string} held what is held, in words
 * @property {string} reading the slope, in words
 * @property {((at: number) => number) | null} [moving] the cost when the other parameter follows
 * @property {number} [total] its slope
 */

/** @param {string} symbol the parameter along the axis */
export function slice(symbol) {
  const picture = chart({
    label: phrase(WORDS.slice, { parameter: symbol }),
    xLabel: symbol,
    yLabel: "J",
    kind: "pt-slice",
  });
  const marks = {
    outline: svg("path", { class: "pt-curve" }),
    moving: svg("path", { class: "pt-curve pt-moving" }),
    tangent: svg("line", { class: "pt-tangent" }),
    total: svg("line", { class: "pt-tangent pt-total" }),
    ball: svg("circle", { class: "pt-ball", r: 5.5 }),
    held: svg("text", { class: "pt-held" }),
    reading: svg("text", { class: "pt-reading", "text-anchor": "end" }),
  };
  picture.inside.append(marks.outline, marks.moving, marks.tangent, marks.total, marks.ball);
  picture.over.append(marks.held, marks.reading);
  return {
    ...picture,
    picture,
    /** @param {Cut} cut */
    update(cut) {
      const value = cut.cost(cut.at);
      set(marks.outline, { d: curve(cut.cost, picture) });
      set(marks.moving, { d: cut.moving ? curve(cut.moving, picture) : "" });
      touch(marks.tangent, picture, { ...cut, value }, REACH);
      show(marks.total, Boolean(cut.moving));
      if (cut.moving) touch(marks.total, picture, { ...cut, value, slope: cut.total ?? 0 }, REACH);
      set(marks.ball, { cx: bound(picture.x(cut.at)), cy: bound(picture.y(value)) });
      say(marks.held, cut.held);
      say(marks.reading, cut.reading);
    },
    /** @param {[number, number]} x @param {[number, number]} y */
    layout(x, y) {
      picture.layout({ x, y });
      set(marks.held, { x: 4, y: picture.height - 3 });
      set(marks.reading, { x: picture.width - picture.margin.right, y: 13 });
    },
  };
}
