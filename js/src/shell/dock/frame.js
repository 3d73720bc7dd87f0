/** The frame of the dock: what it holds, its buttons, which of the figure's controls it shows. */
import { button } from "../controls.js";
import { html, say } from "../dom.js";
import { COMMON } from "../words.js";
import { choose } from "./chosen.js";
import STYLE from "./dock.css";
import WORDS from "./words.json";

/** Who scrolls the page so far, in px, after a touch of the dock is no more at work in it. */
const SCROLLED = 60;
const FIRST = "[data-docked] input:not(:disabled)";
const STOPS = "a[href], button, input, select, summary, [tabindex='0']";

/** @typedef {{toFigure: () => void, comeBack: () => void, close: () => void}} Act */

/** @param {Act} act */
export function frame(act) {
  const keys = html("p", { class: "pt-dock-keys", "aria-live": "polite" });
  const bar = buttonBar(act);
  const place = html("div", { class: "pt-dock-place" });
  const element = html("aside", { class: "pt-dock", "aria-label": WORDS.label, hidden: true });
  element.append(bar.element, place, keys);
  document.head.append(html("style", {}, STYLE));
  document.body.append(element);
  const hand = handOf(element);
  /** @param {"open" | "away"} state */
  const become = (state) => {
    element.hidden = false;
    element.dataset.dock = state;
    bar.turn(state === "away");
  };
  let again = () => {};
  const observe = controlWatch(() => again());
  return {
    element,
    /** @param {HTMLElement} view */
    fill(view) {
      place.replaceChildren(view);
      observe(view);
      for (const one of place.querySelectorAll(".pt-player button"))
        one.toggleAttribute("data-docked", one.textContent === COMMON.play);
    },
    /** @param {import("../target.js").Target} target @param {HTMLAnchorElement | null} link */
    choose(target, link) {
      again = () => choose(place, target, link);
      again();
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
    /** Whether the reader is at work in it, or on the way between it and the figure. */
    isBusy: () => element.dataset.dock === "away" || hand.isAtWork(),
    origin: hand.origin,
    enter: () => enter(firstOf(place) ?? bar.close),
    /** What the Tab key goes through. */
    stops: () => stopsOf(element),
  };
}

/** @param {Element} place */
function firstOf(place) {
  const inputs = [...place.querySelectorAll(/** @type {"input"} */ (FIRST))];
  return inputs.find((one) => one.checkVisibility());
}

/** @param {HTMLElement} control */
function enter(control) {
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** @param {Element} element @returns {HTMLElement[]} */
function stopsOf(element) {
  const stops = [...element.querySelectorAll(/** @type {"input"} */ (STOPS))];
  return stops.filter((stop) => !stop.disabled && stop.checkVisibility());
}

/** The buttons: one closes the dock, of the others one shows. @param {Act} act */
function buttonBar({ toFigure, comeBack, close: click }) {
  const there = button(WORDS.toFigure, toFigure),
    back = button(WORDS.back, comeBack);
  const close = html(
    "button",
    { type: "button", class: "pt-dock-close", "aria-label": WORDS.close, click },
    "×",
  );
  return {
    element: html("div", { class: "pt-dock-bar" }, there, back, close),
    close,
    /** @param {boolean} away whether the reader is at the figure */
    turn(away) {
      there.hidden = away;
      back.hidden = !away;
    },
  };
}

/**
 * Watches a view, for a figure may make its controls anew, as the inputs of a graph that was laid
 * out later.
 * @param {() => void} made
 */
function controlWatch(made) {
  const anew = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some((one) => one instanceof Element)))
      made();
  });
  return (/** @type {HTMLElement} */ view) => {
    anew.disconnect();
    for (const one of view.querySelectorAll(".pt-sliders, .pt-bar"))
      anew.observe(one, { childList: true, subtree: true });
  };
}

/** Where the reader is at work. @param {HTMLElement} element the dock */
function handOf(element) {
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
  return {
    origin: () => origin,
    isAtWork: () => element.contains(document.activeElement) && Math.abs(scrollY - used) < SCROLLED,
  };
}
