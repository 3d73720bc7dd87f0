/** A matrix as a small table of numbers in brackets, of which a row or a column can be framed. */
import { show } from "../../charts/marks.js";
import { set, svg } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";

/** How high a row is, how far a bracket stands off, how far the name is above. */
const ROW = 20,
  BRACKET = 4,
  NAME = 9;

/** How wide a matrix is. @param {number[][]} rows @param {number} cell */
export const widthOf = ([row], cell) => row.length * cell + 2 * BRACKET;

/**
 * @param {number[][]} rows @param {string} name
 * @param {{left: number, middle: number, cell: number}} place
 */
export function matrix(rows, name, { left: edge, middle, cell }) {
  const left = edge + BRACKET,
    [wide, high] = [rows[0].length * cell, rows.length * ROW],
    top = middle - high / 2;
  const numbers = rows.flatMap((row, i) =>
    row.map((value, j) => {
      const [x, y] = [left + cell * j, top + ROW * i];
      const at = { x: x + cell / 2, y: y + ROW / 2, dy: "0.35em", "text-anchor": "middle" };
      return { i, j, x, y, text: svg("text", at, format(value, 3)) };
    }),
  );
  const bracket = (/** @type {number} */ x, /** @type {number} */ inwards) =>
    `M${x + inwards} ${top}h${-inwards}v${high}h${inwards}`;
  const d = bracket(edge, BRACKET) + bracket(left + wide + BRACKET, -BRACKET);
  const title = { x: left + wide / 2, y: top - NAME, "text-anchor": "middle" };
  const frame = svg("rect", { class: "pt-units-frame", rx: 4 });
  return {
    element: svg(
      "g",
      { class: "pt-units-matrix" },
      svg("path", { class: "pt-units-bracket", d }),
      svg("text", { class: "pt-name", ...title }, name),
      frame,
      ...numbers.map(({ text }) => text),
    ),
    /** Frames the numbers in these places. @param {(i: number, j: number) => boolean} isLit */
    mark(isLit) {
      for (const { i, j, text } of numbers) text.classList.toggle("pt-lit", isLit(i, j));
      const lit = numbers.filter(({ i, j }) => isLit(i, j)),
        last = lit[lit.length - 1];
      show(frame, lit.length > 0);
      if (!last) return;
      const [{ x, y }] = lit;
      set(frame, { x, y: y + 1, width: last.x + cell - x, height: last.y + ROW - y - 2 });
    },
  };
}
