/** The inputs of a graph, each with a slider and a field for the number. */
import { change, slider } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { typedNumber } from "./number.js";
import { format } from "../../core/formatting.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("./sweep.js").Node} Node */

const STEP = 0.05;

/**
 * @param {Model} model @param {(label: string) => void} moved called before a change by hand
 * @param {(why: string) => void} refuse called where what is typed is no number
 */
export function inputRows(model, moved, refuse) {
  const element = html("div", {
    class: "pt-inputs",
    role: "group",
    "aria-label": WORDS.inputs,
    "data-control": "inputs",
  });
  /** @type {ReturnType<typeof row>[]} */ let rows = [];
  return {
    element,
    /**
     * Makes the rows for a graph's inputs.
     * @param {Node[]} nodes @param {(key: string) => number} start
     */
    redraw(nodes, start) {
      rows = nodes
        .filter(({ formula }) => formula === null)
        .map((node) => row(model, node, start(node.key), moved, refuse));
      element.replaceChildren(...rows.map((one) => one.element));
    },
    update() {
      for (const one of rows) one.update();
    },
  };
}

/**
 * @param {Model} model @param {Node} node @param {number} start
 * @param {(label: string) => void} moved @param {(why: string) => void} refuse
 */
function row(model, { key, label }, start, moved, refuse) {
  const reach = Math.max(3, Math.ceil(1.5 * Math.abs(start)));
  const bar = slider(model, {
    name: key,
    symbol: label,
    range: [-reach, reach],
    step: STEP,
    show: (value) => format(value, 6),
    moved: () => moved(label),
  });
  const field = html("input", {
    type: "text", // a field of type number takes 1,5 for 15, and turns when a page is scrolled
    name: `${key}-number`,
    autocomplete: "off",
    "aria-label": phrase(WORDS.asNumber, { name: label }),
    inputmode: "decimal",
    input() {
      const value = typedNumber(field.value);
      const wrong = !Number.isFinite(value) && /\d/.test(field.value);
      field.setAttribute("aria-invalid", String(wrong));
      if (wrong) return refuse(phrase(WORDS.noSuchNumber, { name: label, text: field.value }));
      if (!Number.isFinite(value) || value === model.get(key)) return;
      moved(label);
      change(model, { [key]: value });
    },
    blur() {
      field.value = "";
      field.removeAttribute("aria-invalid");
      update();
    },
  });
  bar.element.lastElementChild?.replaceWith(field); // it is the value as well
  function update() {
    const value = Number(model.get(key)),
      typing = field === document.activeElement && !Number.isFinite(typedNumber(field.value));
    bar.update();
    if (typedNumber(field.value) !== value && !typing)
      field.value = String(value).replace("-", "−");
  }
  return { element: bar.element, update };
}
