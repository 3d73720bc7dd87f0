/** Is an expression a polynomial, and of which degree? */

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../core/expression.js").Operation} Operation */

/**
 * The highest power of the variable as the expression stands, terms that cancel included; Infinity
 * for what is no polynomial as it stands.
 * @param {Tree} tree @param {string} variable @returns {number}
 */
export function degree(tree, variable) {
  if (tree === variable) return 1;
  if (!Array.isArray(tree)) return 0;
  const [head, ...parts] = tree,
    degrees = parts.map((part) => degree(part, variable));
  if (degrees.every((one) => one === 0)) return 0;
  if (head === "Add" || head === "Negate") return Math.max(...degrees);
  if (head === "Multiply") return degrees.reduce((sum, one) => sum + one, 0);
  if (head === "Divide" && degrees[1] === 0) return degrees[0];
  if (head === "Power" && Number.isInteger(parts[1]) && parts[1] > 0) return degrees[0] * parts[1];
  return Infinity;
}
