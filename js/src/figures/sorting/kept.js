/** A score kept by an earlier edition, which wrote the cards in other words: sin x for sin(x). */
import { parse } from "../../language/parse.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */

/**
 * The results under the texts that the cards have today; what is no card any more stays as it is.
 * @param {Record<string, boolean>} results @param {{text: string, tree: Tree}[]} cards
 * @returns {Record<string, boolean>}
 */
export function renamed(results, cards) {
  const texts = new Map(cards.map(({ text, tree }) => [likeness(tree), text]));
  const present = new Set(texts.values());
  return Object.fromEntries(
    Object.entries(results).map(([text, right]) => {
      if (present.has(text)) return [text, right];
      const { tree } = parse(text, ["x"]);
      return [(tree !== undefined && texts.get(likeness(tree))) || text, right];
    }),
  );
}

/**
 * The same text for trees that differ in the order of a sum alone.
 * @param {Tree} tree @returns {string}
 */
function likeness(tree) {
  if (!Array.isArray(tree)) return JSON.stringify(tree);
  const parts = tree.slice(1).map(likeness);
  return `${tree[0]}(${(tree[0] === "Add" ? parts.sort() : parts).join()})`;
}
