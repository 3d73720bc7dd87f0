/** The small picture: the cost of every racer against the step, and the finishing line. */
import { chart, roundUp } from "../../charts/chart.js";
import { set, svg } from "../../shell/dom.js";
import { bound, polyline } from "../../charts/marks.js";
import { marker } from "./looks.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../descent/races.js").Track} Track */

const LEAST = -9;

/** @param {string[]} names @param {number} steps */
export function costs(names, steps) {
  const picture = chart({
    label: WORDS.costs,
    xLabel: COMMON.stepAxis,
    yLabel: "J",
    kind: "pt-race-costs",
  });
  const finish = svg("line", { class: "pt-finish" });
  const until = svg("line", { class: "pt-until" });
  const lines = names.map((name) => svg("path", { class: `pt-trail pt-racer-${name}` }));
  const heads = names.map((name) => svg("path", { class: `pt-runner pt-racer-${name}` }));
  picture.inside.append(finish, until, ...lines);
  picture.over.append(...heads);

  /**
   * @param {Record<string, Track | undefined>} tracks @param {object} options
   * @param {number} options.k @param {boolean} options.log
   * @param {number | null} options.lowest the least cost there is; a logarithmic axis shows the
   * excess over it
   * @param {number} options.line the finish, so far above the lowest cost
   */
  const update = (tracks, { k, log, lowest, line }) => {
    const base = log ? (lowest ?? 0) : 0;
    const first = Object.values(tracks).find((track) => track)?.values[0] ?? 1;
    const start = Math.abs(first) < 1e100 ? first : 1;
    const least = Math.min(...Object.values(tracks).flatMap((track) => track?.values ?? []));
    const view = log ? window(start - base, least - base) : range(start, lowest);
    // Half of the steps are enough until a later one is shown: swings lie too close otherwise.
    picture.layout({ x: [0, k <= steps / 2 ? steps / 2 : steps], y: view, log });
    picture.nameY(log && base !== 0 ? "J − lowest" : "J");
    const { x, y } = picture,
      [left, right] = x.range(),
      [bottom, top] = y.range();
    const height = (/** @type {number} */ value) =>
      log && value - base <= view[0] ? bottom + 20 : bound(y(value - base));
    names.forEach((name, i) => {
      const values = tracks[name]?.values ?? [];
      set(lines[i], { d: polyline(values.map((value, step) => [x(step), height(value)])) });
      const here = Math.min(k, values.length - 1),
        at = values.length ? height(values[here]) : -1;
      const seen = at >= top - 1 && values.length > 0;
      set(heads[i], { d: seen ? marker(name, x(here), Math.min(at, bottom), 4.5) : "" });
    });
    set(until, { x1: x(k), x2: x(k), y1: top, y2: bottom });
    const goal = lowest === null ? top - 20 : height(lowest + line);
    set(finish, { x1: left, x2: right, y1: goal, y2: goal });
  };
  return { ...picture, picture, update };
}

/**
 * Powers of ten around what is worth seeing, in threes below, so that they seldom change.
 * @param {number} start @param {number} low @returns {[number, number]}
 */
function window(start, low) {
  const bottom = 3 * Math.floor(Math.log10(Math.max(low, 1e-9)) / 3);
  return [
    10 ** Math.max(LEAST, Math.min(-3, bottom)),
    10 ** (Math.ceil(Math.log10(Math.max(start, 1e-6))) + 1),
  ];
}

/**
 * From the lowest cost to twice the start, whose neighbours share an axis.
 * @param {number} start @param {number | null} lowest @returns {[number, number]}
 */
function range(start, lowest) {
  if (lowest === null)
    return [
      -roundUp(Math.max(Math.abs(start), 1) * 3),
      roundUp(Math.max(Math.abs(start), 1) * 1.5),
    ];
  return [Math.min(0, lowest), lowest + roundUp(Math.max(start - lowest, 1e-6) * 1.5)];
}
