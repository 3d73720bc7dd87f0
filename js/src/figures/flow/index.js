/** The gradient flow: how large the adjoint still is in every layer, beside what theory expects. */
import { button, change, select, slider, status, table, watch } from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { html } from "../../shell/dom.js";
import { flows } from "../../networks/flow.js";
import { adjointPicture, slopePicture } from "./picture.js";
import { arithmetic, rows, sentence } from "./words.js";
import { whenFree } from "../../shell/free.js";
import { live } from "../../shell/live.js";
import { format } from "../../core/formatting.js";
import { write } from "../surface/words.js";
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
function render({ model, el }) {
  const data = model.get("data");
  const network = flows(data);
  const parts = build(model, data, () => state);
  let state = situation(model, data, network);

  /** @param {boolean} [fresh] */
  const update = (fresh = false) => {
    state = situation(model, data, network);
    parts.adjoints.update(state.measured, state.theory, fresh);
    parts.slopes.update(state.measured, state.theory, fresh);
    refresh();
  };
  const refresh = whenFree(el, () => parts.refresh(state));

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-flow");
  const resize = () => {
    const pictures = [parts.adjoints.picture, parts.slopes.picture];
    if (pictures.map((picture) => picture.measure()).includes(true)) update(true);
  };
  resize();
  const undo = [watch(model, KEYS, () => update()), onResize(el, resize)];
  return () => undo.forEach((stop) => stop());
}

/**
 * Everything that is true of the present state.
 * @param {Model} model
 * @param {Data} data
 * @param {ReturnType<typeof flows>} network
 */
function situation(model, data, network) {
  const setting = {
    depth: whole(model.get("depth"), data.depths),
    width: whole(model.get("width"), data.widths),
    activation: known(model.get("activation"), data.activations),
    initialisation: known(model.get("initialisation"), data.deviations),
    scale: Math.min(data.largest, Math.max(1e-6, model.get("scale"))),
    seed: Math.max(0, Math.round(model.get("seed"))),
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
function whole(value, [low, high]) {
  return Math.min(high, Math.max(low, Math.round(value)));
}

/** @param {string} name @param {Record<string, unknown>} choices */
function known(name, choices) {
  return Object.hasOwn(choices, name) ? name : Object.keys(choices)[0];
}

/**
 * @param {Model} model
 * @param {Data} data
 * @param {() => State} state
 */
function build(model, data, state) {
  const adjoints = adjointPicture(data.regime),
    slopes = slopePicture();
  const words = status(),
    line = html("p", { class: "pt-arithmetic" });
  const choices = [
    select(model, {
      name: "activation",
      label: WORDS.activation,
      options: options(data.labels.activation),
    }),
    select(model, {
      name: "initialisation",
      label: WORDS.weights,
      options: options(data.labels.initialisation),
    }),
  ];
  const count = (/** @type {number} */ value) => format(value);
  const depth = slider(model, {
    name: "depth",
    symbol: "L",
    label: WORDS.depth,
    step: 1,
    show: count,
  });
  const scale = slider(model, {
    name: "scale",
    symbol: "c",
    label: WORDS.scale,
    step: 0.05,
    show: count,
  });
  const width = slider(model, {
    name: "width",
    symbol: "n",
    label: WORDS.width,
    step: 1,
    show: count,
  });
  const buttons = html(
    "div",
    { class: "pt-player", role: "group", "aria-label": WORDS.network },
    button(WORDS.draw, () => change(model, { seed: (model.get("seed") + 1) % 2 ** 32 })),
    button(COMMON.reset, () => change(model, START)),
  );
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  return {
    adjoints,
    slopes,
    elements: [
      html("div", { class: "pt-bar" }, ...choices.map(({ element }) => element)),
      html("div", { class: "pt-main" }, adjoints.element, slopes.element, legend()),
      html("div", { class: "pt-sliders" }, depth.element, scale.element, width.element, buttons),
      html("div", { class: "pt-words" }, line, words.element),
      numbers.element,
    ],
    /** @param {State} now */
    refresh(now) {
      for (const control of [...choices, numbers]) control.update();
      depth.update({ min: data.depths[0], max: data.depths[1] });
      scale.update({ min: data.scales[0], max: data.scales[1] });
      width.update({ min: data.widths[0], max: data.widths[1] });
      write(line, arithmetic(now));
      words.update(sentence(now));
    },
  };
}

/** @param {Record<string, string>} labels */
function options(labels) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function legend() {
  return html(
    "p",
    { class: "pt-legend" },
    html("span", { class: "pt-flow-measured" }, WORDS.measured),
    html("span", {}, WORDS.theoryLine),
  );
}

export default live(render);
