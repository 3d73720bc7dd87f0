/** What a picture says of itself: its name, its sentence, where it is from, under which licence. */
import BOOK from "../../../generated/book.json" with { type: "json" };
import { phrase } from "../../core/phrase.js";
import { source } from "./address.js";
import WORDS from "./words.json";

/**
 * @typedef {object} Notes
 * @property {string} title
 * @property {string} said the figure's sentence
 * @property {string} credit
 * @property {string} authors
 * @property {string} source "" if the book was not told where it lies
 * @property {string} licence
 */

/** The figure's name, or how its caption begins. @param {Element} figure */
export function titleOf(figure) {
  const caption = figure.querySelector(":scope > figcaption")?.textContent ?? "";
  const [first] = /^.*?[.!?](?=\s|$)|^.*/su.exec(caption.trim()) ?? [""];
  return figure.getAttribute("aria-label") || first.replace(/[.:]$/, "") || BOOK.title;
}

/** @param {HTMLElement} el @returns {Notes} */
export function notesOf(el) {
  const figure = el.closest(".pt-figure");
  const from = phrase(WORDS.from, BOOK);
  return {
    title: figure ? titleOf(figure) : BOOK.title,
    said: el.querySelector("[role=status]")?.textContent?.trim() ?? "",
    credit: [from, source()].filter(Boolean).join(" · "),
    authors: BOOK.authors,
    source: source(),
    licence: `${BOOK.licence}, ${BOOK.terms}`,
  };
}
