/** Play, one step forward, one step back, reset: a row of buttons that moves a step count. */
import { phrase } from "../core/phrase.js";
import { button, change, slider } from "./controls.js";
import { html } from "./dom.js";
import { COMMON } from "./words.js";

const PERIOD = 450;

/**
 * @param {import("./controls.js").Model} model
 * @param {object} options
 * @param {string} options.key the step count
 * @param {() => number} options.last the last step there is
 * @param {Element} options.moving what may glide from step to step while it plays
 * @param {number} [options.period] milliseconds from step to step while it plays
 */
export function player(model, { key, last, moving, period = PERIOD }) {
  let timer = 0;
  const at = () => Number(model.get(key));
  const play = button(COMMON.play, () => (timer ? stop() : start()));
  const back = button(COMMON.back, () => step(-1));
  const forward = button(COMMON.forward, () => step(1));
  const reset = button(COMMON.reset, () => go(0));
  const element = html(
    "div",
    { class: "pt-player", role: "group", "aria-label": COMMON.steps },
    back,
    play,
    forward,
    reset,
  );

  /** @param {number} to */
  function go(to) {
    stop();
    change(model, { [key]: to });
  }
  /** @param {number} by */
  function step(by) {
    go(Math.max(0, Math.min(last(), at() + by)));
  }
  function start() {
    if (at() >= last()) change(model, { [key]: 0 });
    timer = self.setInterval(tick, period);
    label();
  }
  function tick() {
    if (at() < last()) change(model, { [key]: at() + 1 });
    if (at() >= last()) stop();
  }
  function stop() {
    self.clearInterval(timer);
    timer = 0;
    label();
  }
  function label() {
    const text = timer ? COMMON.pause : COMMON.play;
    const name = /** @type {Element} */ (play.lastElementChild);
    if (name.textContent !== text) name.textContent = text;
    moving.classList.toggle("pt-gliding", timer !== 0);
  }
  /** @param {HTMLButtonElement} control @param {boolean} off */
  const disable = (control, off) => {
    if (off && control.ownerDocument.activeElement === control) play.focus();
    if (control.disabled !== off) control.disabled = off;
  };
  return {
    element,
    stop,
    update() {
      disable(back, at() <= 0);
      disable(reset, at() <= 0);
      disable(forward, at() >= last());
    },
  };
}

/**
 * The slider of how many steps are shown, the model's `k`.
 * @param {import("./controls.js").Model} model @param {number} steps how many there are
 */
export function stepSlider(model, steps) {
  return slider(model, {
    name: "k",
    symbol: "k",
    label: COMMON.stepsShown,
    step: 1,
    show: (value) => phrase(COMMON.of, { value, count: steps }),
  });
}
