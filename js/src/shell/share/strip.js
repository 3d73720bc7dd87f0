/** The strip of words under a picture: the figure's sentence, and where it is from. */
import { measured, text } from "./key.js";

/** @typedef {import("./notes.js").Notes} Notes */

/**
 * @param {HTMLElement} el @param {Notes} notes
 * @param {{x: number, y: number, width: number}} place
 */
export function strip(el, { said, credit }, { x, y, width }) {
  const ink = getComputedStyle(el.querySelector("[role=status]") ?? el);
  const muted = getComputedStyle((el.closest(".pt-figure") ?? el).querySelector(".pt-share") ?? el);
  const lines = [
    ...wrapped(said, ink, width).map((line) => ({ line, style: ink, gap: 0 })),
    ...wrapped(credit, muted, width).map((line, i) => ({ line, style: muted, gap: i ? 0 : 4 })),
  ];
  let bottom = y;
  const nodes = lines.map(({ line, style, gap }) => {
    bottom += gap + 1.4 * Number.parseFloat(style.fontSize);
    return text(line, { x, y: bottom - 4 }, style);
  });
  return { nodes, bottom };
}

/** @param {string} words @param {CSSStyleDeclaration} style @param {number} width */
function wrapped(words, style, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && measured(longer, style).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
