/** What the rectangle says: by how much it grows, of what that is made, and what the rule says. */
import { format, wrapped } from "../../core/formatting.js";
import { phrase, spans } from "../../core/phrase.js";
import WORDS from "./words.json";

/** @typedef {import("./growth.js").Growth} Growth */
/** @typedef {import("../../core/phrase.js").Span} Span */

/** @param {number} share */
export const percent = (share) => phrase(WORDS.percent, { share: format(100 * share, 2) });

/** @param {{x: number, nudge: number, growth: Growth}} state */
export function sentence({ x, nudge, growth }) {
  const { areas, strips, whole, ratio, rule, sides, drawn } = growth;
  if (!drawn) {
    const place = sides.every(Number.isFinite) ? { "x + Δx": x + nudge } : { x };
    const [[name, value]] = Object.entries(place);
    return phrase(WORDS.none, { place: `${name} = ${format(value)}` });
  }
  const sign = signs(growth);
  if (Number.isNaN(ratio)) return phrase(WORDS.still, { nudge, x, rule }) + sign;
  const grows = whole > 0 && areas[0] >= 0,
    fill = { nudge, whole, strips, corner: areas[3] };
  const change = phrase(grows ? WORDS.grows : WORDS.changes, fill);
  return `${change} ${phrase(WORDS.divided, { ratio, rule })}${sign}`;
}

/** What a negative side does to the sign of the area, if there is one. @param {Growth} growth */
function signs({ sides: [u, v], areas: [area] }) {
  if (u >= 0 && v >= 0) return "";
  const told = u < 0 && v < 0 ? WORDS.plus : WORDS.minus;
  return ` ${phrase(told, { side: u < 0 ? "u" : "v", area })}`;
}

/** The areas added up; empty where there are none. @param {Growth} growth @returns {Span[]} */
export function addition({ areas: [, first, second, corner], whole, drawn }) {
  const fill = { first, second: wrapped(second), corner: wrapped(corner), whole };
  return drawn ? [{ text: phrase(WORDS.sum, fill) }] : [];
}

/** The ratio beside the rule. @param {Growth} growth @returns {Span[]} */
export function comparison({ terms: [first, second], ratio, rule, drawn }) {
  const text = phrase(WORDS.rule, { first, second: wrapped(second), rule });
  const fill = { ratio: { text: format(ratio) }, rule: { text, kind: "slope" } };
  return drawn ? spans(WORDS.beside, fill) : [];
}
