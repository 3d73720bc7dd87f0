/** The last step enlarged: the memory's arrow, the gradient's at its tip, and their sum. */
import { settled, superscript } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { chart, roundUp } from "../../charts/chart.js";
import { arrowhead, moveTo, show } from "../../charts/marks.js";
import { around, settle } from "../../charts/spots.js";
import { say, set, svg } from "../../shell/dom.js";
import CHARTS from "../../charts/words.json";
import WORDS from "./words.json";

/** @typedef {import("../../descent/memory.js").Pair} Pair */

const NAMES = /** @type {(keyof typeof WORDS.parts)[]} */ (["step", "memory", "gradient"]);
const AXES = ["Δθ₁", "Δθ₂"];
/** An arrow shorter than this many pixels has no name. */
const SHORT = 8,
  /** Between an arrow and the middle of its name. */
  BESIDE = 16,
  /** How large the letters of a name are taken to be, with some air. */
  LETTERS = 15,
  /** Where a name may stand along its arrow, and how far to its sides, the best first. */
  ALONG = [0.5, 0.8, 0.2, 1, 0],
  SIDES = [
    [1, -1, 2, -2],
    [3, -3, 4, -4],
    [5, -5, 6, -6],
  ],
  /** A step smaller than this is none. */
  LEAST = 1e-290,
  /** How far an axis reaches where no arrow leads, as a share of the longest. */
  AIR = 0.15;

export function arrows() {
  const picture = chart({ label: WORDS.arrows, xLabel: AXES[0], yLabel: AXES[1], kind: "pt-sum" });
  const parts = NAMES.map((name) => ({
    word: WORDS.parts[name],
    line: svg("line", { class: `pt-${name}-part` }),
    head: svg("path", { class: `pt-${name}-head` }),
    text: svg("text", { class: `pt-small pt-${name}-name` }, WORDS.parts[name]),
  }));
  const asked = svg("circle", { class: "pt-asked", r: 4.5 });
  const none = svg("text", { class: "pt-small", "text-anchor": "middle" }, WORDS.none);
  const marks = svg("g", {}, ...parts.flatMap(({ line, head }) => [line, head]), asked);
  marks.append(...parts.map(({ text }) => text));
  picture.over.append(marks, none);
  return {
    ...picture,
    picture,
    /** @param {import("./index.js").State} state */
    draw({ step, from }) {
      const arrows = step ? endsOf(step) : [],
        spans = spansOf(arrows.flat());
      picture.layout({ x: spans[0].range, y: spans[1].range });
      nameAxes(picture, spans);
      show(marks, step !== null);
      show(none, step === null);
      const { x, y } = picture;
      if (!step) return set(none, { x: x(0), y: y(0) - 12 });
      const at = (/** @type {Pair} */ [a, b]) => [x(a / spans[0].unit), y(b / spans[1].unit)];
      const places = arrows.map((ends) => ends.map(at));
      parts.forEach(({ line, head }, i) => {
        const [[x1, y1], [x2, y2]] = places[i];
        set(line, { x1, y1, x2, y2 });
        set(head, { d: arrowhead(x1, y1, x2, y2) });
      });
      const [left, up] = at([step.at[0] - from[0], step.at[1] - from[1]]);
      moveTo(asked, left, up);
      nameAll(parts, places, picture);
    },
  };
}

/**
 * What each axis shows. Each has a scale of its own: in a narrow valley a step is many times as
 * long across as along, and with equal scales its arrows would lie on one line.
 * @param {Pair[]} ends of the arrows, 0 among them
 */
function spansOf(ends) {
  const sizes = AXES.map((_, i) => Math.max(0, ...ends.map((end) => Math.abs(end[i])))),
    largest = Math.max(...sizes);
  return AXES.map((_, i) => {
    const values = ends.map((end) => end[i]);
    return spanOf(values, settled(sizes[i], largest) || largest);
  });
}

/**
 * The range of an axis, with 0 and some air, in units that very long and very short steps need.
 * @param {number[]} values @param {number} size
 */
function spanOf(values, size) {
  if (size <= LEAST) return { unit: 1, range: /** @type {Pair} */ ([-1, 1]) };
  const unit = size < 0.03 || size >= 1e3 ? 10 ** Math.floor(Math.log10(size)) : 1;
  const reach = (/** @type {number} */ most) => roundUp(Math.max(1.1 * most, AIR * size) / unit);
  const range = /** @type {Pair} */ ([
    -reach(Math.max(...values.map((value) => -value))),
    reach(Math.max(...values)),
  ]);
  return { unit, range };
}

/** @param {import("../../charts/chart.js").Chart} picture @param {{unit: number}[]} spans */
function nameAxes({ element }, spans) {
  element.querySelectorAll(":scope > .pt-axis-name").forEach((text, i) => {
    const { unit } = spans[i],
      power = superscript(Math.round(Math.log10(unit)));
    say(text, unit === 1 ? AXES[i] : phrase(CHARTS.unit, { name: AXES[i], power }));
  });
}

/**
 * Where the arrows begin and end: the gradient's where the memory's does.
 * @param {import("../../descent/memory.js").Step} step @returns {[Pair, Pair][]}
 */
const endsOf = ({ carry, move }) => [
  [[0, 0], move],
  [[0, 0], carry],
  [carry, move],
];

/**
 * Puts the name of each arrow beside it, away from the arrows and from the other names.
 * @param {{word: string, text: SVGElement}[]} parts @param {number[][][]} places
 * @param {import("../../charts/chart.js").Scales} scales
 */
function nameAll(parts, places, { x, y }) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const taken = places.flatMap((ends) =>
    [0, 0.25, 0.5, 0.75, 1].map((t) => around(...along(ends, t), 5)),
  );
  parts.forEach(({ text, word }, i) => {
    const [[x1, y1], [x2, y2]] = places[i],
      length = Math.hypot(x2 - x1, y2 - y1);
    show(text, length >= SHORT);
    if (length < SHORT) return;
    const aside = [(y2 - y1) / length, (x1 - x2) / length];
    const spots = SIDES.flatMap((sides) =>
      ALONG.flatMap((t) => sides.map((side) => beside(along(places[i], t), aside, side * BESIDE))),
    );
    set(text, settle(word, spots, { left, right, top, bottom }, taken, LETTERS));
  });
}

/** @param {number[][]} ends @param {number} t @returns {Pair} */
const along = ([[x1, y1], [x2, y2]], t) => [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];

/**
 * A spot for a name at the side of an arrow.
 * @param {Pair} place @param {number[]} aside @param {number} by
 * @returns {import("../../charts/spots.js").Spot}
 */
function beside([x, y], [across, up], by) {
  const anchor = Math.abs(across) < 0.4 ? "middle" : across * by > 0 ? "start" : "end";
  return { x: x + across * by * (anchor === "middle" ? 1 : 0.5), y: y + up * by + 4, anchor };
}
