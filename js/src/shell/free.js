/** What may come a moment after the picture, so that the picture keeps up with the hand. */

const HANDLES = "input[type=range], svg";

/** So long, in ms, whatever waits is kept waiting at most. */
const LONGEST = 200;

/** @param {() => void} act @param {number} timeout */
function inIdleTime(act, timeout) {
  if (self.requestIdleCallback) self.requestIdleCallback(act, { timeout });
  else setTimeout(act, 50);
}

/**
 * Returns a function that calls `act`: at once, except while a pointer holds a slider of the
 * element or a mark in one of its pictures. Then `act` waits until the processor is free, a fifth
 * of a second at most, and is called once for all that was asked meanwhile; when the pointer lets
 * go, at once.
 * @param {Element} element @param {() => void} act
 * @param {number} [pause] milliseconds that it waits at least while the pointer holds on
 */
export function whenFree(element, act, pause = 0) {
  let held = false,
    wanted = false;
  const now = () => {
    if (!wanted) return;
    wanted = false;
    act();
  };
  const release = () => {
    held = false;
    removeEventListener("pointerup", release);
    removeEventListener("pointercancel", release);
    now();
  };
  element.addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Element) || !target.closest(HANDLES)) return;
    held = true;
    addEventListener("pointerup", release);
    addEventListener("pointercancel", release);
  });
  return () => {
    const asked = wanted;
    wanted = true;
    if (!held) now();
    else if (!asked && pause) setTimeout(() => inIdleTime(now, LONGEST - pause), pause);
    else if (!asked) inIdleTime(now, LONGEST);
  };
}
