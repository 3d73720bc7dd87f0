/** What the function machine says: what kind of expression it is, and what happens at this x. */
import { format } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { row } from "./trace.js";

/** @typedef {import("./trace.js").Node} Node */

/**
 * @param {Node} root
 * @param {number} x
 * @param {Node | null} original the expression before its two functions changed places
 */
export function sentence(root, x, original) {
  const change = original
    ? `Changed places: ${plainText(original.tree)} has become ${plainText(root.tree)}. `
    : "";
  const compare = original ? ` ${comparison(original, root)}` : "";
  return `${change}${original ? "" : `${kind(root)} `}${happens(root, x)}${compare}`;
}

/** What kind of expression this is. @param {Node} root */
function kind(root) {
  const text = plainText(root.tree);
  const parts = root.children.map((part) => plainText(part.tree));
  switch (root.kind) {
    case "constant":
      return `${text} does not depend on x.`;
    case "variable":
      return "x alone: what goes in comes out.";
    case "basic":
      return `${text} is one function of x: nothing but x is inside it.`;
    case "composite":
      return (
        `${text} is a composite: inner ${parts[0]}, outer ` +
        `${plainText(root.step)}.${nested(root)}`
      );
    default:
      return (
        `${text} is a ${NAMES[root.kind]}, not a composite: ${list(parts)} stand side by ` +
        `side, and no part is inside another.`
      );
  }
}

/** @type {Record<string, string>} */
const NAMES = {
  sum: "sum",
  product: "product",
  quotient: "quotient",
  power: "power with x above and below",
};

/** @param {Node} root */
function nested({ children: [inner] }) {
  if (inner.kind === "composite") return " The inner function is itself a composite.";
  return inner.children.length > 1 ? ` The inner function is a ${NAMES[inner.kind]}.` : "";
}

/** What the number does on its way. @param {Node} root @param {number} x */
function happens(root, x) {
  const at = `At x = ${format(x)}`;
  const broken = find(root);
  if (broken) return `${at} it breaks ${place(root, broken)}: ${broken.trouble}.`;
  if (root.kind === "composite") {
    return (
      `${at} the inner value is u = ${format(root.children[0].value)}, and y = ` +
      `${format(root.value)}.`
    );
  }
  return `${at} the value is y = ${format(root.value)}.`;
}

/** The node that has no value although it got one. @param {Node} node @returns {Node | null} */
function find(node) {
  if (node.trouble) return node;
  for (const child of node.children) {
    const found = find(child);
    if (found) return found;
  }
  return null;
}

/** @param {Node} root @param {Node} broken */
function place(root, broken) {
  const chain = row(root),
    index = chain.indexOf(broken);
  if (index < 0) return `in ${plainText(broken.tree)}`;
  if (chain.length === 1) return "at once";
  return index === chain.length - 1
    ? "in the outer function"
    : `in machine ${index + 1} of ${chain.length}`;
}

/** @param {Node} original @param {Node} root */
function comparison(original, root) {
  const [before, after] = [original.value, root.value];
  if (!Number.isFinite(before))
    return `In the first order, ${plainText(original.tree)} has no value here.`;
  if (!Number.isFinite(after)) return `In the first order it is ${format(before)}.`;
  const same = Math.abs(before - after) <= 1e-12 * Math.max(1, Math.abs(before));
  return same
    ? "Here both orders give the same."
    : `In the first order it was ${format(before)}: order matters.`;
}

/** @param {string[]} items */
function list(items) {
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** The numbers of every machine: its name, what goes in, what comes out. @param {Node} root */
export function rows(root) {
  return postorder(root)
    .filter((node) => node.children.length)
    .map((node) => [
      plainText(node.tree),
      node.children.length === 1 ? plainText(node.step) : node.kind,
      node.children.map(({ value }) => format(value)).join(", "),
      node.trouble || format(node.value),
    ]);
}

/** @param {Node} node @returns {Node[]} */
function postorder(node) {
  return [...node.children.flatMap(postorder), node];
}
