/**
 * A question that is answered with yes at most once in so many milliseconds.
 * @param {number} milliseconds
 */
export function seldom(milliseconds) {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
}
