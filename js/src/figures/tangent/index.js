/** The tangent explorer: a secant that becomes the tangent, and the derivative traced below. */
import {
  button,
  change,
  checkbox,
  select,
  slider,
  status,
  table,
  watch,
} from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { html, say } from "../../shell/dom.js";
import { compileUnary } from "../../core/expression.js";
import { format } from "../../core/formatting.js";
import { curvePicture } from "./curve.js";
import { derivativePicture } from "./derivative.js";
import { drag } from "./drag.js";
import { differenceQuotient, tangentAt } from "./slope.js";
import { arithmetic, sentence } from "./words.js";
import { whenFree } from "../../shell/free.js";
import { live } from "../../shell/live.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").TangentExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { compile } from "../../core/expression.js";
export { differenceQuotient, tangentAt } from "./slope.js";
export { sentence } from "./words.js";

const KEYS = ["f", "x", "h", "tangent", "whole"];
const STEP = 0.05;

/** @typedef {Traits["data"]["functions"][number]} Shown */

/** @typedef {ReturnType<typeof solve>} State */

/** @param {Shown} shown */
export function curveOf(shown) {
  const { tree, derivative, variable, breaks } = shown;
  return {
    shown,
    value: compileUnary(tree, variable),
    slope: compileUnary(derivative, variable),
    breaks,
  };
}

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { functions } = model.get("data");
  const curves = new Map(functions.map((shown) => [shown.key, curveOf(shown)])),
    [first] = curves.values();
  const current = () => curves.get(model.get("f")) ?? first;
  const parts = build(model, functions, () => state);
  let state = solve(model, current());
  let drawn = "",
    seen = "";

  const update = () => {
    state = solve(model, current());
    const { curve, shown } = state;
    const { upper, lower } = parts;
    if (shown.key !== drawn) {
      if (shown.key !== seen) lower.forget(shown.x);
      upper.picture.layout({ x: shown.x, y: shown.y });
      lower.picture.layout({ x: shown.x, y: shown.slopes });
      upper.redraw(curve, shown.x);
      lower.redraw(curve, shown.x);
      drawn = seen = shown.key;
    }
    upper.update(state);
    lower.visit(state);
    refresh();
  };
  const refresh = whenFree(el, () => {
    parts.lower.update(state, Boolean(model.get("whole")));
    parts.say(sentence(state));
    parts.refresh(state);
  });

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-tangents");
  const resize = () => {
    const pictures = [parts.upper.picture, parts.lower.picture];
    if (!pictures.map((picture) => picture.measure()).includes(true)) return;
    drawn = "";
    update();
  };
  resize();
  const undo = [
    watch(model, KEYS, update),
    drag(parts.upper, model, () => state, STEP),
    onResize(el, resize),
  ];
  return () => undo.forEach((stop) => stop());
}

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
 * @param {Model} model
 * @param {Shown[]} functions
 * @param {() => State} state
 */
function build(model, functions, state) {
  const upper = curvePicture(WORDS.picture);
  const lower = derivativePicture(WORDS.slopes);
  const words = status();
  const line = html("p", { class: "pt-arithmetic pt-two-lines" });
  const chosen = select(model, {
    name: "f",
    label: COMMON.function,
    options: functions.map(({ key, label }) => ({ value: key, label: `f(x) = ${label}` })),
    choose: (key) => ({ f: key, ...functions.find((shown) => shown.key === key)?.start }),
  });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.point,
    step: STEP,
    show: (value) => format(value),
  });
  const h = slider(model, {
    name: "h",
    symbol: "h",
    label: WORDS.distance,
    step: STEP,
    show: (value) => format(value),
  });
  const beside = checkbox(model, { name: "tangent", label: WORDS.beside });
  const whole = checkbox(model, { name: "whole", label: WORDS.whole });
  const buttons = actions(model, state);
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  return {
    upper,
    lower,
    say: words.update,
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, beside.element, whole.element),
      html("div", { class: "pt-main" }, upper.element, lower.element),
      html("div", { class: "pt-sliders" }, x.element, h.element, buttons.element),
      html("div", { class: "pt-words" }, line, words.element),
      numbers.element,
    ],
    /** @param {State} now */
    refresh(now) {
      for (const control of [chosen, beside, whole, numbers, buttons]) control.update();
      x.update({ min: now.shown.places[0], max: now.shown.places[1] });
      h.update({ min: -now.shown.reach, max: now.shown.reach });
      write(line, arithmetic(now));
    },
  };
}

/** @param {Model} model @param {() => State} state */
function actions(model, state) {
  const reset = button(COMMON.reset, () => change(model, { ...state().shown.start }));
  const halve = button(WORDS.halve, () => change(model, { h: model.get("h") / 2 }));
  const zero = button(WORDS.zero, () => change(model, { h: 0 }));
  const next = button(WORDS.next, () => change(model, { x: nextLandmark(state()) }));
  const element = html(
    "div",
    { class: "pt-player", role: "group", "aria-label": WORDS.buttons },
    halve,
    zero,
    next,
    reset,
  );
  /** @param {HTMLButtonElement} control @param {boolean} off */
  const disable = (control, off) => {
    if (off && control.ownerDocument.activeElement === control) reset.focus();
    control.disabled = off;
  };
  const update = () => {
    disable(halve, model.get("h") === 0);
    disable(zero, model.get("h") === 0);
    disable(next, state().shown.landmarks.length === 0);
  };
  return { element, update };
}

/**
 * The next place to the right with slope 0 or no slope, from the left again after the last.
 * @param {State} state
 */
function nextLandmark({ shown, tangent }) {
  return shown.landmarks.find((place) => place > tangent.x + 1e-9) ?? shown.landmarks[0];
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

/** @param {HTMLElement} line @param {{text: string, kind?: string}[]} parts */
function write(line, parts) {
  if (line.childElementCount !== parts.length) {
    line.replaceChildren(...parts.map(() => html("span")));
  }
  parts.forEach(({ text, kind }, i) => {
    const span = line.children[i],
      name = kind ? `pt-${kind}` : "";
    if (span.className !== name) span.className = name;
    say(span, text);
  });
}

export default live(render);
