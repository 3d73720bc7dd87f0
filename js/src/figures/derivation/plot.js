/**
 * The curve with the tangent whose slope the derivation gives: a slope that is wrong would be seen.
 */
import { chart, curve } from "../../charts/chart.js";
import { set, svg } from "../../shell/dom.js";
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
  const ball = svg(
    "g",
    { class: "pt-start" },
    svg("circle", { class: "pt-reach", r: 22 }),
    svg("circle", { class: "pt-ring", r: 8 }),
  );
  picture.inside.append(outline, tangent);
  picture.over.append(ball);
  /** @param {(x: number) => number} f */
  const redraw = (f) => set(outline, { d: curve(f, picture) });
  /** @param {number} at @param {number} value @param {number} slope */
  const update = (at, value, slope) => {
    const { x, y } = picture;
    const [bottom, top] = y.range();
    const shown = Number.isFinite(value);
    ball.style.display = shown ? "" : "none";
    tangent.style.display = shown && Number.isFinite(slope) ? "" : "none";
    const level = Math.min(bottom, Math.max(top, y(value)));
    set(ball, {
      transform: `translate(${x(at).toFixed(2)},${(shown ? level : bottom).toFixed(2)})`,
    });
    if (!shown || !Number.isFinite(slope)) return;
    const half = HALF / Math.hypot(x(1) - x(0), y(slope) - y(0));
    set(tangent, {
      x1: x(at - half),
      x2: x(at + half),
      y1: y(value - slope * half),
      y2: y(value + slope * half),
    });
  };
  return { element: picture.element, picture, ball, redraw, update };
}

/**
 * A window that shows most of a curve, and nothing of its poles.
 * @param {(x: number) => number} f
 * @param {[number, number]} x
 * @returns {[number, number]}
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
