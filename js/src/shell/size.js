/** The size of what is drawn, without asking for it: to read a size lays the page out. */

/** What a picture tells those around it when its own size has changed. */
const RESIZED = "pt-resized";

/** The page's text in its usual size, and the least width of a picture in the units it draws in. */
const USUAL = 16,
  NARROWEST = 240;

/** How many times its usual size a reader's text has; a host with smaller text shrinks nothing. */
export function textScale() {
  return Math.max(
    1,
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL,
  );
}

/**
 * The size of a picture in the units it draws in: pixels, and larger ones where a reader has larger
 * text, so that its letters, marks and margins grow alike; less so where it would be too narrow.
 * @param {Element} element
 */
export function drawnSize({ clientWidth, clientHeight }) {
  const scale = Math.max(1, Math.min(textScale(), clientWidth / NARROWEST));
  return { scale, width: clientWidth / scale, height: clientHeight / scale };
}

/**
 * Calls `draw` when the width of a figure changes, when a picture in it is resized, and once at
 * first. Returns what stops it.
 *
 * What is drawn and said changes the height of the figure. Who observes that in the same frame is
 * told too late, and the browser reports a loop; the width of a rod inside the figure stays.
 * @param {Element} element @param {() => void} draw
 */
export function onResize(element, draw) {
  const rod = document.createElement("div");
  rod.className = "pt-rod";
  const watched = element instanceof HTMLElement ? element.appendChild(rod) : element;
  const observer = new ResizeObserver(draw);
  observer.observe(watched);
  element.addEventListener(RESIZED, draw);
  return () => {
    observer.disconnect();
    element.removeEventListener(RESIZED, draw);
    rod.remove();
  };
}

/**
 * Says whether a picture was resized since that was last asked, at first true, and tells those
 * around it. To read a size must not happen at every move of a slider.
 * @param {Element} element
 */
export function sizeWatch(element) {
  let resized = true;
  new ResizeObserver(() => {
    resized = true;
    element.dispatchEvent(new Event(RESIZED, { bubbles: true }));
  }).observe(element);
  return () => {
    const answer = resized;
    resized = false;
    return answer;
  };
}
