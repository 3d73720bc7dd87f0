/** The tangent explorer: a secant that becomes the tangent, and the derivative traced below. */
import {
  button,
  byKey,
  change,
  checkbox,
  disable,
  slider,
  buttonRow,
} from "../../shell/controls.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { format } from "../../core/formatting.js";
import { curvePicture } from "./curve.js";
import { derivativePicture } from "./derivative.js";
import { drag } from "./drag.js";
import { curveOf, differenceQuotient, tangentAt } from "./slope.js";
import { arithmetic, sentence } from "./words.js";
import { functionChooser, ownFunction, unusedText } from "../../language/own/index.js";
import { live } from "../../shell/live.js";
import { named } from "../../shell/more.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").TangentExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { compile } from "../../core/expression.js";
export { curveOf, differenceQuotient, tangentAt } from "./slope.js";
export { sentence } from "./words.js";

const KEYS = ["f", "expression", "x", "h", "tangent", "whole"];
const STEP = 0.05;

/** @typedef {Traits["data"]["functions"][number]} Shown */

/** @typedef {ReturnType<typeof solve> & {trouble?: string}} State */

/** What reads a typed function; a page fetches it when one is chosen. */
export const fetchOwn = () => import("./own.js");

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { functions } = model.get("data"),
    curves = byKey(functions, curveOf);
  let listed = curves("");
  /** @type {Own} */
  const own = ownFunction(model, {
    name: "f",
    load: fetchOwn,
    start: ({ shown }) => shown.start,
    fits: ({ shown: { places } }) => model.get("x") >= places[0] && model.get("x") <= places[1],
  });
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-tangents"],
    solve() {
      if (!own.isChosen()) listed = curves(model.get("f"));
      const curve = (own.isChosen() && own.read()) || listed;
      return { ...solve(model, curve), trouble: own.trouble(curve.shown.label) };
    },
    build: (state, again) => {
      own.whenRead(again);
      return build(model, { functions, own }, state);
    },
  });
}

/** @typedef {import("../../language/own/index.js").OwnFunction<import("./own.js").Made>} Own */

/** @param {Model} model @param {ReturnType<typeof curveOf>} curve */
function solve(model, curve) {
  const h = model.get("h"),
    tangent = tangentAt(curve, model.get("x"));
  return {
    curve,
    shown: curve.shown,
    label: curve.shown.label,
    tangent,
    h,
    quotient: differenceQuotient(curve, tangent.x, h),
    end: curve.value(tangent.x + h),
    touching: h === 0 || Boolean(model.get("tangent")),
  };
}

/**
 * @param {Model} model @param {{functions: Shown[], own: Own}} choice @param {() => State} state
 */
function build(model, { functions, own }, state) {
  const upper = curvePicture(WORDS.picture),
    lower = derivativePicture(WORDS.slopes);
  const words = status(),
    line = arithmeticLine("pt-two-lines");
  const chosen = functionChooser(model, {
    name: "f",
    label: COMMON.function,
    list: functions,
    before: "f(x) = ",
    last: WORDS.own,
    start: ({ start }) => start,
    own,
  });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.point,
    range: () => state().shown.places,
    step: STEP,
  });
  const h = slider(model, {
    name: "h",
    symbol: "h",
    label: WORDS.distance,
    range: () => [-state().shown.reach, state().shown.reach],
    step: STEP,
  });
  const beside = checkbox(model, { name: "tangent", label: WORDS.beside });
  const whole = checkbox(model, { name: "whole", label: WORDS.whole });
  const buttons = actions(model, state);
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  let drawn = "";
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, beside.element, whole.element),
      html("div", { class: "pt-main" }, upper.element, lower.element),
      html("div", { class: "pt-sliders" }, x.element, h.element, buttons.element),
      html("div", { class: "pt-words" }, line.element, words.element),
      numbers.element,
    ],
    pictures: [upper.picture, lower.picture],
    /** @param {State} now @param {boolean} anew */
    draw(now, anew) {
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
    },
    /** @param {State} now @param {boolean} drawn */
    refresh(now, drawn) {
      if (drawn) lower.update(now, model.get("whole"));
      for (const control of [chosen, beside, whole, x, h, buttons]) control.update();
    },
    /** @param {State} now */
    tell(now) {
      words.update(sentence(now));
      line.update(arithmetic(now));
      numbers.update();
    },
    undo: [drag(upper, model, state, STEP), own.stop],
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

export default live(render, { primary: ["x", "h"], unused: unusedText("f") });
