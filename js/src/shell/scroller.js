/** Boxes that scroll sideways: while there is more to see, a keyboard reaches them by name. */
import { onResize } from "./size.js";

/**
 * Looks again when the box is resized and when what it holds has changed.
 * @template {Element} Box @param {Box} box @param {string} name what it holds, in words
 * @returns {Box}
 */
export function scroller(box, name) {
  const look = () => {
    const more = box.scrollWidth > box.clientWidth;
    for (const [key, value] of [
      ["tabindex", "0"],
      ["role", "group"],
      ["aria-label", name],
    ]) {
      if (more) box.setAttribute(key, value);
      else box.removeAttribute(key);
    }
  };
  onResize(box, look);
  // A layout that is due with the frame, not one for every letter typed.
  new MutationObserver(() => requestAnimationFrame(look)).observe(box, { childList: true });
  return box;
}
