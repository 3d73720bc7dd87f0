/**
 * Which cards a seed deals, and in which order: the twin of deal() in ptcode/widgets/sorting.py.
 */
import { shuffled, uniforms } from "../../core/random.js";

/** How many cards of each kind are dealt. */
const HAND = [
  ["composite", 4],
  ["product", 2],
  ["sum", 2],
];

/**
 * @template {{kind: string, pairs: unknown[]}} Card
 * @param {Card[]} cards @param {number} seed
 * @returns {{card: Card, order: number[]}[]} each card with the order in which its pairs are
 *   offered
 */
export function deal(cards, seed) {
  const random = uniforms(seed);
  const hand = HAND.flatMap(([kind, count]) =>
    shuffled(
      cards.filter((card) => card.kind === kind),
      random,
    ).slice(0, Number(count)),
  );
  return shuffled(hand, random).map((card) => ({
    card,
    order: shuffled([...card.pairs.keys()], random),
  }));
}
