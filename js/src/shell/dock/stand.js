/** When the dock steps aside, and when it comes back: nobody is disturbed who is at work in it. */
import { asideOf } from "./aside.js";
import { watchFocus, watchMenus } from "./cover.js";

/**
 * @param {import("../views.js").View} view
 * @param {ReturnType<typeof import("./frame.js").frame>} frame
 * @param {boolean} followed by a link, and not by Back
 * @param {(aside: boolean) => void} move
 * @returns {{again: () => void, end: () => void}} `again`: it is opened for another link
 */
export function stand(view, frame, followed, move) {
  /** @type {Set<string>} */
  const why = new Set();
  let ended = false;
  const settle = () => {
    const aside = why.size > 0;
    if (!ended && !frame.isBusy() && frame.isAside() !== aside) move(aside);
  };
  const because = (/** @type {string} */ reason) => (/** @type {boolean} */ is) => {
    if (is) why.add(reason);
    else why.delete(reason);
    settle();
  };
  const picture = asideOf(view, frame.element, followed, because("picture"));
  const undo = [
    picture.end,
    watchMenus(frame.element, because("menu")),
    watchFocus(frame.element, because("focus")),
  ];
  addEventListener("scroll", settle, { passive: true });
  return {
    again() {
      why.clear();
      picture.again();
    },
    end() {
      ended = true;
      removeEventListener("scroll", settle);
      for (const one of undo) one();
    },
  };
}
