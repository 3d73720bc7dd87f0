/** What the tangent figure says: the sentence of the state and the arithmetic of the quotient. */
import { format, wrapped } from "../../core/formatting.js";
import { VERDICTS } from "./slope.js";
import WORDS from "./words.json";
import { phrase, spans } from "../../core/phrase.js";

/** @typedef {import("./index.js").State} State */
/** @typedef {import("./slope.js").Tangent} Tangent */

/** @param {State} situation */
export function sentence(situation) {
  return `${situation.trouble ?? ""}${said(situation)}`;
}

/** @param {State} situation */
function said(situation) {
  const { tangent, h, touching } = situation;
  const place = `x = ${number(tangent.x)}`;
  if (tangent.verdict === VERDICTS.outside)
    return phrase(WORDS.outside, { place, label: situation.label });
  if (h === 0) return verdict(tangent, place, WORDS.alone);
  const drawn = secant(situation);
  return touching ? `${drawn} ${verdict(tangent, place, WORDS.touching)}` : drawn;
}

/** @param {State} situation */
function secant({ label, tangent, h, quotient, end }) {
  const to = number(tangent.x + h);
  if (!Number.isFinite(end)) return phrase(WORDS.noSecant, { label, to });
  const way = quotient > 0 ? "rises" : "falls",
    size = number(Math.abs(quotient));
  const mean = size === "0" ? "level" : size === "1" ? /** @type {const} */ (`${way}Alike`) : way;
  const from = number(tangent.x);
  return phrase(WORDS.secants[mean], { from, to, slope: number(quotient), size });
}

/**
 * @param {Tangent} tangent @param {string} place
 * @param {typeof WORDS.alone} flat what is said where there is a slope
 */
function verdict({ slope, verdict, left, right }, place, flat) {
  switch (verdict) {
    case VERDICTS.minimum:
      return phrase(flat.minimum, { place });
    case VERDICTS.maximum:
      return phrase(flat.maximum, { place });
    case VERDICTS.neither:
      return phrase(flat.neither, { place });
    case VERDICTS.level:
      return phrase(flat.level, { place });
    case VERDICTS.corner:
      return phrase(corner(left, right), { place, left: number(left), right: number(right) });
    case VERDICTS.vertical:
      return phrase(WORDS.missing.vertical, { place });
    case VERDICTS.jump:
      return phrase(WORDS.missing.jump, { place });
    case VERDICTS.unknown:
      return phrase(WORDS.missing.unknown, { place });
    default:
      return phrase(flat.slope, { place, slope: number(slope), effect: effect(slope) });
  }
}

const { effects: EFFECTS } = WORDS;

/** @param {number} slope */
function effect(slope) {
  const verb = slope > 0 ? "raises" : "lowers";
  const size = number(Math.abs(slope));
  return phrase(size === "1" ? EFFECTS[`${verb}Alike`] : EFFECTS[verb], { size });
}

/** @param {number} left @param {number} right */
function corner(left, right) {
  if (left < 0 && right > 0) return WORDS.missing.minimum;
  return left > 0 && right < 0 ? WORDS.missing.maximum : WORDS.missing.corner;
}

/**
 * The quotient with its numbers: Δf/Δx = (49 − 25) / 2 = 24/2 = 12, in parts that carry a colour.
 * @param {State} situation @returns {{text: string, kind?: string}[]}
 */
export function arithmetic({ tangent, h, quotient, end }) {
  const { x, value, verdict } = tangent;
  if (verdict === VERDICTS.outside) return parts(phrase(WORDS.noValue, { x: number(x) }));
  if (h === 0) return spans(WORDS.noQuotient, { limit: limit(tangent) });
  if (Number.isNaN(quotient)) return parts(phrase(WORDS.noValue, { x: number(x + h) }));
  return [
    ...parts("Δf/Δx = "),
    { text: `(${number(end)} − ${wrapped(value, 5)})`, kind: "function" },
    { text: " / " },
    { text: wrapped(h, 5), kind: "parameter" },
    { text: " = " },
    { text: number(quotient), kind: "slope" },
  ];
}

/** @param {Tangent} tangent @returns {{text: string, kind?: string}[]} */
function limit({ x, slope, verdict, left, right }) {
  if (verdict === VERDICTS.corner) {
    return parts(phrase(WORDS.noLimitCorner, { left: number(left), right: number(right) }));
  }
  if (Number.isNaN(slope)) return parts(WORDS.noLimit);
  return spans(WORDS.limit, {
    derivative: { text: `f′(${number(x)})` },
    slope: { text: number(slope), kind: "slope" },
  });
}

/** @param {string} text */
function parts(text) {
  return [{ text }];
}

/** @param {number} value */
export function number(value) {
  return format(value, 5);
}
