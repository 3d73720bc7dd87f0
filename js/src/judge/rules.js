/** What judging knows, data from ptcode: local derivatives, mistakes and their stories. */
import written from "../../generated/judge.json" with { type: "json" };

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {{each?: [string, Tree, Tree], of?: string[], answer: Tree}} Template */
/**
 * @typedef {object} Mistake
 * @property {string} title what is done
 * @property {string} tempts
 * @property {string} exposed
 * @property {boolean} slip none of the twelve of chapter 9
 * @property {Template[]} chain what it makes of links in a row
 * @property {Template[]} paths and of parts side by side
 */
/**
 * @typedef {object} Rules
 * @property {import("../language/differentiate.js").LocalDerivatives} derivatives
 * @property {string[]} activations heads of the links whose derivative is written with their value
 * @property {Record<string, Mistake>} mistakes
 */

export const RULES = /** @type {Rules} */ (/** @type {unknown} */ (written));
/** The page where the mistakes are explained, and the figure that takes a derivation apart. */
export const CHAPTER = "09-common-mistakes.html";
export const STEPPER = "05-the-chain-rule.html#derivation";
