/** Pictures are drawn when they come near to the screen, so that a long page opens quickly. */

/** How much of a screen is near, above it and below. */
const NEAR = 0.75;

/**
 * Calls `wake` once, when the element is on the screen or less than a screen away from it, or when
 * the page is printed. Nothing is measured until then. Returns what calls it off.
 * @param {Element} element @param {() => void} wake
 */
export function whenNear(element, wake) {
  // Before the page is painted for the first time, when to look up a place costs no layout.
  const look = new ResizeObserver(() => {
    look.disconnect();
    const { top, bottom } = element.getBoundingClientRect();
    if (top < (1 + NEAR) * innerHeight && bottom > -NEAR * innerHeight) come();
  });
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) come();
    },
    { rootMargin: `${100 * NEAR}% 0px` },
  );
  const stop = () => {
    look.disconnect();
    observer.disconnect();
    removeEventListener("beforeprint", come);
  };
  function come() {
    stop();
    wake();
  }
  look.observe(element);
  observer.observe(element);
  addEventListener("beforeprint", come);
  return stop;
}
