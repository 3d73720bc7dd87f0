/** The machines in a row: a number goes in, each machine hands its value to the next. */
import { html, say } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { mathml } from "../../language/mathml.js";
import { formula, row } from "./trace.js";
import WORDS from "./words.json";

/** @typedef {import("./trace.js").Node} Node */

/** Names of the values between the machines, from the outer function inwards: u goes into it. */
const LETTERS = ["u", "v", "w", "p", "q", "r", "s", "t"];

export function machines() {
  const entry = html("span", { class: "pt-port-value" });
  const element = html("ol", { class: "pt-row", "aria-label": WORDS.row });
  /** @type {{node: Node, box: HTMLElement, output: HTMLElement}[]} */
  let boxes = [];
  return {
    element,
    /**
     * Sets up the machines of an expression.
     * @param {Node} root @param {string[]} given names of their values, if they have their own
     */
    redraw(root, given) {
      boxes = [];
      const nodes = row(root);
      const make = (/** @type {Node} */ node, /** @type {Element} */ formula) => {
        const output = html("span", { class: "pt-port-value" });
        const box = html(
          "li",
          { class: "pt-box" },
          html("span", { class: "pt-formula" }, formula),
          output,
        );
        boxes.push({ node, box, output });
        return box;
      };
      const start = html(
        "li",
        { class: "pt-port" },
        html("span", { class: "pt-formula" }, "x"),
        entry,
      );
      element.replaceChildren(start, ...sideBySide(nodes[0], make), ...groups(nodes, make, given));
    },
    /** Shows the values of one x. @param {number} x */
    update(x) {
      say(entry, format(x));
      for (const { node, box, output } of boxes) {
        say(
          output,
          node.trouble ? WORDS.breaks : Number.isFinite(node.value) ? format(node.value) : "–",
        );
        box.classList.toggle("pt-broken", node.trouble !== "");
      }
    },
  };
}

/** @typedef {(node: Node, formula: Element) => HTMLElement} Make */

/**
 * The parts of a sum or product: each gets x, none is inside another.
 * @param {Node} node @param {Make} make
 */
function sideBySide(node, make) {
  if (node.children.length < 2) return [];
  const boxes = node.children.map((part) => make(part, mathml(part.tree)));
  return [group("pt-parts", WORDS.sideBySide, boxes)];
}

/**
 * The chain from the inside out, its last machine apart: that is the outer function.
 * @param {Node[]} nodes @param {Make} make @param {string[]} given
 */
function groups(nodes, make, given) {
  const letters = nodes.map((_, i) => ["y", ...LETTERS][nodes.length - 1 - i] ?? "t");
  const names = given.length ? given : letters;
  const boxes = nodes.map((node, i) => {
    const tree = formula(node, names[i - 1] ?? "x");
    return make(node, html("span", {}, html("i", {}, names[i]), " = ", mathml(tree)));
  });
  const last = nodes[nodes.length - 1];
  if (nodes.length === 1)
    return [group("pt-alone-box", last.children.length > 1 ? WORDS.kinds[last.kind] : "", boxes)];
  const outer = boxes.slice(-1),
    inner = boxes.slice(0, -1);
  return [group("pt-inner-group", WORDS.inner, inner), group("pt-outer-group", WORDS.outer, outer)];
}

/** @param {string} kind @param {string} caption @param {HTMLElement[]} boxes */
function group(kind, caption, boxes) {
  return html(
    "li",
    { class: `pt-group ${kind}` },
    html("span", { class: "pt-caption" }, caption),
    html("ol", {}, ...boxes),
  );
}
