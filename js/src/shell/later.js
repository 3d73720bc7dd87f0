/** Scripts that a page fetches only when something on it needs them. */

/** @type {Map<string, Promise<unknown>>} */
const fetched = new Map();

/**
 * Returns `later(name, address)`: the module that the script at an address hands to the page, once
 * it is there; at once if the page has it. A script that could not be fetched is asked for anew the
 * next time.
 * @param {string} base what addresses are relative to @param {Record<string, unknown>} shared
 */
export const fetching =
  (base, shared) => (/** @type {string} */ name, /** @type {string} */ address) => {
    const fetch = () => arrival(new URL(address, base).href).then(() => shared[name]);
    const found = fetched.get(name) ?? (shared[name] ? Promise.resolve(shared[name]) : fetch());
    fetched.set(name, found);
    found.catch(() => fetched.delete(name));
    return found;
  };

/** @param {string} address @returns {Promise<unknown>} */
function arrival(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      reject(new Error(`${address} could not be fetched`));
    };
    document.head.append(script);
  });
}
