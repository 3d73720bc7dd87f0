/** Units and arrows, and below the arrows of each layer its matrix W, as a table of numbers. */
import { chart } from "../../charts/chart.js";
import { around } from "../../charts/spots.js";
import { show } from "../../charts/marks.js";
import { say, set, svg } from "../../shell/dom.js";
import { clamp } from "../../core/numbers.js";
import { phrase } from "../../core/phrase.js";
import { arrow } from "./arrow.js";
import { matrix, widthOf } from "./matrix.js";
import { unit } from "./unit.js";
import { described, nameOf } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").State} State */
/** @typedef {import("./index.js").Network} Network */
/** @typedef {import("./arrow.js").Place} Place */
/** @typedef {{width: number, height: number}} Room */

/** Half the size of a unit, and of an input. */
const RADIUS = 15,
  INPUT = 5;
/** What is left free at the sides, above the units, and below them for the matrices. */
const SIDE = { left: 16, right: 34 },
  TOP = 28,
  BELOW = 86,
  NAMES = 18,
  UNDER = 18;
/** From the bottom to the middle of a matrix, the width of a number, and between W and b. */
const MIDDLE = 28,
  CELL = { least: 26, most: 34 },
  BETWEEN = 10;

/** @param {(unit: string) => void} choose */
export function diagram(choose) {
  const picture = chart({ label: "", xLabel: "", yLabel: "", kind: "pt-units-picture" });
  /** @type {ReturnType<typeof marks> | undefined} */
  let made;
  return {
    picture,
    element: picture.element,
    /** @param {State} now @param {boolean} anew */
    draw(now, anew) {
      if (!made || anew || made.network !== now.network) {
        made = marks(now.network, picture, choose);
        picture.over.replaceChildren(...made.elements);
        set(picture.element, { "aria-label": described(now.network) });
      }
      made.update(now);
    },
  };
}

/** @param {Network} network @param {Room} room @param {(unit: string) => void} choose */
function marks(network, room, choose) {
  const columns = standing(network, room),
    arrows = arrowsOf(network, columns),
    matrices = matricesOf(network, columns, room);
  const units = columns.flatMap((column, layer) =>
    column.map((place, i) => {
      const pick = layer ? () => choose(`${layer}.${i + 1}`) : null;
      return { layer, i, ...unit(place, String(i + 1), pick) };
    }),
  );
  const names = columns.map(([{ x }]) =>
    svg("text", { class: "pt-axis-name", x, y: 14, "text-anchor": "middle" }),
  );
  const [end] = columns[columns.length - 1],
    below = { x: end.x, y: end.y + end.r + UNDER, "text-anchor": "middle" },
    aim = svg("text", { class: "pt-axis-name", ...below });
  const frame = { left: 2, right: room.width - 2, top: NAMES, bottom: room.height - BELOW };
  const drawn = [...arrows, ...units, ...matrices].map(({ element }) => element);
  return {
    network,
    elements: [...drawn, ...arrows.map(({ label }) => label), ...names, aim],
    /** @param {State} now */
    update({ signals, passes, back, ...at }) {
      const taken = columns.flat().map(({ x, y, r }) => around(x, y, r + 2));
      /** Is it the weight into unit i of a layer, from unit j, that is looked at? */
      const isLit = (
        /** @type {number} */ layer,
        /** @type {number} */ i,
        /** @type {number} */ j,
      ) =>
        back
          ? at.layer === layer - 1 && at.unit === j + 1
          : at.layer === layer && at.unit === i + 1;
      show(aim, back); // forwards, no target is looked at
      say(aim, phrase(WORDS.aim, { y: at.target }));
      names.forEach((name, layer) => say(name, headline(layer, passes.length, back)));
      for (const { layer, i, update } of units) {
        const value = back ? passes[layer - 1]?.zBar[i] : signals[layer][i];
        update(at.layer === layer && at.unit === i + 1, value, back, frame, taken);
      }
      for (const { layer, i, j, update } of arrows) update(isLit(layer, i, j), back, frame, taken);
      for (const { layer, mark } of matrices) mark((i, j) => isLit(layer, i, j));
    },
  };
}

/**
 * Where all stand, the inputs first.
 * @param {Network} network @param {Room} room @returns {Place[][]}
 */
function standing({ weights, biases }, { width, height }) {
  const across = (width - SIDE.left - SIDE.right) / biases.length,
    down = height - TOP - BELOW;
  return [weights[0][0], ...biases].map((column, layer) =>
    column.map((_, i) => ({
      x: Math.round(SIDE.left + across * layer),
      y: Math.round(TOP + (down * (i + 0.5)) / column.length),
      r: layer ? RADIUS : INPUT,
    })),
  );
}

/** The name over a column. @param {number} layer @param {number} last @param {boolean} back */
function headline(layer, last, back) {
  if (back) return layer ? nameOf("z̄", layer) : "";
  return layer === 0 ? "x" : layer === last ? "ŷ" : nameOf("a", layer);
}

/**
 * An arrow for each weight, and the one from ŷ to the cost.
 * @param {Network} network @param {Place[][]} columns
 */
function arrowsOf({ weights }, columns) {
  const largest = Math.max(...weights.flat(2).map(Math.abs));
  const all = weights.flatMap((rows, l) =>
    rows.flatMap((row, i) =>
      row.map((weight, j) => {
        const share = Math.abs(weight) / largest;
        return { layer: l + 1, i, j, ...arrow(columns[l][j], columns[l + 1][i], share, weight) };
      }),
    ),
  );
  const [last] = columns[weights.length];
  const out = arrow(last, { x: last.x + SIDE.right, y: last.y, r: 0 }, 0.2);
  return [...all, { layer: weights.length + 1, i: 0, j: 0, ...out }];
}

/**
 * W between its two columns, and b beside it where there is room. Of b no column goes back.
 * @param {Network} network @param {Place[][]} columns @param {Room} room
 */
function matricesOf({ weights, biases, biased }, columns, { height }) {
  const gap = columns[1][0].x - columns[0][0].x,
    cell = clamp((gap - BETWEEN) / 2, CELL.least, CELL.most);
  return weights.flatMap((rows, l) => {
    const column = biases[l].map((bias) => [bias]),
      wide = widthOf(rows, cell),
      both = wide + BETWEEN + widthOf(column, cell),
      beside = biased && both < gap;
    const left = columns[l][0].x + (gap - (beside ? both : wide)) / 2;
    const place = { left, middle: height - MIDDLE, cell };
    const layer = l + 1,
      W = { layer, ...matrix(rows, nameOf("W", layer), place) };
    if (!beside) return [W];
    const b = matrix(column, nameOf("b", layer), { ...place, left: left + wide + BETWEEN });
    const mark = (/** @type {Parameters<typeof b.mark>[0]} */ isLit) =>
      b.mark((i) => isLit(i, NaN));
    return [W, { ...b, layer, mark }];
  });
}
