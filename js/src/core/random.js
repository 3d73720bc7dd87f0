/** Random numbers that a seed decides. */

/** @typedef {() => number} Source */

/**
 * Numbers evenly spread over 0 ≤ u < 1, one a call (mulberry32).
 * @param {number} seed
 * @returns {Source}
 */
export function uniforms(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Standard normal numbers from uniform ones (Box and Muller 1958).
 * @param {Source} uniform
 * @returns {Source}
 */
export function normals(uniform) {
  let kept = NaN;
  return () => {
    if (!Number.isNaN(kept)) {
      const value = kept;
      kept = NaN;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/**
 * The items in an order that the uniform numbers decide, all orders alike (Fisher and Yates).
 * @template Item @param {Iterable<Item>} items @param {Source} uniform @returns {Item[]}
 */
export function shuffled(items, uniform) {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
