/** The curve in a window that shrinks, with the tangent and the point it shrinks towards. */
import { chart } from "../../charts/chart.js";
import { moveTo, show } from "../../charts/marks.js";
import { outline, spread } from "../../charts/outline.js";
import { set, svg } from "../../shell/dom.js";
import { drawTangent } from "../tangent/curve.js";

const GRID = 400;

/** @param {string} label */
export function glass(label) {
  const picture = chart({ label, xLabel: "x", yLabel: "f(x)", kind: "pt-glass" });
  const line = svg("path", { class: "pt-curve" }),
    tangent = svg("path", { class: "pt-tangent" }),
    here = svg("circle", { class: "pt-ball", r: 7 });
  picture.inside.append(line, tangent);
  picture.over.append(here);
  return {
    ...picture,
    picture,
    /** @param {import("./index.js").State} state */
    draw({ curve, tangent: reading, seen }) {
      // So far out that the numbers are too coarse for so small a window, there is nothing to see.
      const fine = seen.x[0] < seen.x[1] && seen.y[0] < seen.y[1];
      for (const part of [line, tangent, here]) show(part, fine);
      if (!fine) return;
      picture.layout(seen);
      const breaks = curve.breaks.map(({ x }) => x);
      set(line, { d: outline(curve.value, picture, { breaks, grid: spread(seen.x, GRID) }) });
      drawTangent(picture, tangent, reading, true);
      const shown = Number.isFinite(reading.value);
      show(here, shown);
      if (shown) moveTo(here, picture.x(reading.x), picture.y(reading.value));
    },
  };
}
