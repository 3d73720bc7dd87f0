/** What was computed last, kept as long as nothing it depends on has changed. */

/**
 * Remembers the last value made under each name, as long as its key stays the same.
 * @returns {<Made>(name: string, key: string, make: () => Made) => Made}
 */
export function memo() {
  /** @type {Map<string, {key: string, value: unknown}>} */
  const kept = new Map();
  return (name, key, make) => {
    let entry = kept.get(name);
    if (entry?.key !== key) {
      entry = { key, value: make() };
      kept.set(name, entry);
    }
    return /** @type {ReturnType<typeof make>} */ (entry.value);
  };
}
