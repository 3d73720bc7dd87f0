/** The gradient flow: how large the adjoint still is in every layer, beside what theory expects. */
import { button, change, select, slider, buttonRow } from "../../shell/controls.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { html, svg } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { clamp } from "../../core/numbers.js";
import { flows } from "../../networks/flow.js";
import { adjointPicture, slopePicture } from "./picture.js";
import { arithmetic, rows, sentence } from "./words.js";
import { countOf } from "../../shell/player.js";
import { live } from "../../shell/live.js";
import { named } from "../../shell/more.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../../generated/figures.d.ts").GradientFlow} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]} Data */

export { flows } from "../../networks/flow.js";
export { sentence } from "./words.js";
export { normals, shuffled, uniforms } from "../../core/random.js";

const KEYS = ["depth", "width", "activation", "initialisation", "scale", "seed"];
const START = {
  depth: 30,
  width: 16,
  activation: "sigmoid",
  initialisation: "xavier",
  scale: 1,
  seed: 1,
};

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    data = model.get("data"),
    network = flows(data);
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-flow"],
    solve: () => situation(model, data, network),
    build: (state) => build(model, data, state),
  });
}

/**
 * Everything that is true of the present state.
 * @param {Model} model @param {Data} data @param {ReturnType<typeof flows>} network
 */
function situation(model, data, network) {
  const setting = {
    depth: whole(model.get("depth"), data.depths),
    width: whole(model.get("width"), data.widths),
    activation: known(model.get("activation"), data.activations),
    initialisation: known(model.get("initialisation"), data.deviations),
    scale: clamp(model.get("scale"), 1e-6, data.largest),
    seed: countOf(model, "seed"),
  };
  return {
    setting,
    measured: network.measure(setting),
    theory: network.predict(setting),
    deviation: network.deviation(setting),
    regime: data.regime,
  };
}

/** @typedef {ReturnType<typeof situation>} State */

/** @param {number} value @param {[number, number]} limits */
const whole = (value, [low, high]) => clamp(Math.round(value), low, high);

/** @param {string} name @param {Record<string, unknown>} choices */
function known(name, choices) {
  return Object.hasOwn(choices, name) ? name : Object.keys(choices)[0];
}

/** @param {Model} model @param {Data} data @param {() => State} state */
function build(model, data, state) {
  const adjoints = adjointPicture(data.regime),
    slopes = slopePicture();
  const words = status(),
    line = arithmeticLine();
  const choices = [
    select(model, {
      name: "activation",
      label: WORDS.activation,
      options: Object.entries(data.labels.activation),
    }),
    select(model, {
      name: "initialisation",
      label: WORDS.weights,
      options: Object.entries(data.labels.initialisation),
    }),
  ];
  const { depth, scale, width } = WORDS,
    { depths, scales, widths } = data;
  const sliders = [
    slider(model, { name: "depth", symbol: "L", label: depth, range: depths, step: 1 }),
    slider(model, { name: "scale", symbol: "c", label: scale, range: scales, step: 0.05 }),
    slider(model, { name: "width", symbol: "n", label: width, range: widths, step: 1 }),
  ];
  const buttons = buttonRow(
    WORDS.network,
    button(WORDS.draw, () => change(model, { seed: (model.get("seed") + 1) % 2 ** 32 })),
    button(COMMON.reset, () => change(model, START)),
  );
  named(buttons, "seed");
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  return {
    elements: [
      html("div", { class: "pt-bar" }, ...choices.map(({ element }) => element)),
      html("div", { class: "pt-main" }, adjoints.element, slopes.element, legend()),
      html("div", { class: "pt-sliders" }, ...sliders.map(({ element }) => element), buttons),
      html("div", { class: "pt-words" }, line.element, words.element),
      numbers.element,
    ],
    pictures: [adjoints.picture, slopes.picture],
    /** @param {State} now */
    draw({ measured, theory }) {
      adjoints.update(measured, theory);
      slopes.update(measured, theory);
    },
    refresh() {
      for (const control of [...choices, ...sliders]) control.update();
    },
    /** @param {State} now */
    tell(now) {
      line.update(arithmetic(now));
      words.update(sentence(now));
      numbers.update();
    },
    undo: [],
  };
}

function legend() {
  return html(
    "p",
    { class: "pt-legend" },
    html("span", {}, sample("pt-flow-line"), WORDS.measured),
    html("span", {}, sample("pt-expected"), WORDS.theoryLine),
  );
}

/** A piece of a line. @param {string} kind */
const sample = (kind) =>
  svg(
    "svg",
    { width: 32, height: 6, "aria-hidden": "true" },
    svg("path", { class: kind, d: "M0 3H32" }),
  );

export default live(render, { primary: ["depth", "scale"] });
