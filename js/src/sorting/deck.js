/** Which cards a seed deals, and in which order: the twin of deal() in ptcode/widgets/sorting.py. */

/** How many cards of each kind are dealt. */
const HAND = [["composite", 4], ["product", 2], ["sum", 2]];

/**
 * @template {{kind: string, pairs: any[]}} Card
 * @param {Card[]} cards @param {number} seed
 * @returns {{card: Card, order: number[]}[]} each card with the order in which its pairs are offered
 */
export function deal(cards, seed) {
  const random = mulberry(seed);
  const hand = HAND.flatMap(([kind, count]) =>
    shuffled(cards.filter((card) => card.kind === kind), random).slice(0, Number(count)));
  return shuffled(hand, random).map((card) => ({ card, order: shuffled([...card.pairs.keys()], random) }));
}

/** @template Item @param {Item[]} items @param {() => number} random @returns {Item[]} */
function shuffled(items, random) {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). @param {number} seed */
function mulberry(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
