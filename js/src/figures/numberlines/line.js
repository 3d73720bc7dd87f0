/** One number line: its numbers, the value, the nudge as an arrow, what the slope predicts. */
import { bound, show } from "../../charts/marks.js";
import { clamp } from "../../core/numbers.js";
import { format } from "../../core/formatting.js";
import { say, set, svg } from "../../shell/dom.js";

/** @typedef {import("../../charts/chart.js").Scale} Scale */
/**
 * @typedef {object} Stop where a nudge comes by
 * @property {string} label @property {Scale} scale
 * @property {number} at how far down the line is
 * @property {"first" | "last" | ""} end of the chain
 * @property {number} value @property {number} moved
 * @property {number} nudge from the one to the other
 * @property {number} predicted where the slope leads to
 */

const TICKS = 14;

export function line() {
  const ticks = Array.from({ length: TICKS }, () => ({
    mark: svg("line", { class: "pt-tickmark" }),
    text: svg("text", { class: "pt-ticktext", "text-anchor": "middle" }),
  }));
  const axis = svg("line", { class: "pt-rail" });
  const label = svg("text", { class: "pt-axis-name" });
  const linear = svg("path", { class: "pt-linear" });
  const nudge = svg("path", { class: "pt-nudge" });
  const name = svg("text", { class: "pt-nudge-name", "text-anchor": "middle" });
  const dot = svg("circle", { class: "pt-value", r: 5 });
  const group = svg(
    "g",
    {},
    axis,
    ...ticks.flatMap(({ mark, text }) => [mark, text]),
    label,
    linear,
    nudge,
    dot,
    name,
  );
  return { group, ticks, drawn: "", axis, label, linear, nudge, name, dot };
}

/**
 * @param {ReturnType<typeof line>} row
 * @param {Stop} [stop] none where the chain has no such line
 */
export function drawLine(row, stop) {
  show(row.group, stop !== undefined);
  if (!stop) return;
  const { scale, at } = stop,
    [left, right] = scale.range();
  set(row.axis, { x1: left, x2: right, y1: at, y2: at });
  drawTicks(row, scale, at);
  say(row.label, stop.label);
  set(row.label, { x: left, y: at - 29 });
  drawNudge(row, stop);
}

/** @param {ReturnType<typeof line>} row @param {Stop} stop */
function drawNudge({ dot, nudge, linear, name }, stop) {
  const { label, scale, at, end, value } = stop;
  const shown = Number.isFinite(value) && Number.isFinite(stop.nudge);
  for (const part of [linear, nudge, name, dot]) show(part, shown);
  if (!shown) return;
  const [from, to] = [scale(value), scale(value + stop.nudge)].map(bound);
  show(dot, end !== "first");
  set(dot, { cx: from, cy: at });
  set(nudge, { d: arrow(from, to, at), class: `pt-nudge${end && ` pt-nudge-${end}`}` });
  const known = Number.isFinite(stop.predicted);
  show(linear, end !== "first" && known);
  if (known)
    set(linear, { d: `M${bound(scale(stop.predicted)).toFixed(1)} ${at + 5}l5 5 -5 5 -5 -5Z` });
  const [left, right] = scale.range();
  say(name, `Δ${label[0]}`);
  set(name, { x: clamp((from + to) / 2, left + 14, right - 14), y: at - 11 });
}

/**
 * The numbers of a line, unless they stand already.
 * @param {ReturnType<typeof line>} row @param {Scale} scale @param {number} at
 */
function drawTicks(row, scale, at) {
  const [left, right] = scale.range(),
    wanted = [scale.domain(), left, right, at].join();
  if (row.drawn === wanted) return;
  row.drawn = wanted;
  const places = scale.ticks(Math.max(3, Math.round((right - left) / 75))).slice(0, TICKS);
  const [low, high] = scale.domain();
  const digits = Math.min(
    12,
    Math.max(4, Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 3),
  );
  row.ticks.forEach(({ mark, text }, i) => {
    const shown = i < places.length;
    show(mark, shown);
    show(text, shown);
    if (!shown) return;
    const x = scale(places[i]);
    set(mark, { x1: x, x2: x, y1: at - 4, y2: at + 4 });
    say(text, format(places[i], digits));
    set(text, { x, y: at + 27 });
  });
}

/** A nudge as an arrow along the line. @param {number} from @param {number} to @param {number} y */
function arrow(from, to, y) {
  const length = to - from,
    head = Math.sign(length) * Math.min(8, Math.abs(length)),
    neck = (to - head).toFixed(1);
  return (
    `M${from.toFixed(1)} ${y - 3}H${neck}V${y - 7}` +
    `L${to.toFixed(1)} ${y}L${neck} ${y + 7}V${y + 3}H${from.toFixed(1)}Z`
  );
}
