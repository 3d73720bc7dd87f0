/** The size of what is drawn, without asking for it: to read a size lays the page out. */

/**
 * Calls `draw` when the size of an element changes, and once at first. Returns what stops it.
 * @param {Element} element @param {() => void} draw
 */
export function onResize(element, draw) {
  const observer = new ResizeObserver(draw);
  observer.observe(element);
  return () => observer.disconnect();
}

/**
 * Says whether an element was resized since it was last asked, at first true. To read a size must
 * not happen at every move of a slider.
 * @param {Element} element
 */
export function sizeWatch(element) {
  let resized = true;
  onResize(element, () => {
    resized = true;
  });
  return () => {
    const answer = resized;
    resized = false;
    return answer;
  };
}
