/** The inputs of a graph, each with a slider and a field for the number. */
import { change } from "../../shell/controls.js";
import { html, set, unique } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("./sweep.js").Node} Node */

const STEP = 0.05;

/** @param {Model} model @param {(label: string) => void} moved called before a change by hand */
export function inputRows(model, moved) {
  const element = html("div", { class: "pt-inputs", role: "group", "aria-label": WORDS.inputs });
  /** @type {ReturnType<typeof row>[]} */ let rows = [];
  return {
    element,
    /**
     * Makes the rows for a graph's inputs.
     * @param {Node[]} nodes
     * @param {(key: string) => number} start
     */
    redraw(nodes, start) {
      rows = nodes
        .filter(({ formula }) => formula === null)
        .map((node) => row(model, node, start(node.key), moved));
      element.replaceChildren(...rows.map((one) => one.element));
    },
    update() {
      for (const one of rows) one.update();
    },
  };
}

/**
 * @param {Model} model
 * @param {Node} node
 * @param {number} start
 * @param {(label: string) => void} moved
 */
function row(model, { key, label }, start, moved) {
  const id = unique(key),
    reach = Math.max(3, Math.ceil(1.5 * Math.abs(start)));
  /** @param {number} value */
  const put = (value) => {
    if (!Number.isFinite(value) || value === model.get(key)) return;
    moved(label);
    change(model, { [key]: value });
  };
  const range = html("input", {
    type: "range",
    id,
    name: key,
    min: -reach,
    max: reach,
    step: STEP,
    input: () => put(range.valueAsNumber),
  });
  const field = html("input", {
    type: "number",
    name: `${key}-number`,
    step: "any",
    "aria-label": phrase(WORDS.asNumber, { name: label }),
    inputmode: "decimal",
    input: () => put(field.valueAsNumber),
    blur: () => update(),
  });
  const element = html(
    "div",
    { class: "pt-slider" },
    html("label", { for: id }, html("i", {}, label)),
    html("div", { class: "pt-track" }, html("span", { class: "pt-steady" }, range)),
    field,
  );
  function update() {
    const value = Number(model.get(key));
    set(range, { min: Math.min(-reach, value), max: Math.max(reach, value) });
    if (range.valueAsNumber !== value) range.value = String(value);
    if (
      field.valueAsNumber !== value &&
      !(field === document.activeElement && field.value.trim() === "")
    )
      field.value = String(value);
    const text = format(value, 6);
    set(range, { "aria-valuetext": text });
  }
  return { element, update };
}
