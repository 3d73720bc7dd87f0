/**
 * "Something wrong?": a fold that a page fills with a report when it is opened (reader/wrong.js).
 * Where no page of the book is around it, nothing would.
 */
import { html } from "./dom.js";
import { COMMON } from "./words.js";

/** @param {boolean} [hidden] as long as there is nothing to be wrong */
export function offerReport(hidden = false) {
  if (!("ptBook" in globalThis)) return null;
  const panel = html("div", { class: "pt-doubt-panel" });
  return html("details", { class: "pt-doubt", hidden }, html("summary", {}, COMMON.wrong), panel);
}
