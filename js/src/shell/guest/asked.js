/** What a host asks of a figure, held by what is allowed as a link is. */
import { readChanges } from "../links.js";
import { has } from "./host.js";

/** @typedef {import("../contract.d.ts").Value} Value */
/** @typedef {import("../links.js").Allowed} Allowed */
/**
 * @typedef {object} Defaults what Python says where nothing else is said (tools/figure_defaults.py)
 * @property {string} title
 * @property {import("../model.js").Bag} state
 * @property {Record<string, Allowed>} allowed
 * @property {string[]} offers the names of controls
 * @property {import("../model.js").Bag} data
 */

/**
 * The value that a key may have; undefined if none was given, or none that fits.
 * @param {Defaults} defaults @param {string} key @param {unknown} given
 * @returns {{value?: Value, refused: boolean}}
 */
export function taken({ state, allowed }, key, given) {
  if (!has(given)) return { refused: false };
  const usual = state[key];
  if (Array.isArray(usual)) {
    const fits = isLike(usual, given);
    return fits ? { value: /** @type {number[]} */ (given), refused: false } : { refused: true };
  }
  const text = typeof given === "object" ? JSON.stringify(given) : String(given);
  const { values, refused } = readChanges([[key, text]], () => usual, allowed);
  return { value: values[key], refused: refused.length > 0 };
}

/** As many finite numbers. @param {number[]} usual @param {unknown} given */
const isLike = (usual, given) =>
  Array.isArray(given) && given.length === usual.length && given.every(Number.isFinite);

/**
 * The figure's own data, with the parts that the host has of its own.
 * @param {import("../model.js").Bag} usual @param {unknown} given
 */
export function completed(usual, given) {
  const own = given && typeof given === "object" ? Object.entries(given) : [];
  const kind = (/** @type {unknown} */ value) => (Array.isArray(value) ? "list" : typeof value);
  const fitting = own.filter(([name, value]) => kind(usual[name]) === kind(value));
  return { ...usual, ...Object.fromEntries(fitting) };
}

/** @param {string[]} offers @param {unknown} given @returns {string[] | null} */
export const controlsOf = (offers, given) =>
  Array.isArray(given) ? given.filter((name) => offers.includes(name)) : null;
