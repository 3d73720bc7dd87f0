/** The surface as a grid of lines in its box, with the planes, the cuts and their tangents. */
import { chart } from "../../charts/chart.js";
import { bound, moveTo, polyline, show } from "../../charts/marks.js";
import { around, settle } from "../../charts/spots.js";
import { say, set, svg } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { drawAxes } from "./axes.js";
import { lineAlong, trace } from "./relief.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").State} State */
/** @typedef {import("./relief.js").Place} Place */
/** @typedef {import("./axes.js").Pixels} Pixels */
/** @typedef {import("../../charts/spots.js").Box} Box */
/** @typedef {import("../../charts/spots.js").Spot} Spot */
/** @typedef {ReturnType<typeof marks>} Marks */

const LINES = 12,
  PIECES = 36,
  FINE = 72;
/** Half of a tangent, in units of the box. */
const REACH = 0.27;
/** Of the letters of a slope, with the room between two lines. */
const SIZE = 15;
/** The room beside the box, for numbers and names. */
const MARGIN = { left: 46, right: 18, top: 20, bottom: 38 };

export function solid() {
  const picture = chart({ label: WORDS.picture, xLabel: "", yLabel: "", kind: "pt-solid" });
  const edges = svg("path", { class: "pt-edges" }),
    texts = svg("g"),
    mesh = svg("path", { class: "pt-mesh" }),
    cuts = [0, 1].map(marks),
    ball = svg("circle", { class: "pt-ball", r: 6.5 });
  picture.element.replaceChildren(
    ...[edges, texts, mesh],
    ...cuts.flatMap(({ plane, behind, curve }) => [plane, behind, curve]),
    ...cuts.map(({ tangent }) => tangent),
    ball,
    ...cuts.map(({ reading }) => reading),
  );
  let drawn = "";
  /** @type {Box[]} */
  let taken = [];
  return {
    element: picture.element,
    picture,
    /** @param {State} now @param {boolean} anew */
    draw(now, anew) {
      const { pixels, unit } = placer(picture, now),
        frame = { left: 2, right: picture.width - 2, top: 2, bottom: picture.height - 2 },
        key = `${now.surface.key} ${now.turn}`;
      if (anew || drawn !== key) {
        drawn = key;
        set(mesh, { d: grid(now, pixels) });
        taken = drawAxes(now, pixels, frame, { edges, texts });
      }
      const [x, y] = pixels([...now.here, now.value]);
      show(ball, now.inside);
      moveTo(ball, x, y);
      cuts.forEach((cut, i) => drawCut(now, pixels, cut, i));
      const ways = cuts.map((cut, i) => drawTangent(now, pixels, cut, i, REACH * unit));
      place(cuts, [x, y], ways, frame, taken);
    },
  };
}

const marks = () => ({
  plane: svg("path", { class: "pt-knife" }),
  behind: svg("path", { class: "pt-curve pt-behind" }),
  curve: svg("path", { class: "pt-curve" }),
  tangent: svg("line", { class: "pt-tangent" }),
  reading: svg("text", { class: "pt-small pt-slope-name" }),
});

/**
 * Where a place stands in the picture, whose scale is the same in every turn.
 * @param {{width: number, height: number}} picture @param {State} now
 * @returns {{pixels: Pixels, unit: number}}
 */
function placer({ width, height }, { relief }) {
  const { left, right, top, bottom } = MARGIN,
    { across, up, below } = relief.size,
    [wide, high] = [width - left - right, height - top - bottom],
    unit = Math.max(1, Math.min(wide / across, high / up)),
    middle = [left + wide / 2, top + (high + unit * up) / 2 - unit * below];
  return {
    unit,
    pixels(place) {
      const [x, y] = relief.project(place);
      return [bound(middle[0] + unit * x), bound(middle[1] - unit * y)];
    },
  };
}

/**
 * A line on the surface: what is seen of it, or all that the box holds.
 * @param {State} now @param {Pixels} pixels @param {(part: number) => Place} line
 * @param {number} pieces @param {boolean} [all]
 */
function drawLine({ relief }, pixels, line, pieces, all = false) {
  return trace(
    (part) => {
      const place = line(part);
      return relief.inside(place) && (all || !relief.hidden(place));
    },
    (part) => pixels(line(part)),
    pieces,
  );
}

/** The lines of the grid, along either axis. @param {State} now @param {Pixels} pixels */
function grid(now, pixels) {
  const { x, y } = now.surface;
  return [y, x]
    .flatMap(([low, high], axis) =>
      Array.from({ length: LINES + 1 }, (_, k) => {
        const line = lineAlong(now, axis, low + ((high - low) * k) / LINES);
        return drawLine(now, pixels, line, PIECES);
      }),
    )
    .join("");
}

/** @param {State} now @param {Pixels} pixels @param {Marks} cut @param {number} axis */
function drawCut(now, pixels, { plane, behind, curve }, axis) {
  const { x, y, z } = now.surface,
    held = now.here[1 - axis],
    [from, to] = axis ? x : y,
    there = now.shown.includes(axis) && held >= from && held <= to;
  for (const mark of [plane, behind, curve]) show(mark, there);
  if (!there) return;
  const line = lineAlong(now, axis, held),
    ends = [line(0), line(1)];
  /** @type {Place[]} */
  const corners = [0, 1, 1, 0].map((end, i) => [ends[end][0], ends[end][1], z[i < 2 ? 0 : 1]]);
  set(plane, { d: `${polyline(corners.map(pixels))}Z` });
  set(behind, { d: drawLine(now, pixels, line, FINE, true) });
  set(curve, { d: drawLine(now, pixels, line, FINE) });
}

/**
 * A line that touches a cut, equally long whatever its slope, and what that is; returns its way.
 * @param {State} now @param {Pixels} pixels @param {Marks} cut @param {number} axis
 * @param {number} reach
 */
function drawTangent(now, pixels, { tangent, reading }, axis, reach) {
  const { here, value, shown, inside, surface } = now,
    slope = now.gradient[axis],
    touches = inside && shown.includes(axis) && Number.isFinite(slope);
  show(tangent, touches);
  show(reading, touches);
  if (!touches) return [0, 0];
  const [low, high] = axis ? surface.y : surface.x,
    step = (high - low) / 100,
    [x, y] = pixels([...here, value]),
    ahead = pixels([here[0] + (1 - axis) * step, here[1] + axis * step, value + slope * step]),
    length = Math.hypot(ahead[0] - x, ahead[1] - y) / reach,
    [dx, dy] = [(ahead[0] - x) / length, (ahead[1] - y) / length];
  set(tangent, { x1: x - dx, y1: y - dy, x2: x + dx, y2: y + dy });
  say(reading, phrase(WORDS.slope, { slope: format(slope, 3) }));
  return [dx, dy];
}

/**
 * Puts what is said of each tangent at one of its ends, off both of them and off other words.
 * @param {Marks[]} cuts @param {[number, number]} here @param {number[][]} ways
 * @param {Box} frame @param {Box[]} taken
 */
function place(cuts, [x, y], ways, frame, taken) {
  const lines = ways.flatMap(([dx, dy]) =>
    [-1, -0.8, -0.6, -0.4, 0.4, 0.6, 0.8, 1].map((k) => around(x + k * dx, y + k * dy, 4)),
  );
  const all = [...taken, around(x, y, 9), ...lines];
  cuts.forEach(({ reading }, i) => {
    if (reading.style.display) return;
    const ends = [1, -1].flatMap((side) => spotsAt(x + side * ways[i][0], y + side * ways[i][1]));
    /** @type {Spot} */
    const corner = { x: frame.right, y: 14 + 18 * i, anchor: "end" };
    set(reading, settle(reading.textContent ?? "", [...ends, corner], frame, all, SIZE));
  });
}

/** Where words can stand around a place. @param {number} x @param {number} y @returns {Spot[]} */
const spotsAt = (x, y) => [
  { x: x + 7, y: y + 4, anchor: "start" },
  { x: x - 7, y: y + 4, anchor: "end" },
  ...[-10, 18, -26, 34, -42, 50].map(
    (down) => /** @type {Spot} */ ({ x, y: y + down, anchor: "middle" }),
  ),
];
