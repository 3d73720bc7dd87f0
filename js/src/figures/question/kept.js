/**
 * The answer to a question as it is kept: the text of its choice, where that stood and whether it
 * was right. So it is found again when the choices are in another order, and when they are worded
 * anew; an author can also say how a choice read before.
 */

/** @typedef {{correct: boolean, was?: string[]}} Choice */

/** @param {number} place @param {string[]} texts @param {Choice[]} choices */
export const toKeep = (place, texts, choices) => ({
  text: texts[place],
  place,
  correct: choices[place].correct,
});

/**
 * The place of the choice that was kept; −1 if none of today's is that.
 * @param {{text?: unknown, place?: unknown, correct?: unknown} | undefined} kept
 * @param {string[]} texts @param {Choice[]} choices
 */
export function placeOf(kept, texts, choices) {
  const { text, place, correct } = kept ?? {};
  if (typeof text !== "string") return -1;
  const same = texts.indexOf(text);
  if (same >= 0) return same;
  const renamed = choices.findIndex(({ was }) => was?.includes(text));
  if (renamed >= 0) return renamed;
  const there = typeof place === "number" ? choices[place] : undefined;
  return there && there.correct === correct ? Number(place) : -1;
}
