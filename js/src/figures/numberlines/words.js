/** What the number lines say: what each link does to the nudge, and what the ratios tend to. */
import { format, wrapped } from "../../core/formatting.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./nudge.js").Nudge} Nudge */

/**
 * A number that was measured by subtraction, without the digits that are only rounding; in words
 * where there is none.
 * @param {number} value
 */
export const shown = (value) => (Number.isNaN(value) ? WORDS.none : format(value, 5));

/** @param {string[]} names x, u, …, y @param {Nudge} nudge */
export function sentence(names, nudge) {
  const { values, moved, nudges, ratio, limit } = nudge;
  const gap = values.findIndex((value, i) => !Number.isFinite(value) || !Number.isFinite(moved[i]));
  if (gap >= 0) {
    const at = Number.isFinite(values[gap]) ? `${names[0]} + Δ${names[0]}` : names[0];
    return phrase(WORDS.gap, { name: names[gap], place: at });
  }
  if (nudges[0] === 0) return phrase(WORDS.still, { limit: shown(limit) });
  const links = names.slice(1).map((name, i) => link(names[i], name, nudges[i], nudges[i + 1]));
  const whole = phrase(WORDS.whole, {
    links: links.join("; "),
    ratio: shown(ratio),
    limit: shown(limit),
  });
  return nudges.slice(1, -1).includes(0) ? `${whole} ${WORDS.stands}` : whole;
}

/**
 * What one link does.
 * @param {string} before @param {string} after @param {number} from @param {number} to
 */
function link(before, after, from, to) {
  const { links } = WORDS;
  if (from === 0) return phrase(links.none, { before, after });
  if (to === 0) return phrase(links.nothing, { before, after });
  const ratio = to / from,
    size = Math.abs(ratio);
  const does = Math.abs(size - 1) < 5e-5 ? "keeps" : size > 1 ? "stretches" : "shrinks";
  const told = ratio < 0 ? links[`${does}Turned`] : links[does];
  return phrase(told, { before, after, size: shown(size) });
}

/**
 * The rows beside the picture: each ratio, what it tends to, and what happens to the sign.
 * @param {string[]} names @param {Nudge} nudge
 * @returns {{name: string, ratio: string, limit: string, turned: boolean}[]}
 */
export function ratios(names, { ratios: found, limits, ratio, limit }) {
  const links = found.map((value, i) => ({
    name: `Δ${names[i + 1]}/Δ${names[i]}`,
    ratio: shown(value),
    limit: shown(limits[i]),
    turned: limits[i] < 0,
  }));
  return [...links, { name: "Δy/Δx", ratio: shown(ratio), limit: shown(limit), turned: limit < 0 }];
}

/**
 * The two products, outer link first: the ratios for this Δx, and the limits. Where a factor has no
 * value, what there is to say instead.
 * @param {Nudge} nudge
 */
export function products({ nudges, ratios: found, limits, ratio, limit }) {
  const stands = nudges[0] === 0 ? WORDS.noRatio : phrase(WORDS.noFactor, { ratio: shown(ratio) });
  return {
    ratios: product(found, ratio) ?? (nudges.every(Number.isFinite) ? stands : WORDS.broken),
    limits: product(limits, limit) ?? WORDS.noLimit,
  };
}

/**
 * Null where a factor has no value.
 * @param {number[]} factors outermost last @param {number} whole
 */
function product(factors, whole) {
  if (!factors.every(Number.isFinite)) return null;
  const written = [...factors]
    .reverse()
    .map((factor, i) => (i ? wrapped(factor, 5) : shown(factor)));
  return `${written.join(" · ")} = ${shown(whole)}`;
}
