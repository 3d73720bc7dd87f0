/** How the steps go: play, forward, back, jumps, and a slider over all of them. */
import { button, change, slider, buttonRow } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { player } from "../../shell/player.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */

/** A step of the player lasts long enough to be read in part. */
const PERIOD = 1600;

/** @param {Model} model @param {() => import("./steps.js").Step[]} steps @param {Element} moving */
export function pacing(model, steps, moving) {
  const last = () => steps().length,
    turn = () => steps().findIndex(({ kind }) => kind === "turn") + 1;
  const play = player(model, { key: "step", last, moving, period: PERIOD });
  /** @param {string} label @param {() => number} to */
  const jump = (label, to) =>
    button(label, () => {
      play.stop();
      change(model, { step: to() });
    });
  const jumps = buttonRow(WORDS.jump, jump(WORDS.turn, turn), jump(WORDS.end, last));
  const bar = slider(model, {
    name: "step",
    symbol: "k",
    label: WORDS.step,
    range: () => [0, last()],
    step: 1,
    show: (value) => phrase(COMMON.of, { value: Math.min(value, last()), count: last() }),
  });
  return {
    element: html(
      "div",
      { class: "pt-sliders pt-steps-bar" },
      html(
        "div",
        { class: "pt-player pt-all-buttons", "data-control": "play" },
        play.element,
        jumps,
      ),
      bar.element,
    ),
    stop: play.stop,
    update() {
      bar.update();
      play.update();
    },
  };
}
