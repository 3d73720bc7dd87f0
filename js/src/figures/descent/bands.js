/** The strip under the α slider: which learning rates do what, with the two critical values. */
import { html, say } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import WORDS from "./words.json";

export function bands() {
  const parts = WORDS.bands.map((name, i) =>
    html("span", { class: `pt-band pt-band-${i}` }, html("span", {}, name)),
  );
  const ticks = [0, 1].map(() => html("span", { class: "pt-tick" }));
  // Where a strip is too narrow for its name, the names stand below, as a key.
  const key = WORDS.bands.map((name, i) =>
    html("span", {}, html("span", { class: `pt-band pt-band-${i}` }), name),
  );
  const strip = html(
    "div",
    { "aria-hidden": "true" },
    html("div", { class: "pt-bands" }, ...parts, ...ticks),
    html("div", { class: "pt-bands-key" }, ...key),
  );
  const unknown = html("p", { class: "pt-bands-unknown" }, WORDS.unbounded);
  const element = html("div", {}, strip, unknown);
  let last = "";
  /** @param {number | null} curvature @param {number} max the right end of the slider */
  const update = (curvature, max) => {
    const wanted = `${curvature} ${max}`;
    if (wanted === last) return;
    last = wanted;
    strip.hidden = curvature === null || curvature <= 0;
    unknown.hidden = curvature !== null;
    if (curvature === null || curvature <= 0) return;
    const edges = [0, 1 / curvature, 2 / curvature, max].map(
      (edge) => Math.min(1, edge / max) * 100,
    );
    parts.forEach((part, i) => {
      part.style.left = `${edges[i]}%`;
      part.style.width = `${edges[i + 1] - edges[i]}%`;
    });
    ticks.forEach((tick, i) => {
      tick.style.left = `${edges[i + 1]}%`;
      tick.hidden = (i + 1) / curvature > max;
      const edge = (i + 1) / curvature;
      say(tick, edge === 0.5 ? "½" : format(edge));
    });
  };
  return { element, update };
}
