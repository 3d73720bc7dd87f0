/** What the number lines say: what each link does to the nudge, and what the ratios tend to. */
import { format } from "../../core/formatting.js";

/** @typedef {import("./nudge.js").Nudge} Nudge */

/**
 * A number that was measured by subtraction, without the digits that are only rounding.
 * @param {number} value
 */
export const shown = (value) => format(value, 5);

/** A number that can follow an operator. @param {number} value */
export const wrapped = (value) => (value < 0 ? `(${shown(value)})` : shown(value));

/** @param {string[]} names x, u, …, y @param {Nudge} nudge */
export function sentence(names, nudge) {
  const { values, moved, nudges, ratio, limit } = nudge;
  const gap = values.findIndex((value, i) => !Number.isFinite(value) || !Number.isFinite(moved[i]));
  if (gap >= 0) {
    const at = Number.isFinite(values[gap]) ? `${names[0]} + d${names[0]}` : names[0];
    return `${names[gap]} has no value for this ${at}: the chain breaks here.`;
  }
  if (nudges[0] === 0)
    return (
      `dx = 0: nothing moves, and 0/0 has no value. The limit is what the ratios come ` +
      `near for small dx: ${shown(limit)}.`
    );
  const links = names.slice(1).map((name, i) => link(names[i], name, nudges[i], nudges[i + 1]));
  const stands = nudges.slice(1, -1).some((value) => value === 0)
    ? " A ratio over a nudge of 0 has no value; the local derivative there still has one."
    : "";
  return (
    `${links.join("; ")}. In all dy/dx = ${shown(ratio)}; for smaller and smaller dx it ` +
    `tends to ${shown(limit)}.${stands}`
  );
}

/**
 * What one link does.
 * @param {string} before
 * @param {string} after
 * @param {number} from
 * @param {number} to
 */
function link(before, after, from, to) {
  if (from === 0) return `d${before} = 0, so d${after} = 0`;
  const ratio = to / from,
    size = Math.abs(ratio);
  const turned = ratio < 0 ? " and turns it round" : "";
  if (to === 0) return `the step to ${after} leaves nothing of d${before}`;
  const does =
    Math.abs(size - 1) < 5e-5
      ? "keeps its length"
      : size > 1
        ? `stretches it ${shown(size)} times`
        : `shrinks it to ${shown(size)} of its length`;
  return `${before} → ${after} ${does}${turned}`;
}

/**
 * The rows beside the picture: each ratio, what it tends to, and what happens to the sign.
 * @param {string[]} names
 * @param {Nudge} nudge
 * @returns {{name: string, ratio: string, limit: string, turned: boolean}[]}
 */
export function ratios(names, { ratios: found, limits, ratio, limit }) {
  const links = found.map((value, i) => ({
    name: `d${names[i + 1]}/d${names[i]}`,
    ratio: shown(value),
    limit: shown(limits[i]),
    turned: limits[i] < 0,
  }));
  return [...links, { name: "dy/dx", ratio: shown(ratio), limit: shown(limit), turned: limit < 0 }];
}

/**
 * The two products, outer link first: the ratios for this dx, and the limits.
 * @param {Nudge} nudge
 */
export function products({ ratios: found, limits, ratio, limit }) {
  const product = (/** @type {number[]} */ factors) =>
    [...factors]
      .reverse()
      .map((factor, i) => (i ? wrapped(factor) : shown(factor)))
      .join(" · ");
  return {
    ratios: `${product(found)} = ${shown(ratio)}`,
    limits: `${product(limits)} = ${shown(limit)}`,
  };
}
