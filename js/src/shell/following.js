/** A page obeys its own address, every link on it, and the reader's Back and Forward. */
import { keeper } from "./keeping.js";
import { parseLink } from "./links.js";
import { close, comeBack, docked, meet, prepare, rest } from "./meeting.js";
import { bring, setTarget } from "./target.js";
import { views } from "./views.js";

/** @typedef {import("./target.js").Target} Target */
/** @typedef {import("./contract.d.ts").Value} Value */
/**
 * What an entry of the history knows: the state of each figure that links have set, which one is
 * docked, the link that set it and the one that was followed from there, each by its address and
 * its place among those that have the same; whether the reader has left the text for the figure.
 * @typedef {[hash: string, place: number]} Name
 * @typedef {{ptFigures?: Record<string, Record<string, Value>>, ptDock?: string, ptLink?: Name,
 *   ptFrom?: Name, ptLeft?: boolean} | null} Entry
 */

/** Returns `begin()`, for a page whose figures come after it is there. */
export function follow() {
  const { mind, entry, write } = remembering();
  let visits = 0;
  addEventListener("click", (event) => {
    const anchor = anchorOf(event),
      link = anchor && parseLink(anchor.hash),
      target = link && find(link.id);
    if (!target) return;
    event.preventDefault();
    anchor.focus({ preventScroll: true });
    mind(target);
    const name = nameOf(anchor);
    history.replaceState({ ...history.state, ...entry(), ptFrom: name }, "");
    rest(target, anchor);
    setTarget(target, link.changes, anchor);
    // Before anything scrolls: Back then returns to this place in the text.
    history.pushState({ ...entry(), ptLink: name }, "", anchor.hash);
    const visit = ++visits;
    meet(target, anchor).then(() => visit === visits && write());
  });
  addEventListener("popstate", async ({ state }) => {
    visits++;
    if (state?.ptLeft) history.replaceState({ ...state, ptLeft: false }, "");
    if (state?.ptLeft && comeBack()) return write();
    await restore(state);
    requestAnimationFrame(() => refocus(state)); // when the browser has scrolled
  });
  addEventListener("hashchange", () => known(history.state) || obey("smooth"));
  const begin = () => {
    for (const id in history.state?.ptFigures) mind(find(id));
    if (known(history.state)) restore(history.state);
    else obey("instant");
  };
  addEventListener("DOMContentLoaded", begin);
  for (const kind of ["pointerover", "focusin"])
    addEventListener(kind, (event) => parseLink(anchorOf(event)?.hash ?? "") && prepare());
  return { begin };
}

/** The figures that links have set, as the history's entry of this place in the text knows them. */
function remembering() {
  /** @type {Set<string>} */
  const moved = new Set();
  const entry = () => ({
    ptFigures: Object.fromEntries([...moved].map((id) => [id, stateOf(find(id))])),
    ptDock: docked(),
  });
  const write = () => {
    if (moved.size > 0) history.replaceState({ ...history.state, ...entry() }, "");
  };
  const { heed } = keeper(write);
  const mind = (/** @type {Target | null} */ target) => {
    if (!target || moved.has(target.id)) return;
    moved.add(target.id);
    heed(target.figure);
  };
  return { mind, entry, write };
}

/** @param {Event} event @returns {HTMLAnchorElement | null} a link of the page, followed plainly */
function anchorOf(event) {
  const { target, ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
  if (ctrlKey || metaKey || shiftKey) return null;
  return target instanceof Element ? target.closest('a[href^="#"]') : null;
}

/** @param {string} id @returns {Target | null} */
function find(id) {
  const figure = document.getElementById(id);
  const view = figure && [...views()].find(({ el }) => figure.contains(el));
  const allowed = JSON.parse(figure?.dataset.allowed ?? "{}");
  return view ? { id, figure, view, allowed } : null;
}

/** @param {"smooth" | "instant"} how the figure that the address sets comes into view */
function obey(how) {
  const link = parseLink(location.hash),
    target = link && find(link.id);
  if (!target) return;
  setTarget(target, link.changes);
  bring(target.figure, how);
}

/** @param {Target | null} target */
const stateOf = (target) => JSON.parse(target?.figure.dataset.state ?? "{}");

/** @param {Entry} entry */
const known = (entry) => entry?.ptFigures !== undefined;

/** @param {HTMLAnchorElement} link @returns {Name} */
const nameOf = (link) => [link.hash, linksTo(link.hash).indexOf(link)];

/** @param {Name | undefined} name */
const linkOf = (name) => (name ? (linksTo(name[0])[name[1]] ?? null) : null);

/** @param {string} hash @returns {HTMLAnchorElement[]} */
function linksTo(hash) {
  const links = document.querySelectorAll(/** @type {"a"} */ ('a[href^="#"]'));
  return [...links].filter((link) => link.hash === hash);
}

/** Sets the figures as an entry knows them. @param {Entry} entry */
async function restore(entry) {
  if (!known(entry)) return;
  for (const [id, state] of Object.entries(entry?.ptFigures ?? {})) {
    const target = find(id);
    // Twice, for a figure may answer one change by another.
    for (const [key, value] of [...Object.entries(state), ...Object.entries(state)]) {
      if (JSON.stringify(target?.view.model.get(key)) !== JSON.stringify(value))
        target?.view.model.set(key, value);
    }
  }
  const target = entry?.ptDock ? find(entry.ptDock) : null;
  if (target) await meet(target, linkOf(entry?.ptLink), true);
  else close();
}

/** Leaves the focus in sight: on the link that led away from here, or on the docked one. */
function refocus(/** @type {Entry} */ entry) {
  if (isInSight(document.activeElement)) return;
  const here = [linkOf(entry?.ptFrom), linkOf(entry?.ptLink)].find(isInSight);
  here?.focus({ preventScroll: true });
}

/** @param {Element | null} element */
function isInSight(element) {
  if (!element || element === document.body) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
