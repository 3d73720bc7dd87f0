/** Which cards a seed deals, and in which order. */
import { shuffled, uniforms } from "../../core/random.js";

/**
 * @template {{kind: string, pairs: unknown[]}} Card
 * @param {Card[]} cards
 * @param {Record<string, number>} counts how many cards of each kind are dealt
 * @param {number} seed
 * @returns {{card: Card, order: number[]}[]} each card with the order in which its pairs are
 * offered
 */
export function deal(cards, counts, seed) {
  const random = uniforms(seed);
  const hand = Object.entries(counts).flatMap(([kind, count]) =>
    shuffled(
      cards.filter((card) => card.kind === kind),
      random,
    ).slice(0, count),
  );
  return shuffled(hand, random).map((card) => ({
    card,
    order: shuffled([...card.pairs.keys()], random),
  }));
}
