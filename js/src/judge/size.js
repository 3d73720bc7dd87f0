/** How much there is of a tree. */

/** @typedef {import("../core/expression.js").Tree} Tree */

/** The number of its nodes. @param {Tree} tree @returns {number} */
export const sizeOf = (tree) =>
  Array.isArray(tree) ? tree.slice(1).reduce((sum, part) => sum + sizeOf(part), 1) : 1;
