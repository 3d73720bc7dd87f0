/** What may come a moment after the picture, so that the picture keeps up with the hand. */

/** @type {(act: () => void) => void} */
const inIdleTime = (act) => {
  if (self.requestIdleCallback) self.requestIdleCallback(act, { timeout: 200 });
  else setTimeout(act, 50);
};

/**
 * Returns a function that calls `act`: at once, except while a pointer holds a slider or a mark of
 * the element. Then it waits for the processor to be free, however often it was asked for
 * meanwhile, a fifth of a second at most, and for no longer than the pointer holds on.
 * @param {Element} element @param {() => void} act
 */
export function whenFree(element, act) {
  let held = false, wanted = false;
  const now = () => {
    if (!wanted) return;
    wanted = false;
    act();
  };
  const release = () => {
    held = false;
    now();
  };
  element.addEventListener("pointerdown", () => { held = true; });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) element.addEventListener(end, release);
  return () => {
    const asked = wanted;
    wanted = true;
    if (!held) now();
    else if (!asked) inIdleTime(now);
  };
}
