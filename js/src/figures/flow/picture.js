/**
 * Two pictures over the layers: the size of the adjoint, and the slopes that it is multiplied by.
 */
import { chart } from "../../charts/chart.js";
import { set, svg } from "../../shell/dom.js";
import { clamp } from "../../core/numbers.js";
import WORDS from "./words.json";

/** @typedef {import("../../networks/flow.js").Flow} Flow */

const STRIDE = 5;
const AROUND = 0.4;
const LOWEST = -300;
/** Below the top of the picture, for a name above a line. */
const ROOM = 24,
  LINE = 17;

/**
 * The adjoint on a logarithmic axis; what lies beyond `regime` or its inverse has a name.
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
    vanishes: svg("text", { class: "pt-small" }, WORDS.vanishes),
    way: svg("text", { class: "pt-small", "text-anchor": "end" }, WORDS.way),
  };
  const marks = lines(picture);
  picture.inside.prepend(limits);
  picture.over.append(...Object.values(names));

  /** @param {Flow} measured @param {Flow} theory */
  const update = ({ adjoints }, theory) => {
    const [low, high] = range([adjoints, theory.adjoints]);
    picture.layout({
      x: [0, adjoints.length - 1 + AROUND],
      y: [10 ** (low - 0.5), 10 ** (high + 0.5)],
      log: true,
      whole: true,
    });
    const [left, right] = picture.x.range(),
      levels = [picture.y(regime), picture.y(1 / regime)];
    set(limits, { d: levels.map((level) => `M${left} ${level.toFixed(1)}H${right}`).join("") });
    const [, top] = picture.y.range(); // where the axis has its name
    const over = levels[0] - (levels[0] - top < ROOM ? -14 : 5);
    set(names.explodes, { x: left + 6, y: over });
    set(names.vanishes, { x: left + 6, y: Math.max(levels[1] + 14, over + LINE) });
    set(names.way, { x: right - 6, y: picture.y.range()[0] - 8 });
    marks.update(adjoints, theory.adjoints, 0);
  };
  return { ...picture, picture, update };
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
      const places = points(sizes, picture, first);
      set(line, { d: `M${places.join("L")}` });
      set(dots, { d: places.map((place) => `M${place}h0`).join("") });
      set(expected, { d: `M${points(theory, picture, first).join("L")}` });
    },
  };
}

/** @param {Float64Array} sizes @param {ReturnType<typeof chart>} picture @param {number} first */
function points(sizes, { x, y }, first) {
  const [floor, top] = y.range();
  return Array.from(sizes, (size, i) => {
    const height = size > 0 ? clamp(y(size), top, floor) : floor;
    return `${x(first + i).toFixed(1)} ${height.toFixed(1)}`;
  });
}

/**
 * Decades that hold all the sizes, in strides, so that the axis seldom changes.
 * @param {Float64Array[]} lists
 */
function range(lists) {
  const decades = lists.flatMap((sizes) =>
    Array.from(sizes)
      .filter((size) => size > 0)
      .map(Math.log10),
  );
  return [
    Math.max(LOWEST, Math.min(-STRIDE, STRIDE * Math.floor(Math.min(...decades) / STRIDE))),
    Math.max(STRIDE, STRIDE * Math.ceil(Math.max(...decades) / STRIDE)),
  ];
}
