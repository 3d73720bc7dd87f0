/** A view out of sight that sleeps: what changes in its model is drawn once, when it wakes. */

/** @typedef {import("./contract.d.ts").AnyModel} AnyModel */

/**
 * The model as a view hears of it, and what lets the view sleep. Who answers a change by changing
 * the model further listens to `waking`, which is the model itself: that cannot wait.
 * @template {AnyModel} Model @param {Model} model
 */
export function drowsy(model) {
  /** @type {Map<() => void, () => void>} */
  const heard = new Map();
  /** @type {Set<() => void>} */
  const missed = new Set();
  let asleep = false;
  /** @param {() => void} callback */
  const calm = (callback) => {
    const found = heard.get(callback) ?? (() => (asleep ? void missed.add(callback) : callback()));
    heard.set(callback, found);
    return found;
  };
  /** @type {Model & {waking: Model}} */
  const view = Object.assign(Object.create(model), {
    waking: model,
    /** @param {string} event @param {() => void} callback */
    on: (event, callback) => model.on(event, calm(callback)),
    /** @param {string} event @param {() => void} callback */
    off: (event, callback) => model.off(event, calm(callback)),
  });
  /** @param {boolean} sleep */
  const doze = (sleep) => {
    asleep = sleep;
    const news = sleep ? [] : [...missed];
    for (const callback of news) missed.delete(callback);
    for (const callback of news) callback();
  };
  return { view, doze };
}
