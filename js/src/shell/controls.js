/** Native controls, labelled, bound to a model's keys. */
import { format } from "../core/formatting.js";
import { html, say, set, unique } from "./dom.js";

/** @typedef {import("./contract.d.ts").Value} Value */
/** @typedef {import("./contract.d.ts").AnyModel} Model */
/**
 * @typedef {Record<string, Value | undefined>} Changes of traits, by key; one that is undefined is
 *   none
 */
/** @template Kind @typedef {Kind | (() => Kind)} Now what is so always, or says how it is now */

/** @param {Model} model @param {Changes} changes */
export function change(model, changes) {
  let news = false;
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === model.get(key)) continue;
    model.set(key, value);
    news = true;
  }
  if (news) model.save_changes();
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
 * @param {Model} model @param {object} options
 * @param {string} options.name the key that it moves
 * @param {string} [options.symbol] @param {string} [options.label]
 * @param {Now<[number, number]>} options.range a value beyond it widens it
 * @param {Now<number>} options.step @param {(value: number) => string} [options.show]
 * @param {() => boolean} [options.off] whether it is switched off
 * @param {Node} [options.under] stands below the track
 * @param {() => void} [options.moved] called before a change by hand
 */
export function slider(model, options) {
  const { name, symbol = "", label = "", range, step, show, off, under, moved } = options;
  const id = unique(name);
  const input = html("input", {
    type: "range",
    id,
    name,
    input() {
      moved?.();
      change(model, { [name]: Number(input.value) });
    },
  });
  // not an <output>: that is a live region, and a figure has one voice; the slider speaks its value
  const output = html("span", { class: "pt-steady" });
  const element = html(
    "div",
    { class: "pt-slider", "data-control": name },
    html("label", { for: id }, html("i", {}, symbol), label && ` ${label}`),
    html(
      "div",
      { class: "pt-track" },
      html("span", { class: "pt-steady" }, input),
      ...(under ? [under] : []),
    ),
    html("span", { class: "pt-value", "aria-hidden": "true" }, output),
  );
  const update = () => {
    const value = Number(model.get(name)),
      [min, max] = now(range);
    set(input, { step: now(step), min: Math.min(min, value), max: Math.max(max, value) });
    if (input.valueAsNumber !== value) input.value = String(value);
    disable(input, off?.() ?? false);
    const text = (show ?? format)(value);
    if (output.textContent !== text) {
      say(output, text);
      input.setAttribute("aria-valuetext", text);
    }
  };
  return { element, input, update };
}

/** @template Kind @param {Now<Kind>} given @returns {Kind} */
const now = (given) => (typeof given === "function" ? /** @type {() => Kind} */ (given)() : given);

/**
 * Switches a control on or off; the focus is not left on one that is off.
 * @param {HTMLInputElement | HTMLButtonElement} control @param {boolean} off
 * @param {HTMLElement} [refuge] takes the focus
 */
export function disable(control, off, refuge) {
  if (off && control.ownerDocument.activeElement === control) refuge?.focus();
  if (control.disabled !== off) control.disabled = off;
}

/** Buttons that belong together. @param {string} label @param {...Node} buttons */
export function buttonRow(label, ...buttons) {
  return html("div", { class: "pt-player", role: "group", "aria-label": label }, ...buttons);
}

/**
 * @param {Model} model
 * @param {{name: string, label: string, options: [value: string, label: string][],
 * choose?: (value: string) => Changes}} options `choose` may set further keys
 */
export function select(model, { name, label, options, choose = (value) => ({ [name]: value }) }) {
  const id = unique(name);
  const input = html(
    "select",
    { id, name, change: () => change(model, choose(input.value)) },
    ...options.map(([value, text]) => html("option", { value }, text)),
  );
  const element = html(
    "div",
    { class: "pt-select", "data-control": name },
    html("label", { for: id }, label),
    input,
  );
  return {
    element,
    input,
    update: () => {
      const value = String(model.get(name));
      if (input.value !== value) input.value = value;
    },
  };
}

/**
 * A choice among what ptcode lists; another one comes with a state worth seeing.
 * @template {{key: string, label: string, name?: string}} Kind one with a name is shown with it
 * @param {Model} model @param {object} options @param {string} options.name
 * @param {string} options.label @param {Kind[]} options.list
 * @param {string} [options.before] stands before each label
 * @param {(chosen: Kind) => Changes} options.start
 */
export function chooser(model, { name, label, list, before = "", start }) {
  return select(model, {
    name,
    label,
    options: list.map((one) => [
      one.key,
      `${one.name ? `${one.name}: ` : ""}${before}${one.label}`,
    ]),
    choose: (key) => ({
      [name]: key,
      ...start(/** @type {Kind} */ (list.find((one) => one.key === key))),
    }),
  });
}

/**
 * What is made of each in a list, by its key; of the first where the key is unknown.
 * @template {{key: string}} Kind
 * @template Made @param {Kind[]} list @param {(one: Kind) => Made} make
 * @returns {(key: string) => Made}
 */
export function byKey(list, make) {
  const made = new Map(list.map((one) => [one.key, make(one)])),
    [first] = made.values();
  return (key) => made.get(key) ?? first;
}

/** @param {Model} model @param {{name: string, label: string, off?: () => boolean}} options */
export function checkbox(model, { name, label, off }) {
  const input = html("input", {
    type: "checkbox",
    name,
    change: () => change(model, { [name]: input.checked }),
  });
  const element = html("label", { class: "pt-check", "data-control": name }, input, ` ${label}`);
  return {
    element,
    input,
    update: () => {
      input.checked = Boolean(model.get(name));
      disable(input, off?.() ?? false);
    },
  };
}

/** @param {string} label @param {() => void} click @param {string} [icon] */
export function button(label, click, icon) {
  const shape = icon ? [html("span", { "aria-hidden": "true" }, icon), " "] : [];
  return html("button", { type: "button", click }, ...shape, html("span", {}, label));
}
