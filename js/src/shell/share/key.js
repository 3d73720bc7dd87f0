/** The key of a picture, which a page sets as text, as a piece of the picture. */
import { svg } from "../dom.js";
import { ownStyle, plain } from "./style.js";

/** @param {Element} element @param {number} dx @param {number} dy from the screen to the picture */
export function key(element, dx, dy) {
  const all = svg("g");
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    all.append(...wordsOf(/** @type {Text} */ (walker.currentNode), dx, dy));
  for (const drawn of element.querySelectorAll("svg")) {
    const { left, top, width } = drawn.getBoundingClientRect();
    if (!width) continue;
    const copy = ownStyle(drawn);
    copy.setAttribute("x", String(left + dx));
    copy.setAttribute("y", String(top + dy));
    copy.setAttribute("overflow", "visible");
    all.append(copy);
  }
  return all;
}

/** Each word at its place: a line may have been broken anywhere. */
function wordsOf(/** @type {Text} */ node, /** @type {number} */ dx, /** @type {number} */ dy) {
  const style = getComputedStyle(/** @type {Element} */ (node.parentElement));
  const range = document.createRange();
  const found = [...node.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    return { word, box: range.getBoundingClientRect() };
  });
  return found
    .filter(({ box }) => box.width > 0)
    .map(({ word, box }) =>
      text(word, { x: box.left + dx, y: box.top + dy + baseline(style) }, style),
    );
}

/** @param {string} words @param {{x: number, y: number}} at @param {CSSStyleDeclaration} style */
export function text(words, at, style) {
  const font = {
    "font-family": style.fontFamily,
    "font-size": style.fontSize,
    "font-style": style.fontStyle,
    "font-weight": style.fontWeight,
  };
  return svg("text", { ...at, ...font, fill: plain(style.color)[0] }, words);
}

const pen = document.createElement("canvas").getContext("2d");

/** How wide a text of this style is; how far below its top its letters stand. */
export function measured(/** @type {string} */ words, /** @type {CSSStyleDeclaration} */ style) {
  if (!pen) return { width: 0, fontBoundingBoxAscent: 0 };
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return pen.measureText(words);
}

/** @param {CSSStyleDeclaration} style */
const baseline = (style) => measured("x", style).fontBoundingBoxAscent;
