/**
 * The large picture: the cost curve, the path along it, the slope here, the handle of the start.
 */
import { chart, curve } from "../../charts/chart.js";
import * as marks from "../../charts/marks.js";
import { around, boxOf, settle, widthOf } from "../../charts/spots.js";
import { set, say, svg } from "../../shell/dom.js";
import { clamp } from "../../core/numbers.js";
import { subscript } from "../../core/formatting.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../charts/chart.js").Scales} Scales */

/** The size of the names of points; how far the arrow of the next step lies above the axis. */
const NAME = 16,
  FLOOR = 7;

/**
 * @typedef {object} Scene
 * @property {(position: number) => number} cost
 * @property {import("../../descent/descent.js").Path} path
 * @property {number} alpha
 * @property {number} k
 * @property {boolean} lost whether the cost has no value or no slope at the start
 */

/** @param {string} label */
export function valley(label) {
  const picture = chart({ label, xLabel: "θ", yLabel: "J(θ)", kind: "pt-valley" });
  const outline = svg("path", { class: "pt-curve" });
  const tangent = svg("line", { class: "pt-tangent" });
  const trail = {
    lines: svg("path", { class: "pt-arrow" }),
    heads: svg("path", { class: "pt-head" }),
    dots: svg("path", { class: "pt-dot" }),
  };
  const move = { line: svg("path", { class: "pt-move" }), head: svg("path", { class: "pt-head" }) };
  const start = marks.handle(9);
  const ball = svg("circle", { class: "pt-ball", r: 6.5 });
  const names = {
    start: svg("text", { class: "pt-name" }, "θ₀"),
    ball: svg("text", { class: "pt-name" }),
  };
  const exit = svg("text", { class: "pt-exit" });
  const { lines, heads, dots } = trail;
  picture.inside.append(outline, tangent, lines, heads, move.line, move.head, dots);
  picture.over.append(names.start, names.ball, exit, ball, start);

  /** @param {(position: number) => number} cost */
  const redraw = (cost) => set(outline, { d: curve(cost, picture) });

  /** @param {Scene} scene */
  const update = (scene) => {
    for (const part of [tangent, lines, heads, dots, move.line, move.head, ball, names.ball, exit])
      marks.show(part, !scene.lost);
    if (scene.lost) return drawMissing(picture, { start, name: names.start }, scene.path);
    start.classList.remove("pt-missing");
    drawTrail(picture, trail, scene);
    drawSlope(picture, tangent, move, scene);
    return drawExit(picture, exit, scene, drawEnds(picture, { start, ball, names }, scene));
  };
  return { ...picture, picture, start, ball, redraw, update };
}

/**
 * The steps so far: one path for all lines, one for all heads, one for all dots.
 * @param {Scales} view @param {Record<string, SVGElement>} trail @param {Scene} scene
 */
function drawTrail({ x, y }, trail, { path, k }) {
  let lines = "",
    heads = "",
    dots = "";
  let [fromX, fromY] = [bound(x(path.positions[0])), bound(y(path.values[0]))];
  for (let i = 1; i <= k; i++) {
    const [toX, toY] = [bound(x(path.positions[i])), bound(y(path.values[i]))];
    lines += `M${fromX} ${fromY}L${toX} ${toY}`;
    heads += marks.arrowhead(fromX, fromY, toX, toY);
    if (i < k) dots += `M${toX - 3} ${toY}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`;
    [fromX, fromY] = [toX, toY];
  }
  set(trail.lines, { d: lines });
  set(trail.heads, { d: heads });
  set(trail.dots, { d: dots });
}

/**
 * The tangent at the ball, and on the floor of the picture the step that it orders, unless both its
 * ends are out of sight.
 * @param {Scales} view @param {SVGElement} tangent
 * @param {{line: SVGElement, head: SVGElement}} move @param {Scene} scene
 */
function drawSlope({ x, y }, tangent, move, { path, alpha, k }) {
  const position = path.positions[k],
    value = path.values[k],
    slope = path.slopes[k];
  marks.touch(tangent, { x, y }, { at: position, value, slope }, 70);
  const floor = y.range()[0] - FLOOR;
  const [from, to] = [bound(x(position)), bound(x(position - alpha * slope))];
  set(move.line, { d: `M${from} ${floor}H${to}` });
  set(move.head, { d: marks.arrowhead(from, floor, to, floor) });
  const [left, right] = x.range();
  const isSeen = [from, to].some((end) => end >= left && end <= right);
  for (const part of Object.values(move)) marks.show(part, isSeen);
}

/**
 * Returns what place these take.
 * @param {Scales} view
 * @param {{start: SVGElement, ball: SVGElement, names: {start: SVGElement, ball: SVGElement}}}
 *   marks
 * @param {Scene} scene
 */
function drawEnds({ x, y }, { start, ball, names }, { path, k }) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const at = [clamp(x(path.positions[0]), left, right), clamp(y(path.values[0]), top, bottom)];
  marks.moveTo(start, at[0], at[1]);
  const [cx, cy] = [bound(x(path.positions[k])), bound(y(path.values[k]))];
  const visible = cx >= left && cx <= right && cy >= top && cy <= bottom;
  marks.moveTo(ball, cx, cy);
  marks.show(ball, visible);
  const named = place(at[0], at[1], left, right);
  set(names.start, { x: named.x, y: named.y, "text-anchor": named.anchor });
  marks.show(names.ball, visible && k > 0 && Math.hypot(cx - at[0], cy - at[1]) >= 26);
  const [x1, y1, anchor] = beside(cx, cy, path.slopes[k], { left, right, bottom });
  set(names.ball, { x: x1, y: y1, "text-anchor": anchor });
  say(names.ball, `θ${subscript(k)}`);
  return [around(at[0], at[1], 12), around(cx, cy, 26), boxOf("θ₀", named, NAME)];
}

/**
 * The place of the ball's name: below it; where the arrow on the floor is, beside it, below the
 * curve, whence that arrow leads away; where the numbers of the axis are, above it.
 * @param {number} x @param {number} y @param {number} slope
 * @param {{left: number, right: number, bottom: number}} frame
 * @returns {[number, number, "start" | "middle" | "end"]}
 */
function beside(x, y, slope, { left, right, bottom }) {
  if (y + 24 <= bottom - FLOOR - NAME / 2) return [x, y + 24, "middle"];
  const side = Math.sign(slope),
    far = x + side * 2.5 * NAME;
  if (side === 0 || y + 17 > bottom - 2 || far < left || far > right) return [x, y - 13, "middle"];
  return [x + side * 10, y + 17, side > 0 ? "start" : "end"];
}

/**
 * The ring of a start at which there is no cost: on the floor, where the hand finds it.
 * @param {Scales} view @param {{start: SVGElement, name: SVGElement}} marks
 * @param {import("../../descent/descent.js").Path} path
 */
function drawMissing({ x, y }, { start, name }, { positions }) {
  const [left, right] = x.range(),
    at = clamp(x(positions[0]), left, right),
    named = place(at, y.range()[0], left, right);
  start.classList.add("pt-missing");
  marks.moveTo(start, at, y.range()[0]);
  set(name, { x: named.x, y: named.y, "text-anchor": named.anchor });
  return -1;
}

/**
 * A name beside a mark, on the side that has room.
 * @param {number} x @param {number} y @param {number} left @param {number} right
 * @returns {import("../../charts/spots.js").Spot}
 */
function place(x, y, left, right) {
  const toRight = x < (left + right) / 2 ? x - left < 40 : right - x > 40;
  return { x: x + (toRight ? 15 : -15), y: y - 8, anchor: toRight ? "start" : "end" };
}

/**
 * Names the first step that leaves the picture; returns it, or −1.
 * @param {Scales} view @param {SVGElement} exit @param {Scene} scene
 * @param {import("../../charts/spots.js").Box[]} taken
 */
function drawExit({ x, y }, exit, { path, k }, taken) {
  const [left, right] = x.domain(),
    [bottom, top] = y.domain();
  const outside = path.positions.findIndex(
    (position, i) =>
      i <= k &&
      (position < left || position > right || path.values[i] > top || path.values[i] < bottom),
  );
  marks.show(exit, outside > 0);
  if (outside <= 0) return outside;
  const toLeft = path.positions[outside] < (left + right) / 2;
  const frame = { left: x.range()[0] + 6, right: x.range()[1] - 6 };
  const [text] = [WORDS.gone, WORDS.goneInShort]
    .map((words) =>
      phrase(words, { parameter: `θ${subscript(outside)}`, position: path.positions[outside] }),
    )
    .map((words) => (toLeft ? `← ${words}` : `${words} →`))
    .filter((words, i) => i > 0 || widthOf(words) < frame.right - frame.left);
  say(exit, text);
  const spots = [18, 40, 62].map((down) => ({
    x: toLeft ? frame.left : frame.right,
    y: y.range()[1] + down,
    anchor: /** @type {"start" | "end"} */ (toLeft ? "start" : "end"),
  }));
  set(exit, settle(text, spots, { ...frame, top: y.range()[1], bottom: y.range()[0] }, taken));
  return outside;
}

/** SVG coordinates that a renderer can hold, to a tenth of a pixel. @param {number} pixels */
const bound = (pixels) => Math.round(marks.bound(pixels) * 10) / 10;
