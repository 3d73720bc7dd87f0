/** The data as points, the line through them, and the square on each error. */
import { chart } from "../../charts/chart.js";
import { set, svg } from "../../shell/dom.js";
import { draggable } from "../../charts/drag.js";
import WORDS from "./words.json";
import { bound, fill, handle, moveTo, show } from "../../charts/marks.js";

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */

/**
 * @param {{label: string, xLabel: string, yLabel: string, place: (index: number, at: Pair) =>
 * void}} options
 * `place` is called when a point is dragged
 */
export function scatter({ label, xLabel, yLabel, place }) {
  const picture = chart({ label, xLabel, yLabel, kind: "pt-scatter" });
  const marks = {
    squares: svg("path", { class: "pt-squares" }),
    errors: svg("path", { class: "pt-errors" }),
    zero: svg("line", { class: "pt-zero" }),
    best: svg("line", { class: "pt-best" }),
    line: svg("line", { class: "pt-curve" }),
    chosen: svg("circle", { class: "pt-chosen", r: 9 }),
    points: svg("g"),
    name: svg("text", { class: "pt-small" }, WORDS.zero),
  };
  picture.inside.append(marks.zero, marks.squares, marks.errors, marks.best, marks.line);
  picture.over.append(marks.name, marks.chosen, marks.points);

  const point = () => {
    const index = marks.points.childElementCount;
    const mark = handle(4.5, 13, "pt-datum", "pt-point");
    draggable(mark, picture, (at) => place(index, at));
    return mark;
  };

  /**
   * @param {object} scene @param {number[]} scene.xs @param {number[]} scene.ys
   * @param {(x: number) => number} scene.predict @param {((x: number) => number) | null} scene.best
   * @param {number} scene.chosen index of the point that the sliders move
   * @param {number} scene.zero the place that is 0 for the model
   */
  const update = ({ xs, ys, predict, best, chosen, zero }) => {
    const { x, y } = picture;
    fill(marks.points, xs.length, point);
    let errors = "",
      squares = "";
    xs.forEach((value, i) => {
      const px = bound(x(value)),
        py = bound(y(ys[i])),
        end = bound(y(predict(value)));
      moveTo(marks.points.children[i], px, py);
      errors += `M${px.toFixed(1)} ${py.toFixed(1)}V${end.toFixed(1)}`;
      const side = end - py;
      squares +=
        `M${px.toFixed(1)} ${py.toFixed(1)}` +
        `h${side.toFixed(1)}v${side.toFixed(1)}h${(-side).toFixed(1)}z`;
    });
    set(marks.errors, { d: errors });
    set(marks.squares, { d: squares });
    across(marks.line, picture, predict);
    show(marks.best, best !== null);
    if (best) across(marks.best, picture, best);
    set(marks.chosen, { cx: x(xs[chosen]), cy: y(ys[chosen]) });
    const [from, to] = x.domain(),
      seen = from < zero && zero < to;
    for (const mark of [marks.zero, marks.name]) show(mark, seen);
    if (!seen) return;
    set(marks.zero, { x1: x(zero), y1: y.range()[0], x2: x(zero), y2: y.range()[1] });
    set(marks.name, { x: x(zero) + 4, y: y.range()[1] + 13 });
  };
  return { ...picture, picture, update };
}

/**
 * @param {SVGElement} line @param {import("../../charts/chart.js").Scales} picture
 * @param {(x: number) => number} f
 */
function across(line, { x, y }, f) {
  const [from, to] = x.domain();
  set(line, { x1: x(from), y1: bound(y(f(from))), x2: x(to), y2: bound(y(f(to))) });
}
