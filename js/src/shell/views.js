/** Every figure that is shown, whichever script shows it: what a link finds to set. */
/** @typedef {import("./contract.d.ts").AnyModel} AnyModel */
/**
 * @typedef {object} View of a figure
 * @property {HTMLElement} el
 * @property {AnyModel} model
 * @property {string[]} primary the names of the controls that matter most
 * @property {() => string[]} unused the keys that have no part in what it shows now
 * @property {(sleep: boolean) => void} doze
 * @property {(el: HTMLElement) => {doze: (sleep: boolean) => void, stop: () => void}} again shows
 *   the same model in a second element
 */

// In a notebook each kind of figure is a module of its own; their views lie in one place.
const GLOBAL = /** @type {{ptViews?: Set<View>}} */ (globalThis);

/** @returns {Set<View>} */
export function views() {
  GLOBAL.ptViews ??= new Set();
  return GLOBAL.ptViews;
}

/** @param {View} view @returns {() => void} what strikes it off */
export function enlist(view) {
  const first = !GLOBAL.ptViews;
  views().add(view);
  if (!("ptBook" in globalThis))
    import("./notebook.js").then(({ caption, followInNotebook }) => {
      caption(view);
      if (first) followInNotebook(views());
    });
  return () => views().delete(view);
}
