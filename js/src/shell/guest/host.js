/** What a page or a notebook says of a figure: an anywidget model, or the values themselves. */

/** @typedef {import("../contract.d.ts").Value} Value */
/**
 * @typedef {object} Host which may lack what the contract of anywidget has, or refuse it: MyST's
 *   throws where it has nothing to save to
 * @property {(key: string) => unknown} get
 * @property {string[]} keys those it is known to have
 * @property {(key: string, value: unknown) => void} set only what it has
 * @property {() => void} save
 * @property {(event: string, callback: () => void) => void} on
 * @property {(event: string, callback: () => void) => void} off
 */

/** @param {import("../model.js").Bag | undefined} given @returns {Host} */
export function hostOf(given) {
  if (typeof given?.get !== "function") return valuesOf(given);
  /** @param {string} name @param {...unknown} rest */
  const attempt = (name, ...rest) => {
    try {
      return given[name](...rest);
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => attempt("get", key),
    keys: [],
    set: (key, value) => has(attempt("get", key)) && attempt("set", key, value),
    save: () => attempt("save_changes"),
    on: (event, callback) => attempt("on", event, callback),
    off: (event, callback) => attempt("off", event, callback),
  };
}

/** @param {unknown} value */
export const has = (value) => value !== undefined && value !== null;

/** @param {unknown} given @returns {Host} */
function valuesOf(given) {
  const values = given && typeof given === "object" ? given : {};
  return {
    get: (key) => (Object.hasOwn(values, key) ? Reflect.get(values, key) : undefined),
    keys: Object.keys(values),
    set() {},
    save() {},
    on() {},
    off() {},
  };
}
