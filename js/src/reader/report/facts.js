/** What a report says besides the reader's own words: where, and what is to be seen there. */
import BOOK from "../../../generated/book.json" with { type: "json" };
import { pageAddress, stateOf } from "../../shell/share/address.js";
import { titleOf } from "../../shell/share/notes.js";

/** @typedef {keyof typeof import("./words.json").lines} Name */

/**
 * What an element says, a paragraph after the other.
 * @param {Element | null | undefined} element
 */
const textOf = (element) => {
  const parts = element?.childElementCount ? [...element.children] : [element];
  const text = parts.map((part) => part?.textContent ?? "").join(" ");
  return text.replace(/\s+/g, " ").trim();
};

/** The page's own heading, without its mark of a link. */
export function placeOf() {
  const heading = document.querySelector("main h1, h1");
  const own = [...(heading?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches(".headerlink")),
  );
  return (
    own
      .map((node) => node.textContent)
      .join("")
      .trim() || document.title
  );
}

/**
 * The lines of a report by their names; what is empty is left out.
 * @param {HTMLElement} fold where the reader asked for it
 * @returns {[Name, string][]}
 */
export function factsOf(fold) {
  const figure = /** @type {HTMLElement | null} */ (fold.closest(".pt-figure"));
  const { task = "", asked = "", answer = "" } = fold.dataset;
  const verdict = task || asked ? textOf(fold.previousElementSibling) : "";
  const shown = verdict || !figure ? "" : textOf(figure.querySelector("[role=status]"));
  const { innerWidth, innerHeight, navigator } = window;
  /** @type {[Name, string][]} */
  const lines = [
    ["page", placeOf()],
    ["address", pageAddress() + (figure ? stateOf(figure) : location.hash)],
    ["edition", `${BOOK.title}, ${BOOK.edition}`],
    ["figure", figure ? titleOf(figure) : ""],
    ["task", task],
    ["asked", asked],
    ["answer", answer],
    ["verdict", verdict],
    ["shown", shown],
    ["browser", `${navigator.userAgent}, ${innerWidth} × ${innerHeight}`],
  ];
  return lines.filter(([, text]) => text);
}
