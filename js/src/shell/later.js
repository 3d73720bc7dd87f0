/** Scripts that a page fetches only when something on it needs them. */
import { html } from "./dom.js";

/** @type {Map<string, Promise<unknown>>} */
const fetched = new Map();

/**
 * Returns `later(name, address)`: the module that the script at an address hands to the page, once
 * it is there; at once if the page has it. A script that could not be fetched is asked for anew the
 * next time.
 * @param {string} base what addresses are relative to @param {Record<string, unknown>} shared
 */
export const fetching =
  (base, shared) => (/** @type {string} */ name, /** @type {string} */ address) =>
    fetchedOnce(name, () =>
      shared[name]
        ? Promise.resolve(shared[name])
        : arrival(html("script", { src: new URL(address, base).href })).then(() => shared[name]),
    );

/**
 * What was asked for under a name or an address, or asks for it now; what failed is asked for anew.
 * @param {string} name @param {() => Promise<unknown>} ask
 */
export function fetchedOnce(name, ask) {
  const found = fetched.get(name) ?? ask();
  fetched.set(name, found);
  found.catch(() => fetched.delete(name));
  return found;
}

/**
 * Puts an element that fetches something on the page, and takes it away if that does not come.
 * @param {HTMLScriptElement | HTMLLinkElement} element @returns {Promise<unknown>}
 */
export function arrival(element) {
  return new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => {
      element.remove();
      const address = element.getAttribute("src") ?? element.getAttribute("href");
      reject(new Error(`${address} could not be fetched`));
    };
    document.head.append(element);
  });
}
