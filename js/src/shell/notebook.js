/**
 * What a page says of a figure and a notebook does not: its caption. And the links of a notebook's
 * text: JupyterLab looks for a heading of that name and finds none.
 */
import { followCaption } from "./caption.js";
import { parseLink } from "./links.js";
import { meet, rest } from "./meeting.js";
import { setTarget } from "./target.js";

/** @typedef {import("./views.js").View} View */
/** @typedef {import("./target.js").Target} Target */
/** @typedef {{id?: string, caption?: string, allowed?: Target["allowed"]}} Named */

/** Writes the caption below a figure. @param {View} view */
export function caption({ el, model }) {
  const { caption: text = "" } = named(model);
  el.insertAdjacentHTML("beforeend", text);
  const { of = "" } = /** @type {HTMLElement} */ (el.querySelector("figcaption") ?? el).dataset;
  const initial = Object.fromEntries(of.split(" ").map((key) => [key, model.get(key)]));
  const known = { get: model.get.bind(model), on: model.on.bind(model), initial };
  followCaption(
    el,
    /** @type {import("./caption.js").PageModel} */ (/** @type {unknown} */ (known)),
  );
}

/** @param {Set<View>} views whatever is shown */
export function followInNotebook(views) {
  document.addEventListener(
    "click",
    (event) => {
      const { target: at, ctrlKey, metaKey, shiftKey } = event;
      if (ctrlKey || metaKey || shiftKey || !(at instanceof Element)) return;
      const anchor = /** @type {HTMLAnchorElement | null} */ (
        at.closest(".jp-RenderedMarkdown a[href*='#']")
      );
      const link = anchor && parseLink(anchor.hash),
        target = link && find(link.id, anchor, views);
      if (!target) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      anchor.focus({ preventScroll: true });
      rest(target, anchor);
      setTarget(target, link.changes);
      meet(target, anchor);
    },
    { capture: true },
  );
}

/**
 * The last figure of that name, of the link's own notebook if there is one.
 * @param {string} id @param {Element} anchor @param {Set<View>} views
 * @returns {import("./target.js").Target | null}
 */
function find(id, anchor, views) {
  const found = [...views].filter(({ model }) => named(model).id === id).reverse();
  const own = anchor.closest(".jp-NotebookPanel");
  const view = found.find(({ el }) => own?.contains(el)) ?? found[0];
  return view ? { id, figure: view.el, view, allowed: named(view.model).allowed ?? {} } : null;
}

/** @param {View["model"]} model @returns {Named} */
const named = (model) => /** @type {Named} */ (/** @type {unknown} */ (model.get("link") ?? {}));
