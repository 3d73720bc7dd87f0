/** The parts of the tangent explorer: its pictures, its controls, its words. */
import { format } from "../../core/formatting.js";
import { functionChooser } from "../../language/own/chooser.js";
import { button, buttonRow, change, checkbox, disable, slider } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { named } from "../../shell/more.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { COMMON } from "../../shell/words.js";
import { curvePicture } from "./curve.js";
import { derivativePicture } from "./derivative.js";
import { drag } from "./drag.js";
import { differenceQuotient } from "./slope.js";
import { arithmetic, sentence } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("./index.js").State} State */
/** @typedef {{functions: import("./index.js").Shown[], own: import("./index.js").Own}} Choice */

const STEP = 0.05;

/** @param {Model} model @param {Choice} choice @param {() => State} state */
export function build(model, choice, state) {
  const upper = curvePicture(WORDS.picture),
    lower = derivativePicture(WORDS.slopes);
  const words = status(),
    line = arithmeticLine("pt-two-lines");
  const controls = controlsOf(model, choice, state);
  const { chosen, beside, whole, x, h, buttons } = controls;
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, beside.element, whole.element),
      html("div", { class: "pt-main" }, upper.element, lower.element),
      html("div", { class: "pt-sliders" }, x.element, h.element, buttons.element),
      html("div", { class: "pt-words" }, line.element, words.element),
      numbers.element,
    ],
    pictures: [upper.picture, lower.picture],
    draw: drawer(upper, lower),
    /** @param {State} now @param {boolean} drawn */
    refresh(now, drawn) {
      if (drawn) lower.update(now, model.get("whole"));
      for (const control of Object.values(controls)) control.update();
    },
    /** @param {State} now */
    tell(now) {
      words.update(sentence(now));
      line.update(arithmetic(now));
      numbers.update();
    },
    undo: [drag(upper, model, state, STEP), choice.own.stop],
  };
}

/** @param {Model} model @param {Choice} choice @param {() => State} state */
function controlsOf(model, { functions, own }, state) {
  return {
    chosen: functionChooser(model, {
      name: "f",
      label: COMMON.function,
      list: functions,
      before: "f(x) = ",
      last: WORDS.own,
      start: ({ start }) => start,
      own,
    }),
    beside: checkbox(model, { name: "tangent", label: WORDS.beside }),
    whole: checkbox(model, { name: "whole", label: WORDS.whole }),
    x: slider(model, {
      name: "x",
      symbol: "x",
      label: WORDS.point,
      range: () => state().shown.places,
      step: STEP,
    }),
    h: slider(model, {
      name: "h",
      symbol: "h",
      label: WORDS.distance,
      range: () => [-state().shown.reach, state().shown.reach],
      step: STEP,
    }),
    buttons: actions(model, state),
  };
}

/**
 * Draws both pictures: the curves only when the function or the size changed, marks always.
 * @param {ReturnType<typeof curvePicture>} upper
 * @param {ReturnType<typeof derivativePicture>} lower
 */
function drawer(upper, lower) {
  let drawn = "";
  return (/** @type {State} */ now, /** @type {boolean} */ anew) => {
    const { curve, shown } = now,
      other = shown.key !== drawn;
    drawn = shown.key;
    if (other) lower.forget(shown.x);
    if (other || anew) {
      upper.picture.layout(shown);
      lower.picture.layout({ x: shown.x, y: shown.slopes });
      upper.redraw(curve, shown.x);
      lower.redraw(curve, shown.x);
    }
    upper.update(now);
    lower.visit(now);
  };
}

/** @param {Model} model @param {() => State} state */
function actions(model, state) {
  const reset = button(COMMON.reset, () => change(model, state().shown.start));
  const halve = button(WORDS.halve, () => change(model, { h: model.get("h") / 2 }));
  const zero = button(WORDS.zero, () => change(model, { h: 0 }));
  const next = button(WORDS.next, () => {
    // to the right, from the left again after the last
    const { landmarks } = state().shown;
    const after = landmarks.find((place) => place > state().tangent.x + 1e-9);
    change(model, { x: after ?? landmarks[0] });
  });
  const element = named(buttonRow(WORDS.buttons, halve, zero, next, reset), "h");
  const update = () => {
    disable(halve, model.get("h") === 0, reset);
    disable(zero, model.get("h") === 0, reset);
    disable(next, state().shown.landmarks.length === 0, reset);
  };
  return { element, update };
}

/** @param {State} state */
function rows({ curve, tangent, h }) {
  const distances = [1, 0.1, 0.01, 0.001, -0.001, -0.01, -0.1, -1];
  return (h === 0 ? distances : [h, ...distances]).map((distance) => {
    const quotient = differenceQuotient(curve, tangent.x, distance);
    const rise = curve.value(tangent.x + distance) - tangent.value;
    return [
      format(distance),
      format(rise, 6),
      format(quotient, 6),
      format(quotient - tangent.slope),
    ];
  });
}
