/** Typing errors: the word of the book that is nearest to one that it does not have. */

/**
 * How many letters must be put in, left out or changed to make one word of another (Levenshtein).
 * @param {string} from @param {string} to
 */
export function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1)
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[to.length];
}

/**
 * The nearest word: at most one letter away, in a long word two; of two such the first listed.
 * @param {string} word @param {Iterable<string>} known @returns {string | undefined}
 */
export function nearest(word, known) {
  let found;
  let least = word.length > 5 ? 3 : word.length > 3 ? 2 : 0; // fewer than this
  for (const one of known) {
    if (Math.abs(one.length - word.length) >= least) continue;
    const far = distance(word, one);
    if (far < least) [found, least] = [one, far];
  }
  return found;
}
