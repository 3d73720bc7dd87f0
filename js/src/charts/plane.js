/**
 * The map of a cost over its two parameters: level lines with their heights, a path, two handles.
 */
import { chart } from "./chart.js";
import { say, set, svg } from "../shell/dom.js";
import { format } from "../core/formatting.js";
import WORDS from "./words.json";
import { phrase } from "../core/phrase.js";

/** @typedef {import("../descent/surfaces.js").Pair} Pair */
/** @typedef {{x: [number, number], y: [number, number]}} Box */
/** @typedef {import("./chart.js").Scales} Scales */
/** @typedef {ReturnType<typeof plane>} Plane */

/**
 * @param {{label: string, kind?: string, names?: [string, string]}} options `names` of the two
 *   parameters
 */
export function plane({ label, kind = "", names = ["θ₁", "θ₂"] }) {
  const picture = chart({ label, xLabel: names[0], yLabel: names[1], kind: `pt-plane ${kind}` });
  const marks = {
    lines: svg("g", { class: "pt-levels" }),
    heights: svg("g", { class: "pt-heights" }),
    path: svg("path", { class: "pt-path" }),
    dots: svg("path", { class: "pt-path-dots" }),
    minima: svg("path", { class: "pt-minimum" }),
    ball: svg("circle", { class: "pt-ball", r: 6.5 }),
    start: svg(
      "g",
      { class: "pt-start pt-anywhere" },
      svg("circle", { class: "pt-reach", r: 22 }),
      svg("circle", { class: "pt-ring", r: 9 }),
    ),
    exit: svg("text", { class: "pt-exit" }),
  };
  const under = svg("g");
  picture.inside.append(marks.lines, marks.minima, under, marks.path, marks.dots, marks.ball);
  picture.over.append(marks.heights, marks.exit, marks.start);
  return {
    ...picture,
    picture,
    under,
    start: marks.start,
    ball: marks.ball,
    /** @param {Box} box @param {boolean} [equal] the same scale on both axes, around the box */
    layout(box, equal = true) {
      picture.layout(equal ? equalScales(box, picture) : box);
    },
    /** @param {{level: number, d: string}[]} levels @param {{level: number, at: Pair}[]} labels */
    redraw(levels, labels) {
      fill(marks.lines, levels.length, () => svg("path"));
      levels.forEach(({ d }, i) => set(marks.lines.children[i], { d }));
      fill(marks.heights, labels.length, () => svg("text", { "text-anchor": "middle" }));
      labels.forEach(({ level, at }, i) => {
        set(marks.heights.children[i], { x: at[0].toFixed(1), y: (at[1] + 4).toFixed(1) });
        say(marks.heights.children[i], format(level));
      });
    },
    /** @param {Pair[]} minima */
    drawMinima(minima) {
      set(marks.minima, {
        d: minima.map(([a, b]) => cross(picture.x(a), picture.y(b), 5)).join(""),
      });
    },
    /** @param {Pair[]} positions @param {number} k */
    update(positions, k) {
      return drawPath(picture, marks, positions, k);
    },
  };
}

/**
 * Gives a group as many children as wanted, keeping those it has.
 * @param {Element} group
 * @param {number} count
 * @param {() => Element} make
 */
export function fill(group, count, make) {
  while (group.childElementCount > count) /** @type {Element} */ (group.lastElementChild).remove();
  while (group.childElementCount < count) group.append(make());
}

/**
 * The box with equal scales on both axes, so that a right angle looks right.
 * @param {Box} box @param {Pick<import("./chart.js").Chart, "width" | "height" | "margin">} picture
 * @returns {Box}
 */
export function equalScales({ x, y }, { width, height, margin }) {
  const across = Math.max(1, width - margin.left - margin.right);
  const up = Math.max(1, height - margin.top - margin.bottom);
  const unit = Math.max((x[1] - x[0]) / across, (y[1] - y[0]) / up);
  return { x: widen(x, unit * across), y: widen(y, unit * up) };
}

/** @param {[number, number]} range @param {number} length @returns {[number, number]} */
function widen([low, high], length) {
  const middle = (low + high) / 2;
  return [middle - length / 2, middle + length / 2];
}

/** @param {number} x @param {number} y @param {number} r */
export function cross(x, y, r) {
  return `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`;
}

/** @param {number} x @param {number} y @param {number} r */
export function dot(x, y, r) {
  const half = `a${r} ${r} 0 1 0`;
  return `M${(x - r).toFixed(1)} ${y.toFixed(1)}${half} ${2 * r} 0${half} ${-2 * r} 0`;
}

/** SVG coordinates that a renderer can hold. @param {number} pixels */
export function bound(pixels) {
  return Math.min(2e4, Math.max(-2e4, Number.isFinite(pixels) ? pixels : 2e4));
}

/**
 * Returns the first step drawn that lies outside, or −1.
 * @param {Scales} picture
 * @param {Record<"path" | "dots" | "ball" | "start" | "exit", SVGElement>} marks
 * @param {Pair[]} positions
 * @param {number} k
 */
function drawPath(picture, marks, positions, k) {
  const { x, y } = picture;
  const shown = positions.slice(0, k + 1).map(([a, b]) => [bound(x(a)), bound(y(b))]);
  set(marks.path, {
    d: shown.map(([a, b], i) => `${i ? "L" : "M"}${a.toFixed(1)} ${b.toFixed(1)}`).join(""),
  });
  set(marks.dots, {
    d: shown
      .slice(1, -1)
      .map(([a, b]) => dot(a, b, 2.5))
      .join(""),
  });
  const [left, right] = x.range(),
    [bottom, top] = y.range();
  const inside = ([a, b] = [0, 0]) => a >= left && a <= right && b >= top && b <= bottom;
  const [cx, cy] = shown[shown.length - 1];
  marks.ball.style.transform = `translate(${cx.toFixed(2)}px,${cy.toFixed(2)}px)`;
  const [sx, sy] = [
    Math.min(right, Math.max(left, shown[0][0])),
    Math.min(bottom, Math.max(top, shown[0][1])),
  ];
  set(marks.start, { transform: `translate(${sx.toFixed(2)},${sy.toFixed(2)})` });
  const outside = shown.findIndex((at, i) => i > 0 && !inside(/** @type {Pair} */ (at)));
  marks.exit.style.display = outside > 0 ? "" : "none";
  if (outside > 0) {
    say(marks.exit, phrase(WORDS.gone, { step: outside }));
    set(marks.exit, { x: left + 8, y: top + 18, "text-anchor": "start" });
  }
  return outside;
}
