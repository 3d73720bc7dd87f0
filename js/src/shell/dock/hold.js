/** What keeps a link where it stands in a window that changes its size. */

import { BY_HAND, CALM } from "../meeting.js";

/**
 * @param {() => HTMLElement | null} find the link @param {() => void} moved is called when the page
 *   is laid out anew and the link is back
 * @returns {() => void} what is to be called when there is another link
 */
export function hold(find, moved) {
  let top = 0,
    height = innerHeight,
    timer = 0;
  const note = () => {
    if (timer) return;
    top = find()?.getBoundingClientRect().top ?? -1;
    height = innerHeight;
  };
  const put = () => {
    const link = find();
    if (!link) return;
    const lowest = innerHeight - link.offsetHeight;
    const off = link.getBoundingClientRect().top - Math.max(0, Math.min(top, lowest));
    if (Math.abs(off) > 1) scrollBy({ top: off, behavior: "instant" });
    moved();
  };
  // Figures and pictures follow the window one by one.
  const page = new ResizeObserver(put);
  const release = () => {
    if (!timer) return;
    page.disconnect();
    self.clearTimeout(timer);
    timer = 0;
    note();
  };
  addEventListener("resize", () => {
    if (!find() || top < 0 || top > height) return moved();
    self.clearTimeout(timer);
    timer = self.setTimeout(release, CALM);
    page.observe(document.body);
    put();
  });
  addEventListener("scroll", note, { passive: true });
  for (const kind of BY_HAND) addEventListener(kind, release, { passive: true });
  return note;
}
