/** What every figure has in common as an anywidget module. */
import { steady } from "./dom.js";

/**
 * @template {object} Traits
 * @typedef {{model: import("./contract.d.ts").Model<Traits>, el: HTMLElement}} Context
 */

/**
 * The module of a figure: `export default live(render)`. JupyterLab would take the arrow keys of a
 * focused slider for its own shortcuts (they fold headings). It leaves the keys of an element that
 * has this attribute, and asks the focused one itself, before those around it.
 * @template {object} Traits
 * @param {(context: Context<Traits>) => (() => void)[]} render returns what ends the figure
 */
export function live(render) {
  return {
    /** @param {Context<Traits>} context */
    render(context) {
      context.el.classList.add("pt-view"); // the page's mount has it, anywidget's element does not
      context.el.addEventListener("focusin", ({ target }) => {
        /** @type {Element} */ (target).setAttribute("data-lm-suppress-shortcuts", "true");
      });
      const undo = render(context);
      context.el.querySelectorAll(".pt-words, .pt-reading").forEach(steady);
      return () => undo.forEach((stop) => stop());
    },
  };
}
