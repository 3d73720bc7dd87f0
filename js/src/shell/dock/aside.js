/** What the figure in its place and its second view make of each other. */
import { pictureOf } from "../meeting.js";

/** So little of its picture is left in sight that the figure is beside the text again. */
const GONE = 0.5;

/**
 * Lets a figure sleep while it is out of sight, and says when its picture comes into sight as a
 * whole and when it is gone again. Returns what ends both; the figure then is awake.
 * @param {import("../views.js").View} view @param {(seen: boolean) => void} tell
 */
export function asideOf({ el, doze }, tell) {
  let seen = false;
  const picture = new IntersectionObserver(
    ([entry]) => {
      const now = isWhole(entry) || (seen && entry.intersectionRatio > GONE);
      if (now === seen) return;
      seen = now;
      tell(seen);
    },
    { threshold: [0, 0.25, GONE, 0.75, 0.98, 1] },
  );
  const whole = new IntersectionObserver(([{ isIntersecting }]) => doze(!isIntersecting));
  const wake = () => doze(false);
  picture.observe(pictureOf(el) ?? el);
  whole.observe(el);
  addEventListener("beforeprint", wake);
  return () => {
    picture.disconnect();
    whole.disconnect();
    removeEventListener("beforeprint", wake);
    wake();
  };
}

/** Whether the picture of a figure can be seen. @returns {Promise<boolean>} */
export function isSeen(/** @type {HTMLElement} */ el) {
  return new Promise((found) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      found(isWhole(entry));
    });
    observer.observe(pictureOf(el) ?? el);
  });
}

/** All of it, or so much that it fills the screen. @param {IntersectionObserverEntry} entry */
function isWhole({ intersectionRatio, intersectionRect, rootBounds }) {
  const screen = rootBounds?.height ?? innerHeight;
  return intersectionRatio > 0.98 || intersectionRect.height > 0.8 * screen;
}
