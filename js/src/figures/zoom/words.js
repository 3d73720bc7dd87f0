/** What the zoom says: how far the curve is from a straight line, or why it never becomes one. */
import { format } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { VERDICTS } from "../tangent/slope.js";
import WORDS from "./words.json";

/** A share of the height below which the eye sees one line, not two. */
const ONE = 0.005;

/** @param {number} zoom */
export const times = (zoom) => phrase(WORDS.times, { times: format(10 ** zoom, 3) });
/** @param {number} share */
export const percent = (share) => phrase(WORDS.percent, { share: format(100 * share, 2) });

/** @param {Pick<import("./index.js").State, "label" | "tangent" | "zoom" | "gap">} state */
export function sentence({ label, tangent, zoom, gap }) {
  const place = `x = ${format(tangent.x)}`;
  if (tangent.verdict === VERDICTS.outside) return phrase(WORDS.outside, { place, label });
  const glass = phrase(zoom ? WORDS.magnified : WORDS.whole, { times: format(10 ** zoom, 3) });
  return `${glass} ${told()}`;

  function told() {
    const { slope, left, right } = tangent;
    if (tangent.verdict === VERDICTS.corner)
      return phrase(WORDS.corner, { place, left: format(left), right: format(right) });
    if (!Number.isFinite(slope)) return phrase(WORDS.noSlope, { place });
    const fill = { place, slope: format(slope), share: percent(gap) };
    return phrase(gap < ONE ? WORDS.straight : WORDS.bent, fill);
  }
}
