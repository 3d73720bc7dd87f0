/** What the function machine says: what kind of expression it is, and what happens at this x. */
import { format } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { replace, U } from "../../language/composition.js";
import { row } from "./trace.js";
import WORDS from "./words.json";
import { listed, phrase } from "../../core/phrase.js";

/** @typedef {import("./trace.js").Node} Node */

const { are: ARE, orders: ORDERS } = WORDS;

/**
 * @param {Node} root @param {number} x
 * @param {Node | null} original the expression before its two functions changed places
 * @param {string[]} [names] of the values in the row, if they have their own
 */
export function sentence(root, x, original, names = []) {
  const [u = U, y = "y"] = names.slice(-2);
  if (!original) return `${kind(root, u)} ${happens(root, x, { u, y })}`;
  const [before, after] = [original, root].map(({ tree }) => plainText(tree));
  const changed = phrase(WORDS.changed, { before, after });
  return `${changed} ${happens(root, x, { u, y })} ${comparison(original, root)}`;
}

/** What kind of expression this is. @param {Node} root @param {string} u */
function kind(root, u) {
  const text = plainText(root.tree);
  const parts = root.children.map((part) => plainText(part.tree));
  switch (root.kind) {
    case "constant":
      return phrase(ARE.constant, { text });
    case "variable":
      return ARE.variable;
    case "basic":
      return phrase(ARE.basic, { text });
    case "composite":
      return (
        phrase(ARE.composite, {
          text,
          inner: parts[0],
          outer: plainText(replace(root.step, U, u)),
        }) + nested(root)
      );
    default:
      return phrase(ARE.beside, { text, kind: NAMES[root.kind], parts: listed(parts) });
  }
}

/** @type {Record<string, string>} */
const NAMES = WORDS.kindsAtLength;

/** @param {Node} root */
function nested({ children: [inner] }) {
  if (inner.kind === "composite") return ` ${WORDS.nested.composite}`;
  return inner.children.length > 1
    ? ` ${phrase(WORDS.nested.beside, { kind: NAMES[inner.kind] })}`
    : "";
}

/**
 * What the number does on its way.
 * @param {Node} root @param {number} x @param {{u: string, y: string}} names
 */
function happens(root, x, names) {
  const broken = find(root);
  if (broken)
    return phrase(WORDS.broken, { x, place: place(root, broken), trouble: broken.trouble });
  const { value, children } = root;
  if (root.kind === "composite")
    return phrase(WORDS.passes, { x, inner: children[0].value, value, ...names });
  return phrase(WORDS.value, { x, value });
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
  const { places } = WORDS;
  if (index < 0) return phrase(places.part, { part: plainText(broken.tree) });
  if (chain.length === 1) return places.once;
  return index === chain.length - 1
    ? places.outer
    : phrase(places.machine, { index: index + 1, count: chain.length });
}

/** @param {Node} original @param {Node} root */
function comparison(original, root) {
  const [before, after] = [original.value, root.value];
  if (!Number.isFinite(before))
    return phrase(ORDERS.noneBefore, { text: plainText(original.tree) });
  if (!Number.isFinite(after)) return phrase(ORDERS.noneAfter, { value: before });
  const same = Math.abs(before - after) <= 1e-12 * Math.max(1, Math.abs(before));
  return same ? ORDERS.same : phrase(ORDERS.matters, { value: before });
}

/** The numbers of every machine: its name, what goes in, what comes out. @param {Node} root */
export function rows(root) {
  return postorder(root)
    .filter((node) => node.children.length)
    .map((node) => [
      plainText(node.tree),
      node.children.length === 1 ? plainText(node.step) : WORDS.kinds[node.kind],
      node.children.map(({ value }) => format(value)).join(", "),
      node.trouble || format(node.value),
    ]);
}

/** @param {Node} node @returns {Node[]} */
function postorder(node) {
  return [...node.children.flatMap(postorder), node];
}
