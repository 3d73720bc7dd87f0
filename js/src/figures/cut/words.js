/** What the cut surface says: how high it is at the point, and how it goes on along each cut. */
import { settled } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import WORDS from "./words.json";

export const NAMES = ["θ₁", "θ₂"];

/** @param {import("./index.js").State} state @param {boolean} [turned] whether by the reader */
export function sentence(state, turned) {
  const { here, value, gradient, shown, inside, surface, turn } = state,
    [first, second] = here;
  if (!Number.isFinite(value)) return phrase(WORDS.nowhere, { first, second });
  const { x, z } = surface,
    size = (z[1] - z[0]) / (x[1] - x[0]);
  return [
    phrase(WORDS.at, { first, second, height: value }),
    ...shown.map((i) => along(i, settled(gradient[i], size))),
    ...(inside ? [] : [WORDS.outside]),
    ...(turned ? [phrase(WORDS.turned, { turn })] : []),
  ].join(" ");
}

/** @param {number} i @param {number} slope */
function along(i, slope) {
  const { rises, falls, level, none } = WORDS;
  const says = slope > 0 ? rises : slope < 0 ? falls : slope === 0 ? level : none;
  return phrase(says, { parameter: NAMES[i], other: NAMES[1 - i], slope: Math.abs(slope) });
}
