/** What a cell shows, in place of what the book printed. */
import { html } from "../../shell/dom.js";
import { scroller } from "../../shell/scroller.js";
import PAGE from "../words.json";
import { mount, strike } from "./figures.js";
import { slidersOf } from "./sliders.js";
import WORDS from "./words.json";

/** @typedef {import("./python.js").Piece} Piece */

/** What is shown as more than plain text, the first that there is. */
const RICH = ["text/html", "image/png", "text/latex"];

/**
 * @typedef {(number: number, values: object, piece: (piece: Piece) => void) => Promise<unknown>}
 *   Slide
 */

/** @param {Element} cell @param {string} base @param {Slide} slide */
export function outputOf(cell, base, slide) {
  const printed = cell.querySelector(".cell_output");
  const box = printed ?? html("div", { class: "cell_output docutils container" });
  const before = [...box.childNodes];
  let putBack = () => {};
  const { add, clear } = pieces(box, base, slide);
  return {
    box,
    add,
    clear() {
      if (!box.isConnected) cell.append(box);
      const gone = strike(box);
      if (before.some((node) => node.isConnected)) putBack = gone;
      clear();
    },
    reset() {
      strike(box);
      box.replaceChildren(...before);
      putBack();
      if (!printed) box.remove();
    },
  };
}

/**
 * What comes piece by piece, as it is put into a box.
 * @param {Element} box @param {string} base @param {Slide} slide
 */
function pieces(box, base, slide) {
  /** @type {HTMLElement | null} where the text that is printed goes on */
  let stream = null;
  /** @param {Piece} piece */
  const add = async ({ stream: kind, text = "", data, error, sliders, controls = [] }) => {
    if (kind) {
      if (stream?.dataset.stream !== kind) stream = append(kind === "stderr" ? kind : "stream");
      stream.dataset.stream = kind;
      stream.append(text);
      return;
    }
    stream = null;
    if (sliders !== undefined) slideIn(sliders, controls);
    else if (error) append("pt-error").append(error);
    else if (data) await show(data);
  };
  /** @param {string} kind @param {Element} [place] what it takes the place of */
  const append = (kind, place) => {
    const { pre, whole } = printedText(kind);
    if (place) place.replaceWith(whole);
    else box.append(whole);
    return pre;
  };
  /** @param {Record<string, string>} data @param {Element} [place] */
  const plain = (data, place) => append("text_plain", place).append(data["text/plain"] ?? "");
  /** @param {Record<string, string>} data */
  const show = async (data) => {
    if (!RICH.some((kind) => data[kind])) return plain(data);
    const place = html("div", { class: "output" });
    box.append(place); // now, for the next piece comes below it
    await fillWith(place, data, base).catch(() => {
      plain(data, place); // the connection may be gone before a figure or a formula has its script
    });
  };
  /**
   * New pictures take the place of those before once they are there.
   * @param {number} number @param {import("./sliders.js").Control[]} controls
   */
  const slideIn = (number, controls) => {
    const place = html("div");
    const inner = pieces(place, base, slide);
    const move = async (/** @type {object} */ values) => {
      place.style.minHeight = `${place.offsetHeight}px`; // nothing below it jumps
      let first = true;
      await slide(number, values, (piece) => {
        if (first) inner.clear();
        first = false;
        inner.add(piece);
      });
      place.style.minHeight = "";
    };
    box.append(slidersOf(controls, move), place);
  };
  const clear = () => {
    box.replaceChildren();
    stream = null;
  };
  return { add, clear };
}

/** Text in a box as the book has it. @param {string} kind */
function printedText(kind) {
  const pre = scroller(html("pre"), PAGE.output);
  const inner = html("div", { class: "highlight" }, pre);
  const name = `output ${kind} highlight-myst-ansi notranslate`;
  return { pre, whole: html("div", { class: name }, inner) };
}

/**
 * Shows the richest of what Python gives for one thing.
 * @param {HTMLElement} place @param {Record<string, string>} data @param {string} base
 */
async function fillWith(place, data, base) {
  const [page, png, latex] = RICH.map((kind) => data[kind]);
  if (page) place.innerHTML = page;
  else if (png) place.append(picture(png));
  else place.innerHTML = await typeset(latex, base);
  await mount(place, base);
}

/** @param {string} png in base64 */
function picture(png) {
  const src = `data:image/png;base64,${png}`;
  return html("img", { src, alt: WORDS.picture, class: "pt-drawn" });
}

/** A formula as MathML, which needs no fonts. @param {string} latex @param {string} base */
async function typeset(latex, base) {
  const { renderToString } = await import(new URL("formula.mjs", base).href);
  const tex = latex
    .trim()
    .replace(/^\$+|\$+$/g, "")
    .replace(/^\\displaystyle/, "");
  return renderToString(tex, { output: "mathml", displayMode: true, throwOnError: false });
}
