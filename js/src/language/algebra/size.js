/** How long an expression is. */
import { remembered } from "./remembered.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */

/**
 * The count of its numbers, names, functions, signs between two parts and minuses.
 * @param {Tree} tree
 * @returns {number}
 */
export const size = (tree) =>
  Array.isArray(tree) ? sizeOf(tree) : typeof tree === "number" && tree < 0 ? 2 : 1;

const sizeOf = remembered(([, ...parts]) =>
  parts.reduce((sum, part) => sum + size(part), Math.max(1, parts.length - 1)),
);
