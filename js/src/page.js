/** The page host: gives every figure of a static page a model, without a kernel. */
import derivation from "./figures/derivation.js";
import descent from "./figures/descent.js";
import machine from "./figures/machine.js";
import numberlines from "./figures/numberlines.js";
import question from "./figures/question.js";
import regression from "./figures/regression.js";
import sorting from "./figures/sorting.js";
import surface from "./figures/surface.js";
import tangent from "./figures/tangent.js";
import { follow } from "./links.js";
import { pageModel } from "./model.js";

/** @type {Record<string, {render: (context: {model: any, el: HTMLElement}) => any}>} */
const FIGURES = { derivation, descent, machine, numberlines, question, regression, sorting, surface, tangent };

/** Mounts every figure of the document that is not mounted yet. */
export function mount(root = document) {
  for (const figure of root.querySelectorAll(".pt-figure:not([data-live])")) {
    const { render } = FIGURES[/** @type {HTMLElement} */ (figure).dataset.figure ?? ""] ?? {};
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

/** @type {any} */ (globalThis).ptBook = { mount };
follow(models);
addEventListener("DOMContentLoaded", () => mount());
