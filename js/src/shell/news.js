/** What the memory has to tell the reader: once that a record was taken over, or can't be read. */
import { html } from "./dom.js";
import { news } from "./memory.js";
import { COMMON } from "./words.js";

/** @type {Record<string, string>} */
const TOLD = { copied: COMMON.copied, newer: COMMON.ofNewer };

/** The sentence for the page, or nothing. */
export const newsNow = () => TOLD[news()] ?? "";

/** In a notebook, which has no reader's script, a figure tells it. @param {Element} el */
export function tellNews(el) {
  const text = "ptBook" in globalThis ? "" : newsNow();
  if (text) el.prepend(html("p", { class: "pt-news" }, text));
}
