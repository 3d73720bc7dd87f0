/** The step size that each parameter gets, and the usual slope that makes it: two bars each. */
import { format } from "../../core/formatting.js";
import { show } from "../../charts/marks.js";
import { html, say } from "../../shell/dom.js";
import WORDS from "./words.json";

/** @typedef {import("../../descent/memory.js").Pair} Pair */

export function bars() {
  const rates = group(),
    usual = group();
  return {
    element: html("div", { class: "pt-each" }, rates.element, usual.element),
    /** @param {import("./index.js").State} state */
    update({ step, alpha, name }) {
      const own = name === "rmsprop" || name === "adam";
      rates.update(
        own ? WORDS.rates.own : WORDS.rates.one,
        step?.rates ?? (own ? null : [alpha, alpha]),
      );
      usual.update(WORDS.usual, step?.usual ?? null);
      show(usual.element, own);
    },
  };
}

function group() {
  const title = html("p"),
    rows = ["θ₁", "θ₂"].map((parameter) => ({
      bar: html("span", { class: "pt-each-bar" }),
      value: html("span", { class: "pt-each-value" }),
      name: html("i", {}, parameter),
    }));
  const lines = rows.map(({ name, bar, value }) =>
    html("div", {}, name, html("span", {}, bar), value),
  );
  return {
    element: html("div", {}, title, ...lines),
    /** @param {string} text @param {Pair | null} values */
    update(text, values) {
      say(title, text);
      const most = Math.max(...(values ?? [0]));
      rows.forEach(({ bar, value }, i) => {
        const share = values && most > 0 && Number.isFinite(most) ? values[i] / most : 0;
        bar.style.width = `${(100 * share).toFixed(1)}%`;
        say(value, values ? format(values[i], 3) : WORDS.nothing);
      });
    },
  };
}
