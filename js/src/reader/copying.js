/**
 * Formulas that are copied. A page holds each twice, drawn and as MathML; what is copied holds it
 * once: as TeX in plain text, as MathML in formatted text. KaTeX's own contrib/copy-tex leaves both
 * in the formatted text and joins the lines of the plain one.
 */
import { html } from "../shell/dom.js";
import { tex } from "./tex.js";

/** What is no part of the text that a reader marked. */
const BESIDE = "script, style, noscript, template, annotation, button, .headerlink, [popover]";

export function copyFormulas() {
  document.addEventListener("selectionchange", () => mark(getSelection()));
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const { clipboardData: clipboard, target } = event;
    if (!selection || selection.isCollapsed || !clipboard || isField(target)) return;
    const copied = html("div", { class: "pt-copied", "aria-hidden": "true" });
    for (let i = 0; i < selection.rangeCount; i++)
      copied.append(whole(selection.getRangeAt(i)).cloneContents());
    if (!copied.querySelector("math")) return;
    const texts = once(copied);
    copied.querySelectorAll(BESIDE).forEach((one) => one.remove());
    clipboard.setData("text/html", copied.innerHTML);
    texts.forEach((text, math) => math.replaceWith(text));
    clipboard.setData("text/plain", laidOut(copied));
    event.preventDefault();
  });
}

/** Shows which formulas are selected as a whole. @param {Selection | null} selection */
function mark(selection) {
  const ends = selection?.isCollapsed ? [] : [selection?.anchorNode, selection?.focusNode];
  const found = ends.map((node) => node && formulaAt(node));
  document.querySelectorAll(".pt-marked").forEach((one) => one.classList.remove("pt-marked"));
  found.forEach((one) => one?.classList.add("pt-marked"));
}

/** @param {EventTarget | null} target whether it copies a text of its own */
const isField = (target) => target instanceof Element && target.matches("input, textarea");

/** The range with the whole of the formulas in which it begins and ends. @param {Range} range */
function whole(range) {
  const wider = range.cloneRange();
  const first = formulaAt(range.startContainer);
  const last = formulaAt(range.endContainer);
  if (first) wider.setStartBefore(first.closest(".katex-display") ?? first);
  if (last) wider.setEndAfter(last.closest(".katex-display") ?? last);
  return wider;
}

/** @param {Node} node */
function formulaAt(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(".katex") ?? element?.closest("math");
}

/**
 * Leaves each formula's MathML and no drawing of it; returns each one's TeX.
 * @param {Element} copied @returns {Map<Element, string>}
 */
function once(copied) {
  const texts = new Map();
  for (const math of copied.querySelectorAll("math")) {
    const display = math.closest(".katex-display");
    const mark = display ? "$$" : "$";
    const source = math.querySelector("annotation")?.textContent ?? tex(math);
    texts.set(math, mark + source.trim() + mark);
    (display ?? math.closest(".katex") ?? math).replaceWith(math);
  }
  return texts;
}

/** A part of the page as plain text, in lines as a page shows it. @param {HTMLElement} copied */
function laidOut(copied) {
  document.body.append(copied);
  // biome-ignore lint/performance/useDomNodeTextContent: textContent has no lines
  const text = copied.innerText;
  copied.remove();
  return text.trim();
}
