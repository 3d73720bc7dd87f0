/** The frame of the dock: what it holds, its buttons, which of the figure's controls it shows. */
import { button } from "../controls.js";
import { html, say } from "../dom.js";
import { COMMON } from "../words.js";
import { NEWS, byMatter, filledBy } from "./chosen.js";
import STYLE from "./dock.css";
import WORDS from "./words.json";

/** How many of a figure's controls matter beside the text; one more if its sentence names any. */
const CONTROLS = 2;
/** Who scrolls the page so far, in px, after a touch of the dock is no more at work in it. */
const SCROLLED = 60;
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
  /** What had the focus in the text. @type {HTMLElement | null} */
  let origin = null;
  let used = 0;
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && !element.contains(target)) origin = target;
  });
  for (const kind of ["focusin", "pointerdown", "keydown", "input"])
    element.addEventListener(kind, () => {
      used = scrollY;
    });
  /** @param {"open" | "away"} state */
  const become = (state) => {
    element.hidden = false;
    element.dataset.dock = state;
    there.hidden = state === "away";
    back.hidden = !there.hidden;
  };
  /**
   * Shows the controls that matter beside the link; one more where there is room for it.
   * @param {import("../target.js").Target} target @param {HTMLAnchorElement | null} link
   */
  function choose(target, link) {
    const all = /** @type {HTMLInputElement[]} */ ([
      ...place.querySelectorAll(".pt-sliders input[type=range]:not(.pt-more *)"),
    ]);
    for (const one of place.querySelectorAll("[data-docked]:is(.pt-slider, .pt-typed)"))
      one.removeAttribute("data-docked");
    const fields = filledBy(place, link),
      room = CONTROLS - fields.length;
    for (const field of fields) field.setAttribute("data-docked", "");
    const first = byMatter(all, target, link),
      last = first[room];
    // One that is named, or that what is named has driven out.
    const more = first.slice(0, room).every(({ named }) => named) && last?.matter > NEWS;
    first.slice(0, room + Number(last?.named || more)).forEach(({ slider }, i) => {
      slider.closest(".pt-slider")?.setAttribute("data-docked", i < room ? "" : "more");
    });
    again = () => choose(target, link);
  }
  // A figure may make its controls anew, as the inputs of a graph that was laid out later.
  let again = () => {};
  const anew = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some((one) => one instanceof Element)))
      again();
  });
  return {
    element,
    /** @param {HTMLElement} view */
    fill(view) {
      place.replaceChildren(view);
      anew.disconnect();
      for (const one of view.querySelectorAll(".pt-sliders, .pt-bar"))
        anew.observe(one, { childList: true, subtree: true });
      for (const one of place.querySelectorAll(".pt-player button"))
        one.toggleAttribute("data-docked", one.textContent === COMMON.play);
    },
    choose,
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
    /** Whether the reader is at work in it, or on the way between it and the figure. */
    isBusy: () =>
      element.dataset.dock === "away" ||
      (element.contains(document.activeElement) && Math.abs(scrollY - used) < SCROLLED),
    origin: () => origin,
    enter() {
      const control = [
        ...place.querySelectorAll(/** @type {"input"} */ ("[data-docked] input:not(:disabled)")),
      ].find((one) => one.checkVisibility());
      const first = control ?? shut;
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
