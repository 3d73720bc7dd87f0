/** Who is who in both pictures: dash, marker and name of everybody who runs. */
import { html } from "../../shell/dom.js";
import { show } from "../../charts/marks.js";
import { swatch } from "./looks.js";

/** @param {Record<string, string>} names */
export function legend(names) {
  const items = Object.keys(names).map((name) => ({
    name,
    element: html(
      "span",
      { class: `pt-runner-name pt-racer-${name}` },
      swatch(name, 28),
      names[name],
    ),
  }));
  return {
    element: html(
      "p",
      { class: "pt-runners", "aria-hidden": "true" },
      ...items.map(({ element }) => element),
    ),
    /** @param {import("./index.js").State} now */
    update({ running }) {
      for (const { name, element } of items) show(element, running.includes(name));
    },
  };
}
