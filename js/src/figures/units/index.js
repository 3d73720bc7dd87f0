/** A network as units and arrows: the row of W that makes a unit, the column that comes back. */
import {
  button,
  buttonRow,
  byKey,
  change,
  chooser,
  disable,
  select,
  slider,
} from "../../shell/controls.js";
import { arithmeticLine, status, table } from "../../shell/readings.js";
import { html, say } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { named } from "../../shell/more.js";
import { show } from "../../charts/marks.js";
import { COMMON } from "../../shell/words.js";
import { passes } from "../../networks/units.js";
import { diagram } from "./picture.js";
import { arithmetic, nameOf, rows, sentence, unitName } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").UnitDiagram} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {Traits["data"]} Data */
/** @typedef {Data["networks"][number]} Network */
/** @typedef {Omit<Traits, "data">} Asked */
/** @typedef {ReturnType<typeof runner>} Of */
/** @typedef {ReturnType<typeof situation>} State */

export { arithmetic, sentence } from "./words.js";

const KEYS = ["network", "unit", "direction", "x1", "x2", "y"];

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    data = model.get("data"),
    of = runner(data);
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-units"],
    settle: () => settle(model, of),
    solve: () =>
      situation(
        of,
        /** @type {Asked} */ (Object.fromEntries(KEYS.map((key) => [key, model.get(key)]))),
      ),
    build: (state) => build(model, data, state),
  });
}

/**
 * The unit nearest to the one asked for, among those that there are.
 * @param {Network} network @param {string} asked
 */
function nearest({ biases }, asked) {
  const [layer, unit] = asked.split(".").map(Number),
    held = Math.min(layer, biases.length);
  return `${held}.${Math.min(unit, biases[held - 1].length)}`;
}

/**
 * Sees to it that the model has a unit that there is; true if that is another.
 * @param {Model} model @param {Of} of
 */
function settle(model, of) {
  const asked = model.get("unit"),
    unit = nearest(of(model.get("network")).network, asked);
  change(model, { unit });
  return unit !== asked;
}

/** What runs each network, by its key. @param {Data} data */
export const runner = (data) =>
  byKey(data.networks, (network) => ({ network, run: passes(network, data) }));

/**
 * Everything that is true of a state.
 * @param {Of} of @param {Asked} asked
 */
export function situation(of, { direction, x1, x2, y: target, ...asked }) {
  const { network, run } = of(asked.network);
  const inputs = [x1, x2].slice(0, network.weights[0][0].length),
    found = run(inputs, target);
  const [layer, unit] = asked.unit.split(".").map(Number);
  const signals = [inputs, ...found.map(({ a }) => a)],
    back = direction === "backwards";
  return { network, signals, passes: found, target, back, layer, unit };
}

/** The choices of network, unit and direction. @param {Model} model @param {Data} data */
function choices(model, { networks: list, units }) {
  const all = [
    chooser(model, { name: "network", label: WORDS.network, list, start: () => ({}) }),
    select(model, {
      name: "unit",
      label: WORDS.unit,
      options: units.map((key) => [key, unitName(key)]),
    }),
    select(model, {
      name: "direction",
      label: WORDS.direction,
      options: Object.entries(WORDS.directions),
    }),
  ];
  return {
    elements: all.map(({ element }) => element),
    /** Of the units it offers those that there are. @param {State} now */
    update({ network }) {
      for (const choice of all) choice.update();
      for (const option of all[1].input.options)
        option.hidden = option.disabled = nearest(network, option.value) !== option.value;
    },
  };
}

/**
 * The sliders of the inputs and of the target, which forwards is not looked at.
 * @param {Model} model @param {Data} data @param {() => State} state
 */
function numbers(model, { ranges }, state) {
  const step = 0.05,
    { input, target } = WORDS;
  const all = [
    ...["x1", "x2"].map((name, i) =>
      slider(model, { name, symbol: nameOf("x", i + 1), label: input, range: ranges.x, step }),
    ),
    slider(model, {
      name: "y",
      symbol: "y",
      label: target,
      range: ranges.y,
      step,
      off: () => !state().back,
    }),
  ];
  const symbol = /** @type {Element} */ (all[0].element.querySelector("i"));
  return {
    elements: all.map(({ element }) => element),
    /** @param {State} now */
    update({ signals }) {
      for (const one of all) one.update();
      const several = signals[0].length > 1;
      show(all[1].element, several);
      say(symbol, several ? nameOf("x", 1) : "x");
    },
  };
}

/** @param {Model} model @param {Data} data @param {() => State} state */
function build(model, data, state) {
  const picture = diagram((unit) => change(model, { unit })),
    line = arithmeticLine(),
    words = status();
  const bar = choices(model, data),
    sliders = numbers(model, data, state);
  const { start } = data;
  const reset = button(COMMON.reset, () => change(model, start));
  const buttons = named(buttonRow(WORDS.buttons, reset), "x1");
  const readings = table(WORDS.table, WORDS.columns, () => rows(state()));
  return {
    elements: [
      html("div", { class: "pt-bar" }, ...bar.elements),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-words" }, line.element, words.element),
      html("div", { class: "pt-sliders" }, ...sliders.elements, buttons),
      readings.element,
    ],
    pictures: [picture.picture],
    draw: picture.draw,
    /** @param {State} now */
    refresh(now) {
      bar.update(now);
      sliders.update(now);
      readings.update();
      const fresh = Object.entries(start).every(([key, value]) => model.get(key) === value);
      disable(reset, fresh);
      line.update(arithmetic(now));
      words.update(sentence(now));
    },
    undo: [],
  };
}

export default live(render, { primary: ["unit", "direction"] });
