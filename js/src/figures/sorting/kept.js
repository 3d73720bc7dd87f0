/**
 * The score that is kept: of each card whether the first try was right. An earlier edition wrote
 * the cards in other words: sin x for sin(x).
 */
import { parse } from "../../language/parse.js";
import { forgetUnder, mend, recallUnder, remember } from "../../shell/memory.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {{text: string, tree: Tree}} Card */

const CARDS = "card:";

/** Whether each was right. @returns {unknown[]} */
export const results = () => Object.values(recallUnder(CARDS));

/** Once for each card. @param {string} text @param {boolean} right */
export function keepFirst(text, right) {
  if (!Object.hasOwn(recallUnder(CARDS), text)) remember(CARDS + text, right);
}

export const forget = () => forgetUnder(CARDS);

/** Gives what an earlier edition kept to the cards of this one. @param {Card[]} cards */
export function takeOver(cards) {
  const names = renamed(Object.keys(recallUnder(CARDS)), cards);
  for (const [before, now] of Object.entries(names)) mend(CARDS + before, { as: CARDS + now });
}

/**
 * The texts that such cards have today, by the old one; what is no card any more is left out.
 * @param {string[]} texts @param {Card[]} cards
 * @returns {Record<string, string>}
 */
function renamed(texts, cards) {
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
