/** What a figure shows on paper alone: the solution, where whoever prints the page asks for it. */
import { html } from "./dom.js";

/** What asks a figure for it; its detail is a list that takes the promise of it. */
export const SOLVE = "pt-solve";

/**
 * Writes the solution when it is asked for, at the end of the figure. Returns what writes it anew,
 * where it is there, for a problem that has changed.
 * @param {Element} el @param {() => Promise<(Node | string)[]>} write
 */
export function onPaper(el, write) {
  const paper = html("div", { class: "pt-paper" });
  const fill = async () => paper.replaceChildren(...(await write()));
  el.addEventListener(SOLVE, (event) => {
    el.append(paper);
    /** @type {CustomEvent<Promise<void>[]>} */ (event).detail.push(fill());
  });
  return () => {
    if (paper.isConnected) fill();
  };
}
