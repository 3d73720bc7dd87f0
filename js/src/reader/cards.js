/**
 * Cards that say what a word means, beside the word. The card lies closed on the page, so nothing
 * is fetched. It opens on pointing, on reaching the word with the keyboard, and on touch; the
 * pointer may move onto it; Escape closes it. Without this script the word is a link.
 */

const WAIT = 250; // in ms, before pointing at a word opens its card, and leaving it closes it
const GAP = 6;
const EDGE = 8;

/** @type {HTMLElement | null} */
let card = null;
/** @type {Element | null} */
let word = null;
let timer = 0;

export function openCards() {
  if (!HTMLElement.prototype.showPopover) return;
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const found = termAt(target);
    if (found && found !== word) later(() => open(found));
    else if (found || card?.contains(/** @type {Node} */ (target))) clearTimeout(timer);
    else if (word !== document.activeElement) later(close);
  });
  document.addEventListener("focusin", ({ target }) => {
    const found = termAt(target);
    if (found?.matches(":focus-visible")) open(found);
    else close();
  });
  document.addEventListener("click", (event) => {
    const found = termAt(event.target);
    if (/** @type {PointerEvent} */ (event).pointerType !== "touch" || found === word) return;
    if (found) event.preventDefault(); // the second touch follows the link
    if (found) open(found);
    else if (!card?.contains(/** @type {Node} */ (event.target))) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card) return;
    event.preventDefault();
    close();
  });
}

/** @param {EventTarget | null} target @returns {Element | null} */
function termAt(target) {
  return target instanceof Element ? target.closest(".pt-term") : null;
}

/** @param {() => void} act */
function later(act) {
  clearTimeout(timer);
  timer = setTimeout(act, WAIT);
}

/** @param {Element} term */
function open(term) {
  close();
  card = document.getElementById(term.getAttribute("aria-describedby") ?? "");
  if (!card) return;
  word = term;
  card.showPopover();
  place(term.getClientRects()[0], card);
}

function close() {
  clearTimeout(timer);
  card?.hidePopover();
  card = word = null;
}

/**
 * Below the word, or above it where there is no room below.
 * @param {DOMRect} at
 * @param {HTMLElement} element
 */
function place(at, element) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = at.bottom + GAP;
  const above = at.top - GAP - height;
  const left = Math.max(EDGE, Math.min(at.left, clientWidth - width - EDGE));
  element.style.left = `${left + scrollX}px`;
  element.style.top = `${(below + height > clientHeight && above > 0 ? above : below) + scrollY}px`;
}
