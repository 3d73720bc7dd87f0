/** The derivation as a list: each step in words, its line, its value; the step shown is marked. */
import { html, say } from "../../shell/dom.js";
import { mathml } from "../../language/mathml.js";
import { shown } from "./words.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../language/steps.js").Step} Step */
/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {(path: string) => string | null} Paint */

/** @param {(step: number) => void} choose */
export function lines(choose) {
  const given = html("p", { class: "pt-given" });
  const list = html("ol", { class: "pt-steps" });
  const element = html(
    "div",
    { class: "pt-derivation", tabindex: "0", role: "region", "aria-label": WORDS.list },
    given,
    list,
  );
  /** @type {{value: HTMLElement, measured: HTMLElement}[]} */ let cells = [];

  /** @param {Tree} tree @param {Step[]} steps */
  const redraw = (tree, steps) => {
    given.replaceChildren(
      mathml(["Equal", "y", tree], { paint: within("2", inExpression(tree, steps)) }),
    );
    cells = steps.map(() => ({
      value: html("span", {}),
      measured: html("span", { class: "pt-measured" }),
    }));
    list.replaceChildren(...steps.map((step, i) => item(step, cells[i], () => choose(i + 1))));
  };
  /** @param {number} step how many are shown */
  const mark = (step) =>
    [...list.children].forEach((li, i) => {
      li.classList.toggle("pt-later", i >= step);
      if (i === step - 1) li.setAttribute("aria-current", "step");
      else li.removeAttribute("aria-current");
    });
  /** @param {import("../../language/check.js").Reading[]} readings */
  const update = (readings) =>
    cells.forEach(({ value, measured }, i) => {
      say(value, shown(readings[i].value));
      const nudged = readings[i].measured;
      const told = nudged === null || Number.isNaN(nudged) ? "" : shown(nudged);
      say(measured, told && phrase(WORDS.measured, { measured: told }));
    });
  return { element, redraw, mark, update };
}

/**
 * @param {Step} step @param {{value: HTMLElement, measured: HTMLElement}} cells
 * @param {() => void} choose
 */
function item(step, { value, measured }, choose) {
  const { text, left, right, depth, kind, of, link } = step;
  const last = of.links.length - 1;
  /** @type {Paint} */
  const paint = (path) => {
    if (kind === "chain")
      return within("2", (at) => (/^\d+$/.test(at) ? role(last + 1 - Number(at), last) : null))(
        path,
      );
    return link >= 0 && path === "2" ? role(link, last) : null;
  };
  return html(
    "li",
    { click: choose, style: depth ? `margin-left: ${1.2 * depth}rem` : null },
    html("p", { class: "pt-rule" }, text),
    html(
      "div",
      { class: "pt-line" },
      mathml(["Equal", left, right], { paint }),
      html("span", { class: "pt-line-value" }, "= ", value, " ", measured),
    ),
  );
}

/** How a link of the chain is marked. @param {number} link @param {number} last */
function role(link, last) {
  return link === last ? "pt-outer" : link === 0 ? "pt-inner" : "pt-between";
}

/**
 * Paint for a part at a path, in that part's own paths.
 * @param {string} prefix @param {Paint} paint @returns {Paint}
 */
function within(prefix, paint) {
  return (path) =>
    path === prefix
      ? paint("")
      : path.startsWith(`${prefix}.`)
        ? paint(path.slice(prefix.length + 1))
        : null;
}

/**
 * In the expression itself: the outer function, and in it what is inside.
 * @param {Tree} tree @param {Step[]} steps @returns {Paint}
 */
function inExpression(tree, steps) {
  const { links } = steps[steps.length - 1].of,
    last = links.length - 1;
  /** @type {Record<string, string>} */ const roles = {};
  for (let link = last; link >= 0; link--) {
    const path = find(tree, JSON.stringify(links[link].value));
    if (path !== null) roles[path] = role(link, last);
  }
  return (path) => roles[path] ?? null;
}

/**
 * Where a part stands in a tree.
 * @param {Tree} tree @param {string} part @param {string} [path] @returns {string | null}
 */
function find(tree, part, path = "") {
  if (JSON.stringify(tree) === part) return path;
  if (!Array.isArray(tree)) return null;
  for (let i = 1; i < tree.length; i++) {
    const found = find(tree[i], part, path ? `${path}.${i}` : String(i));
    if (found !== null) return found;
  }
  return null;
}
