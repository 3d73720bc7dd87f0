/** What was found out about a tree once; trees are never changed. */

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../core/expression.js").Operation} Operation */

/**
 * @template T
 * @param {(tree: Operation) => T} find
 * @returns {(tree: Operation) => T}
 */
export function remembered(find) {
  /** @type {WeakMap<Operation, {found: T}>} */ const known = new WeakMap();
  return (tree) => {
    const before = known.get(tree);
    if (before) return before.found;
    const found = find(tree);
    known.set(tree, { found });
    return found;
  };
}
