/** What may come a moment after the picture, so that the picture keeps up with the hand. */

const HANDLES = "input[type=range], svg";

/** So long, in ms, whatever waits is kept waiting at most. */
const LONGEST = 200;

/** @param {() => void} act */
function inIdleTime(act) {
  if (self.requestIdleCallback) self.requestIdleCallback(act, { timeout: LONGEST });
  else setTimeout(act, 50);
}

/**
 * Returns a function that calls `act`: at once, except while a pointer holds a slider of the
 * element or a mark in one of its pictures. Then `act` waits until the processor is free, a fifth
 * of a second at most, and is called once for all that was asked meanwhile; when the pointer lets
 * go, at once.
 * @param {Element} element @param {() => void} act
 * @param {number} [pause] milliseconds from call to call while the pointer moves; once it rests,
 *   `act` is called that has waited as long as it may
 */
export function whenFree(element, act, pause = 0) {
  let held = false,
    wanted = false,
    last = -Infinity;
  const now = () => {
    if (!wanted) return;
    wanted = false;
    last = performance.now();
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
    else if (pause && performance.now() - last >= pause) inIdleTime(now);
    else if (!asked && pause) setTimeout(now, LONGEST);
    else if (!asked) inIdleTime(now);
  };
}
