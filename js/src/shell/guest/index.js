/**
 * A figure in anybody's page or notebook, by one module that brings its style and data along.
 * `render({ el, model })` takes an anywidget model with some of the figure's traits, or plain
 * values, or nothing.
 */
import { html } from "../dom.js";
import { stateModel } from "../model.js";
import { tell } from "../target.js";
import { completed, controlsOf, taken } from "./asked.js";
import { has, hostOf } from "./host.js";
import { wear } from "./wear.js";
import WORDS from "./words.json";

/** @typedef {import("./asked.js").Defaults} Defaults */
/** @typedef {import("../model.js").Bag} Bag */
/** @typedef {(data: Bag, key: (name: string) => unknown) => Bag} Finish data, as the state says */
/** What a host may say besides the state. */
const MADE = ["data", "controls"];

/**
 * @param {import("../contract.d.ts").Figure} figure @param {Defaults} defaults @param {string} css
 * @param {Finish} [finish]
 */
export function guest(figure, defaults, css, finish = (data) => data) {
  return {
    /** @param {{el: HTMLElement, model?: Bag}} context */
    render({ el, model: given }) {
      const host = hostOf(given);
      const { model, refused, stop } = joined(host, defaults, finish);
      const view = html("div", {});
      const named = { role: "group", "aria-label": defaults.title };
      const place = html("div", { class: "pt-guest", ...named }, view);
      el.append(place);
      wear(place, css);
      const end = figure.render({ model, el: view });
      tell(view, refused, model.get, WORDS);
      return () => {
        stop();
        end();
        place.remove();
      };
    },
  };
}

/**
 * The figure's own model, whole and within its limits, which hears of the host and tells it.
 * @param {import("./host.js").Host} host @param {Defaults} defaults
 * @param {Finish} finish
 */
function joined(host, defaults, finish) {
  const keys = Object.keys(defaults.state);
  /** @type {Bag} */
  const state = { ...defaults.state };
  /** @type {[string, string][]} */
  const refused = [];
  for (const key of keys) {
    const found = taken(defaults, key, host.get(key));
    if (has(found.value)) state[key] = found.value;
    if (found.refused) refused.push([key, String(host.get(key))]);
  }
  const unknown = host.keys.filter((key) => !keys.includes(key) && !MADE.includes(key));
  refused.push(...unknown.map((key) => /** @type {[string, string]} */ ([key, ""])));
  const made = {
    data: finish(completed(defaults.data, host.get("data")), (key) => state[key]),
    controls: controlsOf(defaults.offers, host.get("controls")),
  };
  const tellHost = (/** @type {string} */ key) => host.set(key, state[key]);
  const model = stateModel(state, made, tellHost, host.save);
  for (const [key] of refused) tellHost(key);
  const undo = keys.map((key) => {
    const hear = () => {
      const { value } = taken(defaults, key, host.get(key));
      if (has(value)) model.set(key, value);
    };
    host.on(`change:${key}`, hear);
    return () => host.off(`change:${key}`, hear);
  });
  return { model, refused, stop: () => undo.forEach((end) => end()) };
}
