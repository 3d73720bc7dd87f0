/** One lane for each racer: whether it runs, what it looks like, its α, what becomes of it. */
import { change, slider } from "../../shell/controls.js";
import { html, say, set } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { swatch } from "./looks.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../../generated/figures.d.ts").OptimiserRace} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

/**
 * @param {Model} model
 * @param {Record<string, string>} names
 */
export function lanes(model, names) {
  const all = Object.keys(names).map((name) => lane(model, name, names[name], Object.keys(names)));
  return {
    element: html("div", { class: "pt-lanes" }, ...all.map(({ element }) => element)),
    /** @param {import("./index.js").State} now */
    update(now) {
      all.forEach((one) => one.update(now));
    },
  };
}

/**
 * @param {Model} model
 * @param {string} name
 * @param {string} label
 * @param {string[]} order
 */
function lane(model, name, label, order) {
  const box = html("input", {
    type: "checkbox",
    value: name,
    change: () => enter(model, name, box.checked, order),
  });
  const forbidden = html("div", { class: "pt-forbidden", "aria-hidden": "true" });
  const alpha = slider(model, {
    name,
    symbol: "α",
    label: "",
    step: 0.01,
    show: (value) => format(value),
    under: forbidden,
  });
  set(alpha.input, { "aria-label": phrase(WORDS.rate, { name: label }) });
  const note = html("p", { class: "pt-lane-note" });
  const element = html(
    "div",
    { class: "pt-lane" },
    html("label", { class: "pt-check" }, box, swatch(name, 46), label),
    alpha.element,
    note,
  );
  /** @type {string | null} */
  let drawn = null;
  return {
    element,
    /** @param {import("./index.js").State} now */
    update({ surface, limits, notes, running }) {
      const runs = running.includes(name);
      if (box.checked !== runs) box.checked = runs;
      if (alpha.input.disabled === runs) {
        alpha.input.disabled = !runs;
        element.classList.toggle("pt-out", !runs);
      }
      const step = String(surface.steps[name]),
        fastest = surface.fastest[name];
      if (alpha.input.step !== step) alpha.input.step = step;
      alpha.update({ min: 0, max: fastest });
      const top = Number(alpha.input.max),
        limit = limits[name];
      const share = limit === null || limit >= top ? "" : String(limit / top);
      if (share !== drawn) {
        drawn = share;
        forbidden.style.display = share ? "" : "none";
        forbidden.style.setProperty("--pt-share", share);
      }
      say(note, runs ? notes[name] : WORDS.idle);
    },
  };
}

/**
 * @param {Model} model
 * @param {string} name
 * @param {boolean} runs
 * @param {string[]} order
 */
function enter(model, name, runs, order) {
  const others = String(model.get("racers"))
    .split(/\s+/)
    .filter((other) => other !== name);
  const racers = runs ? [...others, name] : others;
  change(model, { racers: order.filter((one) => racers.includes(one)).join(" ") });
}
