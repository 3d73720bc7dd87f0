/** The page host: gives every figure of a static page a model, without a kernel. */
import { fetching } from "./later.js";
import { follow } from "./links.js";
import { pageModel } from "./model.js";

/** @typedef {import("./contract.d.ts").AnyModel} AnyModel */

/**
 * The figures by kind, each put here by its own script.
 * @type {Record<string, {render: (context: {model: AnyModel, el: HTMLElement}) => void}>}
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
    models.set(figure, model);
    render({ model, el: /** @type {HTMLElement} */ (el) });
  }
}

/** @type {Map<Element, ReturnType<typeof pageModel>>} */
const models = new Map();

// The modules that the scripts of the figures have in common, and those that come `later` lie
// beside this script; a script that stands in the page itself has no address.
const shared = {};
const here = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
const later = fetching(here || document.baseURI, shared);
Object.assign(globalThis, { ptBook: { mount, figures, shared, later } });
follow(models);
addEventListener("DOMContentLoaded", () => mount());
