/** One lane for each racer: whether it runs, what it looks like, its α, what becomes of it. */
import { change, slider } from "../../shell/controls.js";
import { html, say, set } from "../../shell/dom.js";
import { show } from "../../charts/marks.js";
import { swatch } from "./looks.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */

/** @typedef {import("./index.js").State} State */

/** @param {Model} model @param {Record<string, string>} names @param {() => State} state */
export function lanes(model, names, state) {
  const all = Object.keys(names).map((name) => lane(model, name, names, state));
  return {
    element: html("div", { class: "pt-lanes" }, ...all.map(({ element }) => element)),
    /** @param {State} now */
    update(now) {
      all.forEach((one) => one.update(now));
    },
  };
}

/**
 * @param {Model} model @param {string} name @param {Record<string, string>} names
 * @param {() => State} state
 */
function lane(model, name, names, state) {
  const label = names[name];
  const box = html("input", {
    type: "checkbox",
    value: name,
    change: () => enter(model, name, box.checked, Object.keys(names)),
  });
  const forbidden = html("div", { class: "pt-forbidden", "aria-hidden": "true" });
  const alpha = slider(model, {
    name,
    symbol: "α",
    label: "",
    range: () => [0, state().surface.fastest[name]],
    step: () => state().surface.steps[name],
    off: () => !state().running.includes(name),
    under: forbidden,
  });
  set(alpha.input, { "aria-label": phrase(WORDS.rate, { name: label }) });
  const note = html("p", { class: "pt-lane-note" });
  const element = html(
    "div",
    { class: "pt-lane", "data-control": name },
    html("label", { class: "pt-check" }, box, swatch(name, 36), label),
    alpha.element,
    note,
  );
  /** @type {string | null} */
  let drawn = null;
  return {
    element,
    /** @param {State} now */
    update({ limits, notes, running }) {
      const runs = running.includes(name);
      if (box.checked !== runs) box.checked = runs;
      element.classList.toggle("pt-out", !runs);
      alpha.update();
      const top = Number(alpha.input.max),
        limit = limits[name];
      const share = limit === null || limit >= top ? "" : String(limit / top);
      if (share !== drawn) {
        drawn = share;
        show(forbidden, share !== "");
        forbidden.style.setProperty("--pt-share", share);
      }
      say(note, runs ? notes[name] : WORDS.idle);
    },
  };
}

/** @param {Model} model @param {string} name @param {boolean} runs @param {string[]} order */
function enter(model, name, runs, order) {
  const others = String(model.get("racers"))
    .split(/\s+/)
    .filter((other) => other !== name);
  const racers = runs ? [...others, name] : others;
  change(model, { racers: order.filter((one) => racers.includes(one)).join(" ") });
}
