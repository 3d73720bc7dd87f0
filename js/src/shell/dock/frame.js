/** The frame of the dock: what it holds, its buttons, which of the figure's controls it shows. */
import { button } from "../controls.js";
import { html, say } from "../dom.js";
import { COMMON } from "../words.js";
import { byMatter } from "./chosen.js";
import STYLE from "./dock.css";
import WORDS from "./words.json";

/** How many of a figure's sliders matter beside the text. */
const SLIDERS = 2;
const STOPS = "a[href], button, input, select, summary, [tabindex='0']";

/** @param {{toFigure: () => void, comeBack: () => void, close: () => void}} act */
export function frame({ toFigure, comeBack, close }) {
  const keys = html("p", { class: "pt-dock-keys", "aria-live": "polite" });
  const there = button(WORDS.toFigure, toFigure),
    back = button(WORDS.back, comeBack);
  const shut = html(
    "button",
    { type: "button", class: "pt-dock-close", "aria-label": WORDS.close, click: close },
    "×",
  );
  const place = html("div", { class: "pt-dock-place" });
  const element = html(
    "aside",
    { class: "pt-dock", "aria-label": WORDS.label, hidden: true },
    html("div", { class: "pt-dock-bar" }, there, back, shut),
    place,
    keys,
  );
  document.head.append(html("style", {}, STYLE));
  document.body.append(element);
  /** @param {"open" | "away"} state */
  const become = (state) => {
    element.hidden = false;
    element.dataset.dock = state;
    there.hidden = state === "away";
    back.hidden = !there.hidden;
  };
  return {
    element,
    /** @param {HTMLElement} view */
    fill(view) {
      place.replaceChildren(view);
      for (const one of place.querySelectorAll(".pt-player button"))
        one.toggleAttribute("data-docked", one.textContent === COMMON.play);
    },
    /**
     * Shows the sliders that matter beside the link.
     * @param {import("../target.js").Target} target @param {HTMLAnchorElement | null} link
     */
    choose(target, link) {
      const sliders = /** @type {HTMLInputElement[]} */ ([
        ...place.querySelectorAll(".pt-sliders input[type=range]:not(.pt-more *)"),
      ]);
      const chosen = byMatter(sliders, target, link).slice(0, SLIDERS);
      for (const slider of sliders)
        slider.closest(".pt-slider")?.toggleAttribute("data-docked", chosen.includes(slider));
    },
    open() {
      become("open");
      say(keys, WORDS.keys);
    },
    leave: () => become("away"),
    close() {
      element.hidden = true;
      place.replaceChildren();
      say(keys, "");
    },
    /** @param {boolean} aside */
    hide(aside) {
      element.hidden = aside;
    },
    /** Whether it is hidden, because what it shows can be seen in its place. */
    isAside: () => element.hidden,
    isLeft: () => element.dataset.dock === "away",
    /** Whether the reader is in it, or on the way between it and the figure. */
    isBusy: () => element.dataset.dock === "away" || element.contains(document.activeElement),
    enter() {
      const slider = place.querySelector("[data-docked] input:not(:disabled)");
      const first = /** @type {HTMLElement} */ (slider ?? shut);
      first.focus({ preventScroll: true });
      first.scrollIntoView({ block: "nearest", behavior: "instant" });
    },
    /** What the Tab key goes through. @returns {HTMLElement[]} */
    stops: () =>
      [...element.querySelectorAll(/** @type {"input"} */ (STOPS))].filter(
        (stop) => !stop.disabled && stop.checkVisibility(),
      ),
  };
}
