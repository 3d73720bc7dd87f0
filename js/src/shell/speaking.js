/** When a figure speaks: its sentence is seen at once and heard after half a second of rest. */

const REST = 500;

/** The mark of a figure that plays, which is silent. */
const PLAYING = "data-playing";

/** @param {Element} part of a figure @param {boolean} playing */
export function setPlaying(part, playing) {
  part.closest(".pt-view")?.toggleAttribute(PLAYING, playing);
}

/**
 * Returns what is called whenever a live region has news. The region is switched off until nothing
 * has changed for half a second and nothing plays; then its words come anew, for a screen reader
 * speaks of what comes into a region that is on.
 * @param {Element} region
 */
export function resting(region) {
  let timer = 0;
  const wait = () => {
    self.clearTimeout(timer);
    timer = self.setTimeout(speak, REST);
  };
  function speak() {
    if (region.closest(`[${PLAYING}]`)) return wait();
    region.removeAttribute("aria-live");
    const words = document.createNodeIterator(region, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (words.nextNode()) texts.push(/** @type {Text} */ (words.referenceNode));
    for (const text of texts) text.replaceWith(text.cloneNode());
  }
  return () => {
    region.setAttribute("aria-live", "off");
    wait();
  };
}
