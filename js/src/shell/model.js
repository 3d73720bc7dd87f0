/** A figure's state on a static page: the six methods of an anywidget model, and no kernel. */

/** @param {HTMLElement} figure */
export function pageModel(figure) {
  const state = JSON.parse(figure.dataset.state ?? "{}");
  const initial = { ...state };
  const data = JSON.parse(figure.querySelector(".pt-data")?.textContent ?? "{}");
  /** @type {Map<string, Set<() => void>>} */
  const listeners = new Map();
  /** @param {string} event */
  const heard = (event) => listeners.get(event) ?? new Set();
  return {
    initial,
    /** @param {string} key */
    get: (key) => (key === "data" ? data : state[key]),
    /** @param {string} key @param {import("./contract.d.ts").Value} value */
    set(key, value) {
      if (Object.is(state[key], value)) return;
      state[key] = value;
      figure.dataset.state = JSON.stringify(state);
      for (const callback of [...heard(`change:${key}`), ...heard("change")]) callback();
    },
    save_changes() {},
    /** @param {string} event @param {() => void} callback */
    on(event, callback) {
      listeners.set(event, heard(event).add(callback));
    },
    /** @param {string} event @param {() => void} callback */
    off(event, callback) {
      heard(event).delete(callback);
    },
    send() {},
  };
}
