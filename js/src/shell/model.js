/** A figure's state on a static page: the six methods of an anywidget model, and no kernel. */

/** @typedef {import("./contract.d.ts").Value} Value */

/** @param {HTMLElement} figure */
export function pageModel(figure) {
  const state = JSON.parse(figure.dataset.state ?? "{}");
  // what a figure is made with, and never changes
  const made = {
    data: JSON.parse(figure.querySelector(".pt-data")?.textContent ?? "{}"),
    controls: JSON.parse(figure.dataset.controls ?? "null"),
  };
  return stateModel(state, made, () => {
    figure.dataset.state = JSON.stringify(state);
  });
}

/** @typedef {Record<string, any>} Bag of as many shapes as there are figures: state, or data */

/**
 * @param {Bag} state which changes
 * @param {Bag} made which does not
 * @param {(key: string) => void} changed hears of each change before the others do
 * @param {() => void} [saved]
 */
export function stateModel(state, made, changed, saved = () => {}) {
  const initial = { ...state };
  /** @type {Map<string, Set<() => void>>} */
  const listeners = new Map();
  /** @param {string} event */
  const heard = (event) => listeners.get(event) ?? new Set();
  return {
    initial,
    /** @param {string} key */
    get: (key) => (Object.hasOwn(made, key) ? made[key] : state[key]),
    /** @param {string} key @param {Value} value */
    set(key, value) {
      if (Object.is(state[key], value)) return;
      state[key] = value;
      changed(key);
      for (const callback of [...heard(`change:${key}`), ...heard("change")]) callback();
    },
    save_changes: saved,
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
