/** The page host: gives every figure of a static page a model, without a kernel. */
import { followCaption } from "./caption.js";
import { follow } from "./following.js";
import { fetching } from "./later.js";
import { pageModel } from "./model.js";

/**
 * The figures by kind, each put here by its own script.
 * @type {Record<string, import("./contract.d.ts").Figure>}
 */
const figures = {};

/** Mounts every figure of the document that is not mounted yet and whose script is there. */
export function mount(root = document) {
  for (const figure of root.querySelectorAll(".pt-figure:not([data-live])")) {
    const { render } = figures[/** @type {HTMLElement} */ (figure).dataset.figure ?? ""] ?? {};
    const el = figure.querySelector(".pt-view");
    if (!render || !el) continue;
    figure.setAttribute("data-live", "");
    const model = pageModel(/** @type {HTMLElement} */ (figure));
    render({ model, el: /** @type {HTMLElement} */ (el) });
    followCaption(/** @type {HTMLElement} */ (figure), model);
    forgetPlaces(figure);
  }
}

/**
 * Without a script a link goes to an empty anchor before its figure. With one that must not be
 * there: Back to an address that has its place on the page scrolls to it, not to the reader's.
 * @param {Element} figure
 */
function forgetPlaces(figure) {
  for (const place of figure.previousElementSibling?.querySelectorAll('[id*="?"]') ?? [])
    place.removeAttribute("id");
}

// The modules that the scripts of the figures have in common, and those that come `later` lie
// beside this script; a script that stands in the page itself has no address.
const shared = {};
const here = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
const later = fetching(here || document.baseURI, shared);
Object.assign(globalThis, { ptBook: { mount, figures, shared, later, ...follow() } });
addEventListener("DOMContentLoaded", () => mount());
// <pt-mount> after a figure mounts it while the page is read: it has its size before what is below
// is laid out. A script in the page would do the same, where the host's policy allows any.
customElements.define(
  "pt-mount",
  class extends HTMLElement {
    connectedCallback() {
      mount();
    }
  },
);
