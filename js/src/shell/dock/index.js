/**
 * The dock: a second, compact view of a figure beside the text. Nothing of the text moves for it,
 * the focus stays on the link, and it steps aside while the figure itself can be seen.
 */
import { goTo } from "../target.js";
import { frame } from "./frame.js";
import { hold } from "./hold.js";
import { isSeen } from "./aside.js";
import { secondView } from "./second.js";
import { makeRoom, placeDock } from "./place.js";
import { stand } from "./stand.js";
import { wayBack } from "./way.js";

/** @typedef {import("../target.js").Target} Target */
/** @typedef {ReturnType<typeof import("./frame.js").frame>} Frame */
/**
 * @typedef {object} Docked
 * @property {Target} target
 * @property {HTMLAnchorElement | null} link
 * @property {() => void} back scrolls to where the reader left the text
 * @property {() => void} again another link is followed
 * @property {() => void} speak
 * @property {() => void} end
 */

/** What the page is told of on its document when a figure is docked, or no longer. */
const DOCKED = "pt-docked";

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
  const seen =
    !again && (!now || now.target.view === target.view) && (await isSeen(target.view.el));
  if (seen && !now) target.view.doze(false);
  else if (seen && dock?.isAside()) {
    bind(target, link);
    noteLink();
  } else show(target, link, !again);
}

/** @param {Target} target @param {HTMLAnchorElement | null} link @param {boolean} followed */
function show(target, link, followed) {
  dock ??= frame({ toFigure, comeBack: goBack, close });
  const same = now?.target.view === target.view;
  if (!same) {
    mark(null);
    now?.end();
    now = { target, link, back: () => {}, ...begin(target, dock, followed) };
  }
  bind(target, link);
  dock.open();
  placeDock(dock.element, link);
  noteLink();
  if (same && followed) now?.again();
  now?.speak();
  document.dispatchEvent(new Event(DOCKED));
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
 * @param {Target} target @param {Frame} frame @param {boolean} followed
 */
function begin({ view }, frame, followed) {
  const second = secondView(view);
  frame.fill(second.el);
  const standing = stand(view, frame, followed, (aside) => {
    if (aside && holdsFocus(frame)) giveBack(frame, false);
    frame.hide(aside);
    second.doze(aside);
    makeRoom(frame.element, !aside);
  });
  const again = () => {
    second.doze(false);
    standing.again();
  };
  const end = () => {
    standing.end();
    second.stop();
  };
  return { speak: second.speak, again, end };
}

/** @param {Frame} frame */
const holdsFocus = (frame) => frame.element.contains(document.activeElement);

export function close() {
  if (!now || !dock) return;
  const { end } = now;
  if (holdsFocus(dock)) giveBack(dock);
  mark(null);
  now = null;
  end();
  dock.close();
  makeRoom(dock.element, false);
  document.dispatchEvent(new Event(DOCKED));
}

/**
 * The focus goes where it came from, and is in sight there, unless the reader scrolls.
 * @param {Frame} frame @param {boolean} [seen]
 */
function giveBack(frame, seen = true) {
  const from = frame.origin();
  const to = from?.isConnected && from.checkVisibility() ? from : now?.link;
  to?.focus({ preventScroll: true });
  if (seen) to?.scrollIntoView({ block: "nearest", behavior: "instant" });
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
  const inside = holdsFocus(dock);
  if (event.key === "F6" && !event.ctrlKey && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    if (inside) giveBack(dock);
    else dock.enter();
  } else if (event.key === "Escape") close();
  else if (event.key === "Tab" && inside) leaveByTab(event, dock.stops());
});

/**
 * Whoever goes on from the last stop of the dock, or back from the first, is in the text again.
 * @param {KeyboardEvent} event @param {HTMLElement[]} stops
 */
function leaveByTab(event, stops) {
  const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (!dock || document.activeElement !== end) return;
  if (event.shiftKey) event.preventDefault();
  giveBack(dock); // from there the browser itself goes on
}

const noteLink = hold(
  () => (dock?.isLeft() ? null : (now?.link ?? null)),
  () => {
    if (now && dock && !dock.isLeft()) placeDock(dock.element, now.link);
  },
);
