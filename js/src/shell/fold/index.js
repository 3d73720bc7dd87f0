/** What is inside a small fold: rows of buttons, and a line that says what one has done. */
import { html } from "../dom.js";
import { wear } from "../guest/wear.js";
import STYLE from "./fold.css";

/**
 * Gives a panel the style of these folds and its own.
 * @param {HTMLElement} panel @param {string} css
 */
export function furnish(panel, css) {
  panel.classList.add("pt-fold-panel");
  for (const sheet of [STYLE, css]) wear(panel, sheet);
}

/** @param {(string | Node)[]} parts */
export const row = (...parts) => html("div", { class: "pt-fold-row" }, ...parts);

/** The line that says what a button has done. */
export const saying = () => html("p", { class: "pt-fold-said", "aria-live": "polite" });
