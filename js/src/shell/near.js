/** Pictures are drawn when they come near to the screen, so that a long page opens quickly. */

/**
 * Calls `wake` once, when the element is on the screen or less than a screen away from it, or when
 * the page is printed. Nothing is measured until then. Returns what calls it off.
 * @param {Element} element @param {() => void} wake
 */
export function whenNear(element, wake) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) come();
    },
    { rootMargin: "75% 0px" },
  );
  const stop = () => {
    observer.disconnect();
    removeEventListener("beforeprint", come);
  };
  function come() {
    stop();
    wake();
  }
  observer.observe(element);
  addEventListener("beforeprint", come);
  return stop;
}
