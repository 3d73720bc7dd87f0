/** The ratios of a nudge beside the limits that they tend to. */
import { html, say } from "../../shell/dom.js";
import WORDS from "./words.json";

/** The ratios beside their limits, as a small table that stays. @param {number} most */
export function ratioTable(most) {
  const cells = Array.from({ length: most }, () => ({
    name: html("th", { scope: "row" }),
    ratio: html("td", {}),
    limit: html("td", {}),
    note: html("td", { class: "pt-note" }),
  }));
  const rows = cells.map(({ name, ratio, limit, note }) =>
    html("tr", {}, name, ratio, limit, note),
  );
  const element = html(
    "table",
    { class: "pt-ratios" },
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        ...["", WORDS.ratio, WORDS.limit, WORDS.direction].map((text) =>
          text ? html("th", { scope: "col" }, text) : html("td", {}),
        ),
      ),
    ),
    html("tbody", {}, ...rows),
  );
  /** @param {{name: string, ratio: string, limit: string, turned: boolean}[]} found */
  const update = (found) =>
    cells.forEach((cell, i) => {
      const entry = found[i];
      rows[i].hidden = !entry;
      rows[i].classList.toggle("pt-total", i === found.length - 1);
      rows[i].classList.toggle("pt-outer-row", i === found.length - 2);
      rows[i].classList.toggle("pt-inner-row", i === 0);
      if (!entry) return;
      say(cell.name, entry.name);
      say(cell.ratio, entry.ratio);
      say(cell.limit, entry.limit);
      say(cell.note, entry.turned ? WORDS.turned : "");
    });
  return { element, update };
}

/** The two products of a chain: of the ratios, and of their limits. */
export function productLine() {
  const ratios = html("span", {}),
    limits = html("span", {});
  const element = html(
    "p",
    { class: "pt-products" },
    html("span", {}, `${WORDS.now} `),
    ratios,
    html("br"),
    html("span", {}, `${WORDS.limit} `),
    limits,
  );
  /** @param {{ratios: string, limits: string}} found */
  const update = (found) => {
    say(ratios, found.ratios);
    say(limits, found.limits);
  };
  return { element, update };
}
