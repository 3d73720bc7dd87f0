/** The zoom: a curve under a magnifying glass, where it becomes straight, or does not. */
import {
  button,
  buttonRow,
  byKey,
  change,
  chooser,
  disable,
  slider,
} from "../../shell/controls.js";
import { status, table } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { format } from "../../core/formatting.js";
import { live } from "../../shell/live.js";
import { named } from "../../shell/more.js";
import { COMMON } from "../../shell/words.js";
import { curveOf, tangentAt } from "../tangent/slope.js";
import { glass } from "./picture.js";
import { gapOf, windowOf } from "./window.js";
import { percent, sentence, times } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").ZoomExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]["functions"][number]} Shown */
/** @typedef {ReturnType<typeof situation>} State */

export { curveOf, tangentAt } from "../tangent/slope.js";
export { gapOf, windowOf } from "./window.js";
export { sentence } from "./words.js";

const KEYS = ["f", "x", "zoom"];
const MOST = 3;

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { functions } = model.get("data"),
    curves = byKey(functions, curveOf);
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-tangents"],
    solve: () => situation(curves(model.get("f")), model.get("x"), model.get("zoom")),
    build: (state) => build(model, functions, state),
  });
}

/** @param {ReturnType<typeof curveOf>} curve @param {number} x @param {number} zoom */
export function situation(curve, x, zoom) {
  const tangent = tangentAt(curve, x),
    seen = windowOf(curve.shown, tangent, zoom);
  const { label } = curve.shown;
  return { curve, label, tangent, zoom, seen, gap: gapOf(curve, tangent, seen) };
}

/** @param {Model} model @param {Shown[]} functions @param {() => State} state */
function build(model, functions, state) {
  const picture = glass(WORDS.picture),
    words = status();
  const chosen = chooser(model, {
    name: "f",
    label: COMMON.function,
    list: functions,
    before: "f(x) = ",
    start: ({ start }) => ({ x: start.x, zoom: 0 }),
  });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.point,
    range: () => state().curve.shown.places,
    step: 0.05,
  });
  const zoom = slider(model, {
    name: "zoom",
    label: WORDS.zoom,
    range: [0, MOST],
    step: 0.05,
    show: times,
  });
  const buttons = actions(model, state);
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  const controls = [chosen, x, zoom, buttons, numbers];
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-sliders" }, x.element, zoom.element, buttons.element),
      html("div", { class: "pt-words" }, words.element),
      numbers.element,
    ],
    pictures: [picture.picture],
    draw: picture.draw,
    /** @param {State} now */
    refresh(now) {
      for (const control of controls) control.update();
      words.update(sentence(now));
    },
    undo: [],
  };
}

/** @param {Model} model @param {() => State} state */
function actions(model, state) {
  const reset = button(COMMON.reset, () =>
    change(model, { x: state().curve.shown.start.x, zoom: 0 }),
  );
  const closer = button(WORDS.closer, () =>
    change(model, { zoom: Math.min(MOST, model.get("zoom") + 1) }),
  );
  const element = named(buttonRow(WORDS.buttons, closer, reset), "zoom");
  return { element, update: () => disable(closer, model.get("zoom") >= MOST, reset) };
}

/** The same place magnified 1, 10, 100 and 1000 times. @param {State} state */
function rows({ curve, tangent }) {
  return [0, 1, 2, 3].map((zoom) => {
    const { zoom: power, seen, gap } = situation(curve, tangent.x, zoom);
    return [times(power), ...seen.x.map((end) => format(end, 6)), percent(gap)];
  });
}

export default live(render, { primary: ["zoom", "x"] });
