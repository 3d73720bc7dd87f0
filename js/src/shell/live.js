/** What every figure has in common as an anywidget module. */
import { steady } from "./dom.js";
import { drowsy } from "./drowsy.js";
import { foldRest } from "./more.js";
import { offerShare } from "./share.js";
import { enlist } from "./views.js";

/**
 * @template {object} Traits
 * @typedef {{model: import("./contract.d.ts").Model<Traits>, el: HTMLElement}} Context
 */
/** @typedef {import("./contract.d.ts").Figure} Figure */

/**
 * The module of a figure: `export default live(render)`. JupyterLab would take the arrow keys of a
 * focused slider for its own shortcuts (they fold headings). It leaves the keys of an element that
 * has this attribute, and asks the focused one itself, before those around it. It would also cancel
 * the undoing of what was typed, in favour of an undo of its own, which those shortcuts would call:
 * it must not hear of it.
 * @template {object} Traits
 * @param {(context: Context<Traits>) => (() => void)[]} render returns what ends the figure
 * @param {object} [names]
 * @param {string[]} [names.primary] of the controls that matter most
 * @param {string[]} [names.seldom] of those that stand behind the fold unless a place asks for them
 * @param {(get: (key: string) => unknown) => string[]} [names.unused] of the keys that have no part
 *   in the state that `get` looks up
 * @returns {Figure}
 */
export function live(render, { primary = [], seldom = [], unused = () => [] } = {}) {
  /**
   * @param {Context<Traits>["model"]} model @param {HTMLElement} el
   * @param {(name: string) => boolean} shown the controls that do not stand behind the fold
   */
  const show = (model, el, shown) => {
    const { view, doze } = drowsy(model);
    el.classList.add("pt-view"); // the page's mount has it, anywidget's element does not
    el.addEventListener("focusin", ({ target }) => {
      /** @type {Element} */ (target).setAttribute("data-lm-suppress-shortcuts", "true");
    });
    el.addEventListener("beforeinput", (event) => event.stopPropagation(), { capture: true });
    const undo = [...render({ model: view, el }), foldRest({ model, el }, shown)];
    el.querySelectorAll(".pt-words, .pt-reading").forEach(steady);
    return { doze: still(el, doze), stop: () => undo.forEach((end) => end()) };
  };
  return {
    primary,
    render({ model, el, controls = /** @type {string[]} */ (model.get("controls")) }) {
      const known = /** @type {Context<Traits>["model"]} */ (model);
      const wanted = (/** @type {string} */ name) =>
        controls ? controls.includes(name) : !seldom.includes(name);
      const { doze, stop } = show(known, el, wanted);
      offerShare({ model, el });
      // The dock chooses among all of them: what the links set matters there.
      const again = (/** @type {HTMLElement} */ other) => show(known, other, () => true);
      const idle = () => unused((key) => model.get(key));
      const discharge = enlist({ el, model: known, primary, unused: idle, doze, again });
      return () => {
        discharge();
        stop();
      };
    },
  };
}

/**
 * A figure keeps its height while it sleeps, whatever is said of it: the page does not scroll. In a
 * window of another size it takes what it needs there.
 * @param {HTMLElement} el @param {(sleep: boolean) => void} doze
 */
function still(el, doze) {
  const loosen = () => {
    el.style.height = "";
    removeEventListener("resize", loosen);
  };
  return (/** @type {boolean} */ sleep) => {
    if (!sleep) loosen();
    else if (!el.style.height) {
      el.style.height = getComputedStyle(el).height;
      addEventListener("resize", loosen);
    }
    doze(sleep);
  };
}
