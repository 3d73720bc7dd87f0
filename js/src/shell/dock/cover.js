/** What lies under the dock: a picture, an open menu, what has the focus. */

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** Where the dock was when it was last seen: it comes back to that place. @type {Box} */
let last = { left: 0, right: 0, top: 0, bottom: 0 };
/** Less than this, in px, is no cover; more than this share of what has the focus hides it. */
const SLIGHT = 4,
  HIDDEN = 0.5;

/** @param {HTMLElement} dock @returns {Box} */
function placeOf(dock) {
  if (!dock.hidden) last = dock.getBoundingClientRect();
  return last;
}

/**
 * How much of a box lies under the dock, in px. @param {HTMLElement} dock @param {Box} box
 */
function overlap(dock, box) {
  const place = placeOf(dock);
  const across = Math.min(place.right, box.right) - Math.max(place.left, box.left),
    along = Math.min(place.bottom, box.bottom) - Math.max(place.top, box.top);
  return across < SLIGHT || along < SLIGHT ? { across: 0, along: 0 } : { across, along };
}

/**
 * Which share of the height of a box lies under the dock, or of the dock's if that is less.
 * @param {HTMLElement} dock @param {Box} box
 */
export function covered(dock, box) {
  const { top, bottom } = placeOf(dock);
  return overlap(dock, box).along / Math.max(1, Math.min(bottom - top, box.bottom - box.top));
}

const MENUS = "details.pt-share, details.pt-ways";

/**
 * Says while an open menu lies under the dock; returns what ends that.
 * @param {HTMLElement} dock @param {(under: boolean) => void} tell
 */
export function watchMenus(dock, tell) {
  /** @type {Set<Element>} */
  const under = new Set();
  const look = new IntersectionObserver(
    (entries) => {
      for (const { target, boundingClientRect, isIntersecting } of entries) {
        if (isIntersecting && overlap(dock, boundingClientRect).along > 0) under.add(target);
        else under.delete(target);
      }
      tell(under.size > 0);
    },
    { threshold: Array.from({ length: 21 }, (_, i) => i / 20) },
  );
  const toggle = (/** @type {Event} */ { target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.matches(MENUS)) return;
    if (target.open) return look.observe(target);
    look.unobserve(target);
    under.delete(target);
    tell(under.size > 0);
  };
  document.addEventListener("toggle", toggle, { capture: true });
  return () => {
    look.disconnect();
    document.removeEventListener("toggle", toggle, { capture: true });
  };
}

/**
 * Whoever moves on by the keyboard does not come to lie under a sheet, also where the browser holds
 * what it half covers for seen; from what the dock covers in the margin it steps aside.
 * @param {HTMLElement} dock @param {(under: boolean) => void} tell
 */
export function watchFocus(dock, tell) {
  let byKey = false;
  const note = (/** @type {Event} */ { type }) => {
    byKey = type === "keydown";
  };
  const look = (/** @type {FocusEvent} */ { target }) => {
    if (!byKey || !(target instanceof Element) || dock.contains(target)) return;
    requestAnimationFrame(() => {
      const box = target.getBoundingClientRect(),
        { across, along } = overlap(dock, box);
      if (dock.dataset.place === "margin")
        tell(across * along > HIDDEN * (box.right - box.left) * (box.bottom - box.top));
      else if (along > 0 && !dock.hidden) scrollBy({ top: outOf(dock, box), behavior: "instant" });
    });
  };
  for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, note, { capture: true });
  document.addEventListener("focusin", look);
  return () => {
    for (const kind of ["keydown", "pointerdown"])
      removeEventListener(kind, note, { capture: true });
    document.removeEventListener("focusin", look);
  };
}

/**
 * How far to scroll so that a box lies beside a sheet.
 * @param {HTMLElement} dock @param {Box} box
 */
function outOf(dock, { top, bottom }) {
  const place = placeOf(dock);
  return dock.dataset.place === "top"
    ? Math.max(top - place.bottom, bottom - innerHeight) - SLIGHT
    : Math.min(bottom - place.top, top) + SLIGHT;
}
