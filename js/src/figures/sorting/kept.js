/** A score kept by an earlier edition, which wrote the cards in other words: sin x for sin(x). */
import { parse } from "../../language/parse.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */

/**
 * The texts that such cards have today, by the old one; what is no card any more is left out.
 * @param {string[]} texts @param {{text: string, tree: Tree}[]} cards
 * @returns {Record<string, string>}
 */
export function renamed(texts, cards) {
  const names = new Map(cards.map(({ text, tree }) => [likeness(tree), text]));
  const present = new Set(names.values());
  return Object.fromEntries(
    texts.flatMap((text) => {
      const { tree } = present.has(text) ? {} : parse(text, ["x"]);
      const now = tree !== undefined && names.get(likeness(tree));
      return now ? [[text, now]] : [];
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
