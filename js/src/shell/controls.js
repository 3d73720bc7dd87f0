/** Native controls, labelled, bound to a model's keys. */
import { html, say, set, unique } from "./dom.js";

/** @typedef {import("./contract.d.ts").Value} Value */
/** @typedef {import("./contract.d.ts").AnyModel} Model */
/**
 * @typedef {Record<string, Value | undefined>} Changes of traits, by key; one that is undefined is
 *   none
 */

/** @param {Model} model @param {Changes} changes */
export function change(model, changes) {
  for (const [key, value] of Object.entries(changes))
    if (value !== undefined) model.set(key, value);
  model.save_changes();
}

/**
 * Calls `update` after a change of any of the keys; returns what undoes that.
 * @param {Model} model @param {string[]} keys @param {() => void} update
 */
export function watch(model, keys, update) {
  for (const key of keys) model.on(`change:${key}`, update);
  return () => keys.forEach((key) => model.off(`change:${key}`, update));
}

/**
 * A labelled slider with its value beside it. `show` returns the value in words for the eye;
 * a screen reader hears the same.
 * @param {Model} model
 * @param {object} options
 * @param {string} options.name the key that it moves
 * @param {string} options.symbol
 * @param {string} options.label
 * @param {number} options.step
 * @param {(value: number) => string} options.show
 * @param {Node} [options.under] stands below the track
 */
export function slider(model, { name, symbol, label, step, show, under }) {
  const id = unique(name);
  const input = html("input", {
    type: "range",
    id,
    name,
    step,
    input: () => change(model, { [name]: Number(input.value) }),
  });
  // not an <output>: that is a live region, and a figure has one voice; the slider speaks its value
  const output = html("span", { class: "pt-steady" });
  const element = html(
    "div",
    { class: "pt-slider" },
    html("label", { for: id }, html("i", {}, symbol), ` ${label}`),
    html(
      "div",
      { class: "pt-track" },
      html("span", { class: "pt-steady" }, input),
      ...(under ? [under] : []),
    ),
    html("span", { class: "pt-value", "aria-hidden": "true" }, output),
  );
  /** @param {{min: number, max: number}} range */
  const update = ({ min, max }) => {
    const value = Number(model.get(name));
    const ends = { min: String(Math.min(min, value)), max: String(Math.max(max, value)) };
    if (input.min !== ends.min || input.max !== ends.max) set(input, ends);
    if (input.valueAsNumber !== value) input.value = String(value);
    const text = show(value);
    if (output.textContent !== text) {
      say(output, text);
      input.setAttribute("aria-valuetext", text);
    }
  };
  return { element, input, update };
}

/**
 * @param {Model} model
 * @param {{name: string, label: string, options: {value: string, label: string}[],
 *   choose?: (value: string) => Changes}} options `choose` may set further keys
 */
export function select(model, { name, label, options, choose = (value) => ({ [name]: value }) }) {
  const id = unique(name);
  const input = html(
    "select",
    { id, name, change: () => change(model, choose(input.value)) },
    ...options.map((option) => html("option", { value: option.value }, option.label)),
  );
  const element = html("div", { class: "pt-select" }, html("label", { for: id }, label), input);
  return {
    element,
    input,
    update: () => {
      const value = String(model.get(name));
      if (input.value !== value) input.value = value;
    },
  };
}

/** @param {Model} model @param {{name: string, label: string}} options */
export function checkbox(model, { name, label }) {
  const input = html("input", {
    type: "checkbox",
    name,
    change: () => change(model, { [name]: input.checked }),
  });
  const element = html("label", { class: "pt-check" }, input, ` ${label}`);
  return {
    element,
    input,
    update: () => {
      input.checked = Boolean(model.get(name));
    },
  };
}

/** @param {string} label @param {() => void} click @param {string} [icon] */
export function button(label, click, icon) {
  const shape = icon ? [html("span", { "aria-hidden": "true" }, icon), " "] : [];
  return html("button", { type: "button", click }, ...shape, html("span", {}, label));
}

/** The one sentence of a figure that says what is now true. */
export function status() {
  const element = html("p", { role: "status", class: "pt-status" });
  return { element, update: (/** @type {string} */ text) => say(element, text) };
}

/**
 * A table of numbers behind one keystroke. Its rows are made only while it is open.
 * @param {string} title @param {string[]} columns @param {() => string[][]} rows
 */
export function table(title, columns, rows) {
  const body = html("tbody");
  const element = html(
    "details",
    { class: "pt-table", toggle: () => update() },
    html("summary", {}, title),
    html(
      "div",
      { class: "pt-scroll", tabindex: "0", role: "region", "aria-label": title },
      html(
        "table",
        {},
        html(
          "thead",
          {},
          html("tr", {}, ...columns.map((name) => html("th", { scope: "col" }, name))),
        ),
        body,
      ),
    ),
  );
  const update = () => {
    if (!element.open) return;
    body.replaceChildren(
      ...rows().map(([first, ...rest]) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, first),
          ...rest.map((cell) => html("td", {}, cell)),
        ),
      ),
    );
  };
  return { element, update };
}
