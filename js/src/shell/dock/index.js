/**
 * The dock: a second, compact view of a figure beside the text. Nothing of the text moves for it,
 * the focus stays on the link, and it steps aside while the figure itself can be seen.
 */
import { goTo } from "../target.js";
import { frame } from "./frame.js";
import { hold } from "./hold.js";
import { asideOf, isSeen } from "./aside.js";
import { secondView } from "./second.js";
import { makeRoom, placeDock } from "./place.js";

/** @typedef {import("../target.js").Target} Target */
/** @typedef {ReturnType<typeof import("./frame.js").frame>} Frame */
/**
 * @typedef {object} Docked
 * @property {Target} target
 * @property {HTMLAnchorElement | null} link
 * @property {() => void} back scrolls to where the reader left the text
 * @property {() => void} speak
 * @property {() => void} end
 */

/** @type {Docked | null} */
let now = null;
/** @type {Frame | null} */
let dock = null;

/** The id of the figure that is docked. */
export const docked = () => now?.target.id;

/**
 * Shows a figure beside the text, unless its picture can be seen.
 * @param {Target} target @param {HTMLAnchorElement | null} link
 * @param {boolean} [again] it was docked here before: it then steps aside by itself
 */
export async function meet(target, link, again = false) {
  if (now?.target.view === target.view && dock?.isAside()) {
    bind(target, link);
    noteLink();
  } else if (!now && !again && (await isSeen(target.view.el))) target.view.doze(false);
  else show(target, link);
}

/** @param {Target} target @param {HTMLAnchorElement | null} link */
function show(target, link) {
  dock ??= frame({ toFigure, comeBack: goBack, close });
  if (now?.target.view !== target.view) {
    mark(null);
    now?.end();
    now = { target, link, back: () => {}, ...begin(target, dock) };
  }
  bind(target, link);
  dock.open();
  placeDock(dock.element, link);
  noteLink();
  now.speak();
}

/**
 * The dock is that of another link.
 * @param {Target} target @param {HTMLAnchorElement | null} link
 */
function bind(target, link) {
  mark(link);
  if (now) Object.assign(now, { target, link });
  dock?.choose(target, link);
}

/** Only the link whose figure is docked is the current one. @param {Element | null} link */
function mark(link) {
  now?.link?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
}

/**
 * Docks a figure: a second view that says what it shows through the figure's own voice.
 * @param {Target} target @param {Frame} frame
 */
function begin({ view }, frame) {
  const second = secondView(view);
  frame.fill(second.el);
  const aside = asideOf(view, (seen) => {
    if (frame.isBusy()) return;
    frame.hide(seen);
    second.doze(seen);
    makeRoom(frame.element, !seen);
  });
  const end = () => {
    aside();
    second.stop();
  };
  return { speak: second.speak, end };
}

export function close() {
  if (!now || !dock) return;
  const { link, end } = now;
  const inside = dock.element.contains(document.activeElement);
  mark(null);
  now = null;
  end();
  dock.close();
  makeRoom(dock.element, false);
  if (inside) link?.focus({ preventScroll: true });
}

/** The reader goes to the figure; a button stays that leads back, and so does the browser's. */
function toFigure() {
  if (!now || !dock) return;
  const { figure } = now.target;
  now.back = wayBack(now.link);
  if (history.state?.ptFigures) {
    history.replaceState({ ...history.state, ptLeft: true }, "");
    history.pushState({ ...history.state, ptLeft: false, ptAway: true }, "");
  }
  dock.leave();
  makeRoom(dock.element, false);
  figure.tabIndex = -1;
  figure.focus({ preventScroll: true });
  goTo(figure, "smooth");
}

function goBack() {
  if (history.state?.ptAway) history.back();
  else comeBack();
}

/** @returns {boolean} whether the reader was away at the figure */
export function comeBack() {
  if (!now || !dock?.isLeft()) return false;
  const { link, back, target } = now;
  target.figure.removeAttribute("tabindex");
  dock.open();
  const settle = () => {
    if (!dock || now?.link !== link) return;
    back();
    placeDock(dock.element, link);
    noteLink();
  };
  settle();
  requestAnimationFrame(settle); // for on its own Back the browser scrolls, too
  link?.focus({ preventScroll: true });
  return true;
}

/** The key that leads from the text into the dock leads out of it. */
addEventListener("keydown", (event) => {
  if (!now || !dock || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const inside = dock.element.contains(document.activeElement);
  if (event.key === "F6" && !event.ctrlKey && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    if (inside) now.link?.focus({ preventScroll: true });
    else dock.enter();
  } else if (event.key === "Escape") close();
  else if (event.key === "Tab" && inside) leaveByTab(event, dock.stops(), now.link);
});

/**
 * Whoever goes on from the last stop of the dock, or back from the first, is in the text again.
 * @param {KeyboardEvent} event @param {HTMLElement[]} stops @param {HTMLElement | null} link
 */
function leaveByTab(event, stops, link) {
  const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (!link || document.activeElement !== end) return;
  if (event.shiftKey) event.preventDefault();
  link.focus({ preventScroll: true }); // from there the browser itself goes on
}

const noteLink = hold(
  () => (dock?.isLeft() ? null : (now?.link ?? null)),
  () => {
    if (now && dock && !dock.isLeft()) placeDock(dock.element, now.link);
  },
);

/**
 * What scrolls back to where a link is now, whatever it is that scrolls there, and also if what
 * stands above the link has another height then.
 * @param {Element | null} link
 */
function wayBack(link) {
  /** @type {[Element, number][]} */
  const places = [];
  const root = document.scrollingElement ?? document.documentElement;
  for (let at = link?.parentElement ?? root; at; at = /** @type {Element} */ (at.parentElement))
    if (at === root || at.scrollTop > 0) places.push([at, at.scrollTop]);
  const before = link?.getBoundingClientRect().top ?? 0;
  return () => {
    for (const [element, top] of places) element.scrollTo({ top, behavior: "instant" });
    const now = link?.getBoundingClientRect().top ?? 0;
    places[0][0].scrollBy({ top: now - before, behavior: "instant" });
  };
}
