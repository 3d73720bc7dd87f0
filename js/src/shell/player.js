/**
 * Play, one step forward, one step back, reset: a row of buttons that moves a step count; the
 * slider of that count, of the start, and the table of the steps.
 */
import { phrase } from "../core/phrase.js";
import { clamp } from "../core/numbers.js";
import { fixed, format, whole } from "../core/formatting.js";
import { button, change, disable, slider, buttonRow } from "./controls.js";
import { say } from "./dom.js";
import { named } from "./more.js";
import { table } from "./readings.js";
import { setPlaying } from "./speaking.js";
import { COMMON } from "./words.js";

const PERIOD = 450;

/** @typedef {import("./controls.js").Model} Model */

/**
 * @param {Model} model @param {object} options
 * @param {string} options.key the step count
 * @param {() => number} options.last the last step there is
 * @param {Element} options.moving what may glide from step to step while it plays
 * @param {number} [options.period] milliseconds from step to step while it plays
 * @param {() => boolean} [options.off] whether it cannot play
 */
export function player(model, { key, last, moving, period = PERIOD, off }) {
  let timer = 0;
  const at = () => countOf(model, key, last());
  const play = button(COMMON.play, () => (timer ? stop() : start()));
  const back = button(COMMON.back, () => step(-1));
  const forward = button(COMMON.forward, () => step(1));
  const reset = button(COMMON.reset, () => go(0));
  const element = named(buttonRow(COMMON.steps, back, play, forward, reset), "play");

  /** @param {number} to */
  function go(to) {
    stop();
    change(model, { [key]: to });
  }
  /** @param {number} by */
  function step(by) {
    go(clamp(at() + by, 0, last()));
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
    say(/** @type {Element} */ (play.lastElementChild), text);
    moving.classList.toggle("pt-gliding", timer !== 0);
    setPlaying(element, timer !== 0);
  }
  return {
    element,
    stop,
    update() {
      disable(back, at() <= 0, play);
      disable(reset, at() <= 0, play);
      disable(forward, at() >= last(), play);
      disable(play, off?.() ?? false);
    },
  };
}

/**
 * A count that a model asks for, as far as there are so many.
 * @param {Model} model @param {string} key @param {number} [most]
 */
export function countOf(model, key, most = Infinity) {
  return clamp(Math.round(Number(model.get(key))), 0, most);
}

/**
 * The table of the start and the `k` steps that are shown, each with its number and its cells.
 * @template {{k: number}} State
 * @param {() => State} state @param {string[]} columns
 * @param {(now: State, step: number) => (number | string)[]} cells
 * @param {string} [title]
 */
export function stepTable(state, columns, cells, title = COMMON.numbersOfSteps) {
  return table(title, columns, () => {
    const now = state();
    return Array.from({ length: now.k + 1 }, (_, step) => [
      whole(step),
      ...cells(now, step).map((cell) => (typeof cell === "number" ? format(cell) : cell)),
    ]);
  });
}

/**
 * The slider of how many steps are shown, the model's `k`.
 * @param {Model} model @param {number} steps how many there are
 * @param {() => boolean} [off]
 */
export function stepSlider(model, steps, off) {
  return slider(model, {
    name: "k",
    symbol: "k",
    label: COMMON.stepsShown,
    range: [0, steps],
    step: 1,
    off,
    show: (value) => phrase(COMMON.of, { value, count: steps }),
  });
}

/**
 * The slider of a parameter's start.
 * @param {Model} model
 * @param {{name: string, symbol: string, range: import("./controls.js").Now<[number, number]>,
 *   off?: () => boolean}} options
 */
export function startSlider(model, options) {
  const show = (/** @type {number} */ value) => fixed(value, 2);
  return slider(model, { label: COMMON.start, step: 0.05, show, ...options });
}
