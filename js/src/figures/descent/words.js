/** What the descent figure says: the sentence of the state and the arithmetic of one step. */
import { format, subscript, wrapped } from "../../core/formatting.js";
import { REGIMES } from "../../descent/descent.js";
import WORDS from "./words.json";
import { counted, phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").State} State */

/** @param {State} situation */
export function sentence(situation) {
  const { trouble = "", lost, cost, path } = situation;
  if (lost) return trouble + phrase(WORDS.noStart, { start: path.positions[0], cost: cost.label });
  return `${trouble}${opening(situation)} ${ending(situation)}`;
}

/** @param {State} situation */
function opening({ path, alpha, cost, scaled: { curvature } }) {
  const { regime, left } = path;
  if (left) return phrase(WORDS.leaves, { alpha, ...left, cost: cost.label });
  if (alpha === 0) return WORDS.still;
  if (regime === REGIMES.stays) return WORDS.flat;
  if (curvature !== null && curvature > 0)
    return phrase(WORDS.factor, { factor: 1 - alpha * curvature, regime });
  if (regime === REGIMES.bounces) return phrase(WORDS.bounces, { alpha });
  if (regime === REGIMES.crawls) return phrase(WORDS.crawls, { alpha });
  if (regime === REGIMES.wanders) return phrase(WORDS.wanders, { alpha });
  return Number.isNaN(path.limit)
    ? phrase(WORDS.settles, { alpha, regime })
    : phrase(WORDS.settlesAt, { alpha, regime, place: path.limit });
}

/** @param {State} situation */
function ending({ path, k, outside }) {
  const [start, cost] = [path.positions[0], path.values[k]];
  if (k === 0) return phrase(WORDS.start, { start, cost });
  const end = counted(WORDS.end, k, {
    start,
    cost,
    parameter: `θ${subscript(k)}`,
    position: path.positions[k],
  });
  return outside >= 0 ? `${end} ${phrase(WORDS.left, { step: outside })}` : end;
}

/**
 * The next step with its numbers: θ₁ = 2 − 0.9 · 4 = −1.6, in parts that carry a colour each.
 * @param {import("../../descent/descent.js").Path} path @param {number} alpha @param {number} k
 * @returns {{text: string, kind?: string}[]}
 */
export function arithmetic(path, alpha, k) {
  const position = path.positions[k],
    slope = path.slopes[k];
  return [
    { text: `θ${subscript(k + 1)}`, kind: "parameter" },
    { text: " = " },
    { text: format(position), kind: "parameter" },
    { text: " − " },
    { text: format(alpha) },
    { text: " · " },
    { text: wrapped(slope), kind: "slope" },
    { text: " = " },
    { text: format(position - alpha * slope), kind: "parameter" },
  ];
}
