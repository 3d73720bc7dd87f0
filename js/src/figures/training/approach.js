/** The small picture of the prediction: step by step on its way to the target. */
import { chart } from "../../charts/chart.js";
import { polyline } from "../../charts/marks.js";
import { around, settle } from "../../charts/spots.js";
import { say, set, svg } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { phrase } from "../../core/phrase.js";

/** @param {number} target */
export function approach(target) {
  const picture = chart({
    label: WORDS.approach,
    xLabel: COMMON.stepAxis,
    yLabel: "ŷ",
    kind: "pt-trace",
  });
  const goal = svg("line", { class: "pt-target" });
  const gap = svg("line", { class: "pt-gap" });
  const line = svg("path", { class: "pt-cost" });
  const here = svg("circle", { class: "pt-ball", r: 5 });
  const goalName = phrase(WORDS.target, { target }),
    name = svg("text", { class: "pt-target-name" }, goalName);
  const error = svg("text", { class: "pt-gap-name", "text-anchor": "end", y: 12 });
  picture.inside.append(goal, gap, line);
  picture.over.append(name, error, here);

  /** @type {number[] | null} the line belongs to these, until the picture is laid out anew */
  let drawn = null;

  /** @param {number} steps */
  const layout = (steps) => {
    drawn = null;
    picture.layout({ x: [0, steps], y: [Math.min(0, 1.12 * target), 1.12 * Math.max(1, target)] });
    const [left, right] = picture.x.range(),
      level = picture.y(target);
    set(goal, { x1: left, x2: right, y1: level, y2: level });
    set(error, { x: right });
  };
  /** @param {number[]} predictions @param {number} k */
  const update = (predictions, k) => {
    const { x, y } = picture;
    if (predictions !== drawn)
      set(line, { d: polyline(predictions.map((value, i) => [x(i), y(value)])) });
    drawn = predictions;
    const [at, level] = [x(k), y(predictions[k])];
    set(gap, { x1: at, x2: at, y1: level, y2: y(target) });
    set(here, { cx: at, cy: level });
    set(name, spotFor(goalName, picture, y(target), around(at, level, 8)));
    say(error, `ŷ − y = ${format(predictions[k] - target, 3)}`);
  };
  return { ...picture, picture, layout, update };
}

/**
 * A place for the name of the target: at its line, away from the ball.
 * @param {string} name @param {import("../../charts/chart.js").Scales} scales
 * @param {number} level @param {import("../../charts/spots.js").Box} ball
 */
function spotFor(name, { x, y }, level, ball) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const [over, under] = [level - 5, level + 15];
  return settle(
    name,
    [
      { x: right, y: over, anchor: "end" },
      { x: right, y: under, anchor: "end" },
      { x: left + 4, y: over, anchor: "start" },
    ],
    { left, right, top: Math.min(top, over - 12), bottom },
    [ball],
  );
}
