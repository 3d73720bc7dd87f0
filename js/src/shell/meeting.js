/** How a figure that a link has set and its reader meet: in its place, or beside the text. */
import { bring } from "./target.js";

/** @typedef {import("./target.js").Target} Target */
/** @typedef {typeof import("./dock/index.js")} Dock */

/** Where a link stands beside which a figure can be shown; a figure alone has its page. */
const TEXT = "html:not(.pt-alone) main, .jp-RenderedMarkdown";
const PICTURE = ".pt-row, .pt-main";
/** So long, in ms, figures may take another height after they were set, or the window changed. */
export const CALM = 1000;
/** By these a reader takes the page in hand again. */
export const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"];

/** @type {Dock | null} */
let dock = null;

/** What is looked at in a view: the picture, or all of a view that is text and has no exercises. */
export function pictureOf(/** @type {HTMLElement} */ el) {
  return el.querySelector(PICTURE) ?? (el.matches(".pt-clinic") ? el : null);
}

/** Fetches the dock before it is needed: a link is pointed at, or has the focus. */
export async function prepare() {
  if (!dock) dock = await import("./dock/index.js").catch(() => null);
  return dock;
}

/** The id of the figure that is docked. */
export const docked = () => dock?.docked();

/** Shows no figure beside the text any more. */
export const close = () => dock?.close();

/** Leads back into the text whoever has left it for the figure; whether somebody had. */
export const comeBack = () => dock?.comeBack() ?? false;

/** Whether a figure that a link sets may be shown beside the text. */
function mayDock(/** @type {Target} */ { view }, /** @type {Element | null} */ link) {
  return pictureOf(view.el) !== null && (!link || link.closest(TEXT) !== null);
}

/**
 * Lets a figure sleep that is about to be set where nobody sees it: it would be drawn for nothing,
 * and if it grew the page would scroll.
 * @param {Target} target @param {Element | null} link
 */
export function rest(target, link) {
  const { top, bottom } = target.view.el.getBoundingClientRect();
  if (!mayDock(target, link)) return;
  if (bottom < 0 || top > innerHeight) target.view.doze(true);
  else if (link && bottom < link.getBoundingClientRect().top) stay(link, target.figure);
}

/**
 * Keeps a link where it stands while a figure above it, the end of which can be seen, says what it
 * has been set to, which may take another line.
 * @param {Element} link @param {Element} figure
 */
function stay(link, figure) {
  const { top } = link.getBoundingClientRect();
  const growth = new ResizeObserver(() => {
    const off = link.getBoundingClientRect().top - top;
    if (Math.abs(off) > 1) scrollBy({ top: off, behavior: "instant" });
  });
  growth.observe(figure);
  const release = () => growth.disconnect();
  for (const kind of [...BY_HAND, "popstate"])
    addEventListener(kind, release, { once: true, passive: true });
  setTimeout(release, CALM);
}

/**
 * Brings a figure beside the text, unless its picture can be seen; into view where that cannot be.
 * @param {Target} target @param {HTMLAnchorElement | null} link that was followed
 * @param {boolean} [again] it was docked here before: a page that loads has not scrolled yet
 * @returns {Promise<string | undefined>} the id of the figure that is docked now
 */
export async function meet(target, link, again = false) {
  if (mayDock(target, link) && (await prepare())) await dock?.meet(target, link, again);
  else {
    target.view.doze(false);
    bring(target.figure, "smooth");
  }
  return docked();
}
