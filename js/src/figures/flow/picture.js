/**
 * Two pictures over the layers: the size of the adjoint, and the slopes that it is multiplied by.
 */
import { chart } from "../../charts/chart.js";
import { show } from "../../charts/marks.js";
import { around, settle } from "../../charts/spots.js";
import { set, svg } from "../../shell/dom.js";
import { clamp } from "../../core/numbers.js";
import WORDS from "./words.json";

/** @typedef {import("../../networks/flow.js").Flow} Flow */

const STRIDE = 5;
const AROUND = 0.4;
const LOWEST = -300;
/** Of the height, above the upper limit and below the lower one: a name stands there. */
const ROOM = 0.16;
/** How far a baseline is from the line above it, and from that below it. */
const UNDER = 14,
  OVER = 5;

/**
 * The adjoint on a logarithmic axis; what lies beyond `regime` or its inverse has a name, and so
 * has what lies between.
 * @param {number} regime
 */
export function adjointPicture(regime) {
  const picture = chart({
    label: WORDS.sizes,
    xLabel: WORDS.layerAxis,
    yLabel: WORDS.adjointAxis,
    kind: "pt-adjoints",
  });
  const limits = svg("path", { class: "pt-limits" });
  const names = {
    explodes: svg("text", { class: "pt-small" }, WORDS.explodes),
    steady: svg("text", { class: "pt-small" }, WORDS.steady),
    vanishes: svg("text", { class: "pt-small" }, WORDS.vanishes),
    way: svg("text", { class: "pt-small", "text-anchor": "end" }, WORDS.way),
  };
  const marks = lines(picture);
  picture.inside.prepend(limits);
  picture.over.append(...Object.values(names));

  /** @param {Flow} measured @param {Flow} theory */
  const update = ({ adjoints }, theory) => {
    const [low, high] = range([adjoints, theory.adjoints], Math.log10(regime));
    picture.layout({
      x: [0, adjoints.length - 1 + AROUND],
      y: [10 ** (low - 0.5), 10 ** (high + 0.5)],
      log: true,
      whole: true,
    });
    const levels = [picture.y(regime), picture.y(1 / regime)];
    const [left, right] = picture.x.range();
    set(limits, { d: levels.map((level) => `M${left} ${level.toFixed(1)}H${right}`).join("") });
    nameAll(names, picture, levels, [adjoints, theory.adjoints]);
    marks.update(adjoints, theory.adjoints, 0);
  };
  return { ...picture, picture, update };
}

/**
 * Puts the name of each stretch into it, beside the lines where it can.
 * @param {Record<"explodes" | "steady" | "vanishes" | "way", SVGElement>} names
 * @param {ReturnType<typeof chart>} picture
 * @param {number[]} levels the limits
 * @param {Float64Array[]} lists
 */
function nameAll(names, { x, y }, [upper, lower], lists) {
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const taken = lists.flatMap((sizes) =>
    places(sizes, { x, y }, 0).map(([across, height]) => around(across, height, 4)),
  );
  const frame = { left, right, top, bottom };
  /** @param {number} y @returns {import("../../charts/spots.js").Spot[]} */
  const ends = (y) => [
    { x: left + 6, y, anchor: "start" },
    { x: right - 6, y, anchor: "end" },
  ];
  set(names.way, settle(WORDS.way, [ends(bottom - 8)[1]], frame, taken));
  set(names.explodes, settle(WORDS.explodes, ends(upper - OVER), frame, taken));
  set(names.vanishes, settle(WORDS.vanishes, ends(lower + UNDER), frame, taken));
  const between = [upper + UNDER, lower - OVER].flatMap(ends);
  show(names.steady, lower - upper > UNDER + OVER);
  set(names.steady, settle(WORDS.steady, between, frame, taken));
}

export function slopePicture() {
  const picture = chart({
    label: WORDS.slopes,
    xLabel: WORDS.layerAxis,
    yLabel: WORDS.slopeAxis,
    kind: "pt-slopes",
  });
  const marks = lines(picture);

  /** @param {Flow} measured @param {Flow} theory */
  const update = ({ slopes }, theory) => {
    picture.layout({ x: [0, slopes.length + AROUND], y: [0, 1.08], whole: true });
    marks.update(slopes, theory.slopes, 1);
  };
  return { ...picture, picture, update };
}

/**
 * The measured line with its dots, and the dashed line of theory.
 * @param {ReturnType<typeof chart>} picture
 */
function lines(picture) {
  const expected = svg("path", { class: "pt-expected" });
  const line = svg("path", { class: "pt-flow-line" });
  const dots = svg("path", { class: "pt-flow-dots" });
  picture.inside.append(line, dots, expected);
  return {
    /**
     * @param {Float64Array} sizes @param {Float64Array} theory
     * @param {number} first the layer that the sizes begin with
     */
    update(sizes, theory, first) {
      const all = points(sizes, picture, first);
      set(line, { d: `M${all.join("L")}` });
      set(dots, { d: all.map((place) => `M${place}h0`).join("") });
      set(expected, { d: `M${points(theory, picture, first).join("L")}` });
    },
  };
}

/**
 * Where each size stands, in pixels.
 * @param {Float64Array} sizes @param {import("../../charts/chart.js").Scales} scales
 * @param {number} first the layer that they begin with
 */
function places(sizes, { x, y }, first) {
  const [floor, top] = y.range();
  return Array.from(sizes, (size, i) => [
    x(first + i),
    size > 0 ? clamp(y(size), top, floor) : floor,
  ]);
}

/** @param {Float64Array} sizes @param {ReturnType<typeof chart>} picture @param {number} first */
const points = (sizes, picture, first) =>
  places(sizes, picture, first).map((place) => place.map((at) => at.toFixed(1)).join(" "));

/**
 * Decades that hold all the sizes and the names beyond the limits, in strides, so that the axis
 * seldom changes.
 * @param {Float64Array[]} lists @param {number} limit in decades
 */
function range(lists, limit) {
  const decades = lists.flatMap((sizes) =>
    Array.from(sizes)
      .filter((size) => size > 0)
      .map(Math.log10),
  );
  const low = Math.max(LOWEST, Math.min(...decades)),
    high = Math.max(...decades);
  /** As far from 0 as the limit and its name need it, with so much on the other side. */
  const beyond = (/** @type {number} */ other) =>
    Math.max(STRIDE, (limit - 0.5 + ROOM * (1 + strides(other))) / (1 - ROOM));
  return [-strides(Math.max(-low, beyond(high))), strides(Math.max(high, beyond(-low)))];
}

/** @param {number} decades */
const strides = (decades) => STRIDE * Math.ceil(Math.max(decades, STRIDE) / STRIDE);
