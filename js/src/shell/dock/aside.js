/** What the figure in its place and its second view make of each other. */
import { pictureOf } from "../meeting.js";
import { covered } from "./cover.js";

/** So much of a picture is all of it; so much of the screen is filled by it. */
const WHOLE = 0.98,
  FULL = 0.8;
/** So much of a picture may the dock cover, so much of the screen may one fill beside it. */
const COVERED = 0.5,
  FILLED = 0.5;
/** How far beyond what there was to see when a link was followed, and when it is gone again. */
const BEYOND = 0.2,
  GONE = 0.5;
const STEPS = [...Array.from({ length: 20 }, (_, i) => i / 20), WHOLE, 1];

/**
 * Lets a figure sleep while it is out of sight, and says when its picture comes into sight and when
 * it is gone again. What could be seen of it when a link was followed is no reason to step aside.
 * @param {import("../views.js").View} view @param {HTMLElement} dock @param {boolean} followed
 * @param {(seen: boolean) => void} tell
 * @returns {{again: () => void, end: () => void}} `again`: another link is followed; `end` wakes it
 */
export function asideOf({ el, doze }, dock, followed, tell) {
  let seen = false,
    least = 0,
    pinned = followed;
  const picture = new IntersectionObserver(
    ([entry]) => {
      const score = scoreOf(entry, dock);
      if (pinned) least = score + BEYOND;
      pinned = false;
      if (score < GONE) least = 0;
      const now = seen ? score >= GONE : isWhole(entry) || score >= Math.max(1, least);
      if (now === seen) return;
      seen = now;
      tell(seen);
    },
    { threshold: STEPS },
  );
  const whole = new IntersectionObserver(([{ isIntersecting }]) => doze(!isIntersecting));
  const wake = () => doze(false);
  picture.observe(pictureOf(el) ?? el);
  whole.observe(el);
  addEventListener("beforeprint", wake);
  return {
    again() {
      pinned = true;
      picture.unobserve(pictureOf(el) ?? el);
      picture.observe(pictureOf(el) ?? el);
    },
    end() {
      picture.disconnect();
      whole.disconnect();
      removeEventListener("beforeprint", wake);
      wake();
    },
  };
}

/**
 * How much there is to see of a picture beside the dock or under it: 1 is enough for it to go.
 * @param {IntersectionObserverEntry} entry @param {HTMLElement} dock
 */
function scoreOf({ intersectionRatio, intersectionRect, boundingClientRect, rootBounds }, dock) {
  const screen = rootBounds?.height ?? innerHeight;
  return Math.max(
    intersectionRatio / WHOLE,
    intersectionRect.height / (FILLED * screen),
    covered(dock, boundingClientRect) / COVERED,
  );
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
  return intersectionRatio > WHOLE || intersectionRect.height > FULL * screen;
}
