/** The graph stepper: any computation, forwards node by node, backwards edge by edge. */
import { change, watch } from "../../shell/controls.js";
import { table } from "../../shell/readings.js";
import { onResize } from "../../shell/size.js";
import { countOf } from "../../shell/player.js";
import { html } from "../../shell/dom.js";
import { chooser } from "./chooser.js";
import { handTree } from "../../language/hand.js";
import { graphFrame } from "./frame.js";
import { inputRows } from "./inputs.js";
import { pacing } from "./pacing.js";
import { inputKeys, source, startsOf, unused } from "./source.js";
import { progress } from "./steps.js";
import { voice } from "./voice.js";
import { COLUMNS, rows } from "./words.js";
import { live } from "../../shell/live.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").GraphStepper} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { expressionGraph } from "./expression.js";
export { progress, stepsOf } from "./steps.js";
export { sweeper } from "./sweep.js";
export { sentence } from "./words.js";
export { parse } from "../../language/parse.js";

/** @typedef {import("./source.js").Data} Data */
/** @typedef {import("./source.js").Shown} Shown */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const data = /** @type {Data} */ (model.get("data"));
  const read = source(model, {
    arrived() {
      drawn.key = "";
      update();
    },
    failed: () => parts.complain(WORDS.notFetched),
  });
  const parts = build(model, data, read);
  let drawn = { key: "", step: -1, width: 0, chosen: "" };

  const update = () => {
    const state = snapshot(model, read()),
      { key, step } = state,
      { width } = parts;
    const chosen = `${model.get("preset")} ${model.get("expression")}`,
      anew = key !== drawn.key;
    const sized = anew || width !== drawn.width,
      stepped = anew || step !== drawn.step;
    if (stepped) parts.forget();
    if (chosen !== drawn.chosen) parts.choose();
    if (anew) parts.begin(state);
    if (sized) el.classList.toggle("pt-beside", parts.frame.redraw(state, width));
    parts.update(state);
    if (sized) parts.frame.measure(state);
    if (sized || stepped) parts.frame.follow(state);
    drawn = { key, step, width, chosen };
  };
  const resize = () => {
    if (el.clientWidth === parts.width) return;
    parts.width = el.clientWidth;
    update();
  };
  const restart = () => change(model, { ...startsOf(data, model.get("preset")), step: 0 });

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-tracing");
  resize();
  return [
    handTree(model, data.typed?.variables ?? []),
    // In a notebook the kernel does this: a second hand would undo what it sets next.
    "widget_manager" in model ? () => {} : watch(model.waking ?? model, ["preset"], restart),
    watch(model, ["preset", "expression", "step", ...inputKeys(data)], update),
    onResize(el, resize),
    parts.stop,
  ];
}

/** Everything that is true at the model's state. @param {Model} model @param {Shown} graph */
function snapshot(model, graph) {
  const { nodes, steps, sweep } = graph,
    step = countOf(model, "step", steps.length);
  const run = sweep.run((key) => Number(model.get(key)));
  return { ...graph, run, step, progress: progress(nodes, steps, step, run) };
}

/** @typedef {ReturnType<typeof snapshot>} Snapshot */

/** @param {Model} model @param {Data} data @param {() => Shown} read */
function build(model, data, read) {
  const now = () => snapshot(model, read()),
    words = voice();
  let moved = "",
    complaint = "";
  const frame = graphFrame((step) => change(model, { step }));
  const paces = pacing(model, () => read().steps, frame.picture.element);
  const complain = (/** @type {string} */ text) => {
    if (text === complaint) return;
    complaint = text;
    words.update(now(), "", complaint);
  };
  const inputs = inputRows(
    model,
    (label) => {
      moved = label;
      complaint = "";
    },
    complain,
  );
  const choice = chooser(model, data, complain);
  const numbers = table(WORDS.table, COLUMNS, () => rows(now()));
  return {
    elements: [
      choice.element,
      paces.element,
      words.element,
      frame.element,
      html("div", { class: "pt-sliders" }, inputs.element),
      numbers.element,
    ],
    frame,
    stop: paces.stop,
    width: -1,
    complain,
    /** A complaint about an expression holds until something else is shown. */
    forget() {
      complaint = "";
    },
    choose: choice.update,
    /** Another graph has other inputs. @param {Snapshot} state */
    begin({ nodes, starts }) {
      inputs.redraw(nodes, (key) => starts[key] ?? model.get(key));
    },
    /** @param {Snapshot} state */
    update(state) {
      frame.picture.update(state);
      paces.update();
      inputs.update();
      words.update(state, moved, complaint);
      moved = "";
      numbers.update();
    },
  };
}

export default live(render, { primary: ["step", "play"], unused });
