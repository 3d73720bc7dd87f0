/**
 * The curve with the tangent whose slope the derivation gives: a slope that is wrong would be seen.
 */
import { chart, curve } from "../../charts/chart.js";
import { handle, moveTo, show, touch } from "../../charts/marks.js";
import { set, svg } from "../../shell/dom.js";
import { clamp } from "../../core/numbers.js";
import WORDS from "./words.json";

const HALF = 60;

export function plot() {
  const picture = chart({
    label: WORDS.curve,
    xLabel: "x",
    yLabel: "y",
    kind: "pt-derivation-plot",
  });
  const outline = svg("path", { class: "pt-curve" });
  const tangent = svg("line", { class: "pt-tangent" });
  const ball = handle(8);
  picture.inside.append(outline, tangent);
  picture.over.append(ball);
  /** @param {(x: number) => number} f */
  const redraw = (f) => set(outline, { d: curve(f, picture) });
  /** @param {number} at @param {number} value @param {number} slope */
  const update = (at, value, slope) => {
    const { x, y } = picture;
    const [bottom, top] = y.range();
    const shown = Number.isFinite(value),
      touches = shown && Number.isFinite(slope);
    show(ball, shown);
    show(tangent, touches);
    moveTo(ball, x(at), shown ? clamp(y(value), top, bottom) : bottom);
    if (touches) touch(tangent, picture, { at, value, slope }, HALF);
  };
  return { element: picture.element, picture, ball, redraw, update };
}

/**
 * A window that shows most of a curve, and nothing of its poles.
 * @param {(x: number) => number} f @param {[number, number]} x @returns {[number, number]}
 */
export function heights(f, [from, to]) {
  const values = Array.from({ length: 241 }, (_, i) => f(from + ((to - from) * i) / 240))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (!values.length) return [-1, 1];
  const middle = [
    values[Math.floor(values.length * 0.1)],
    values[Math.floor((values.length - 1) * 0.9)],
  ];
  const spread = Math.max(middle[1] - middle[0], 0.5);
  const low = Math.max(values[0], middle[0] - spread),
    high = Math.min(values[values.length - 1], middle[1] + spread);
  const room = Math.max(0.12 * (high - low), 0.1);
  return [low - room, high + room];
}
