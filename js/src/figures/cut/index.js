/** The cut surface: partial derivatives as slopes of the curves that upright planes cut out. */
import { button, byKey, change, chooser, disable, select, slider } from "../../shell/controls.js";
import { dragTraits } from "../../charts/drag.js";
import { status, table } from "../../shell/readings.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { fixed, format } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { live } from "../../shell/live.js";
import { COMMON } from "../../shell/words.js";
import { field } from "../../descent/surfaces.js";
import { map } from "./map.js";
import { solid } from "./picture.js";
import { relief } from "./relief.js";
import { NAMES, sentence } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").CutSurface} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]["surfaces"][number]} Surface */
/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {ReturnType<typeof situation>} State */

export { field, sentence };

const KEYS = ["surface", "cuts", "theta1", "theta2", "turn"];
/** @type {Record<string, number[]>} */
const SHOWN = { first: [0], second: [1], both: [0, 1] };

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    data = model.get("data"),
    problem = byKey(data.surfaces, (surface) => ({ surface, cost: field(surface) }));
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-cut"],
    solve: () => {
      const shown = SHOWN[model.get("cuts")] ?? SHOWN.both;
      const here = /** @type {Pair} */ ([model.get("theta1"), model.get("theta2")]);
      return situation(problem(model.get("surface")), data.eye, here, model.get("turn"), shown);
    },
    build: (state) => build(model, data, state),
  });
}

/**
 * Everything that is true of the present state.
 * @param {{surface: Surface, cost: import("../../descent/surfaces.js").Field}} problem
 * @param {Traits["data"]["eye"]} eye @param {Pair} here
 * @param {number} turn @param {number[]} shown which cuts: 0 along θ₁, 1 along θ₂
 */
export function situation({ surface, cost }, eye, here, turn, shown) {
  const seen = relief(cost.value, surface, eye, turn),
    value = cost.value(...here);
  return {
    surface,
    cost,
    here,
    turn,
    shown,
    relief: seen,
    value,
    gradient: cost.gradient(...here),
    inside: seen.inside([...here, value]),
  };
}

/** Height and tangent along each cut, so many steps from the point. @param {State} state */
export function nearby(
  { cost, here: [first, second], value, gradient },
  /** @type {number[]} */ steps,
) {
  return steps.map((step) => [
    step,
    cost.value(first + step, second),
    value + gradient[0] * step,
    cost.value(first, second + step),
    value + gradient[1] * step,
  ]);
}

/** @param {Model} model @param {Traits["data"]} data @param {() => State} state */
function build(model, data, state) {
  const picture = solid(),
    flat = map(),
    words = status();
  const chosen = chooser(model, {
    name: "surface",
    label: WORDS.surface,
    list: data.surfaces,
    before: "J = ",
    start: ({ theta1, theta2 }) => ({ theta1, theta2 }),
  });
  const cuts = select(model, {
    name: "cuts",
    label: WORDS.cuts,
    options: Object.entries(WORDS.shown),
  });
  const sliders = moved(model, data, state);
  const numbers = table(WORDS.table, WORDS.columns, () =>
    nearby(state(), data.steps).map((row) => row.map((value) => format(value, 6))),
  );
  const reset = resetter(model, data);
  const controls = [chosen, cuts, ...sliders, numbers, reset];
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, cuts.element),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-side" }, flat.element),
      html("div", { class: "pt-sliders" }, ...sliders.map(({ element }) => element), reset.element),
      html("div", { class: "pt-words" }, words.element),
      numbers.element,
    ],
    pictures: [picture.picture, flat.picture],
    draw(/** @type {State} */ now, /** @type {boolean} */ anew) {
      picture.draw(now, anew);
      flat.draw(now, anew);
    },
    refresh(/** @type {State} */ now) {
      for (const control of controls) control.update();
      words.update(sentence(now, now.turn !== data.start.turn));
    },
    undo: [
      dragTraits(model, flat.start, flat.picture, () => [
        ["theta1", state().surface.x],
        ["theta2", state().surface.y],
      ]),
    ],
  };
}

/** @param {Model} model @param {Traits["data"]} data @param {() => State} state */
function moved(model, { turns }, state) {
  const point = {
    label: WORDS.point,
    step: 0.05,
    show: (/** @type {number} */ at) => fixed(at, 2),
  };
  return [
    slider(model, { name: "theta1", symbol: NAMES[0], range: () => state().surface.x, ...point }),
    slider(model, { name: "theta2", symbol: NAMES[1], range: () => state().surface.y, ...point }),
    slider(model, {
      name: "turn",
      label: WORDS.turn,
      range: turns,
      step: 1,
      show: (turn) => phrase(WORDS.degrees, { turn }),
    }),
  ];
}

/** Takes the figure back to how it began, on the surface that is shown. @param {Model} model */
function resetter(model, /** @type {Traits["data"]} */ { start, surfaces }) {
  const before = () => {
    const key = model.get("surface");
    const { theta1, theta2 } =
      surfaces.find((one) => one.key === key && key !== start.surface) ?? start;
    return { theta1, theta2, turn: start.turn, cuts: start.cuts };
  };
  const reset = button(COMMON.reset, () => change(model, before()));
  const same = () => Object.entries(before()).every(([key, value]) => model.get(key) === value);
  return {
    element: html("div", { class: "pt-player" }, reset),
    update: () => disable(reset, same()),
  };
}

export default live(render, { primary: ["theta1", "theta2", "turn"] });
