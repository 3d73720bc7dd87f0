/** The way back into the text for whoever has left it for the figure. */

/**
 * What scrolls back to where a link is now, whatever it is that scrolls there, and also if what
 * stands above the link has another height then.
 * @param {Element | null} link
 */
export function wayBack(link) {
  /** @type {[Element, number][]} */
  const places = [];
  const root = document.scrollingElement ?? document.documentElement;
  for (let at = link?.parentElement ?? root; at; at = /** @type {Element} */ (at.parentElement))
    if (at === root || at.scrollTop > 0) places.push([at, at.scrollTop]);
  const before = link?.getBoundingClientRect().top ?? 0;
  return () => {
    for (const [element, top] of places) element.scrollTo({ top, behavior: "instant" });
    const now = link?.getBoundingClientRect().top ?? 0;
    places[0][0].scrollBy({ top: now - before, behavior: "instant" });
  };
}
