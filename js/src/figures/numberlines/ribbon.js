/** The nudge on its way from one number line to the next: a band between two strands. */
import { bound, show } from "../../charts/marks.js";
import { set, svg } from "../../shell/dom.js";

/** @typedef {import("./line.js").Stop} Stop */

/** Between a ribbon and the lines above and below it. */
const MARGIN = 9;

export function ribbon() {
  const band = svg("path", { class: "pt-ribbon" }),
    near = svg("line", { class: "pt-strand" }),
    far = svg("line", { class: "pt-strand pt-strand-moved" });
  return { band, near, far };
}

/**
 * @param {ReturnType<typeof ribbon>} ribbon
 * @param {Stop} [from] @param {Stop} [to] none where the chain ends before
 */
export function drawRibbon({ band, near, far }, from, to) {
  const shown =
    from && to && [from, to].flatMap((one) => [one.value, one.moved]).every(Number.isFinite);
  for (const part of [band, near, far]) show(part, Boolean(shown));
  if (!shown) return;
  const top = from.at + MARGIN,
    bottom = to.at - MARGIN;
  const [a, b] = [from.scale(from.value), to.scale(to.value)].map(bound);
  const [c, d] = [from.scale(from.moved), to.scale(to.moved)].map(bound);
  set(near, { x1: a, y1: top, x2: b, y2: bottom });
  set(far, { x1: c, y1: top, x2: d, y2: bottom });
  set(band, {
    d:
      `M${a.toFixed(1)} ${top}L${b.toFixed(1)} ${bottom}` +
      `L${d.toFixed(1)} ${bottom}L${c.toFixed(1)} ${top}Z`,
    class: (d - b) * (c - a) < 0 ? "pt-ribbon pt-ribbon-turned" : "pt-ribbon",
  });
}
