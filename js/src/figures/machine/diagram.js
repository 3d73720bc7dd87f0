/**
 * The expression as a tree of functions: the outer one at the root, x at the leaves, values rising.
 */
import { hierarchy, tree } from "d3-hierarchy";
import { say, set, svg } from "../../shell/dom.js";
import { textScale } from "../../shell/size.js";
import { format } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { label } from "./trace.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./trace.js").Node} Node */
/** @typedef {import("d3-hierarchy").HierarchyPointNode<Node>} Place */

const LEVEL = 62,
  HEIGHT = 30,
  TOP = 46,
  MARGIN = 14,
  NAMES = 44;

export function diagram() {
  const element = svg("svg", { role: "img", class: "pt-chart pt-tree" });
  /** @type {{node: Node, box: SVGElement, value: SVGElement, group: SVGElement}[]} */
  let marks = [];
  return {
    element,
    /**
     * Lays out the tree of an expression.
     * @param {Node} root
     * @param {string} text the expression
     */
    redraw(root, text) {
      const places = layout(root);
      const nodes = places.descendants();
      const left = Math.min(...nodes.map((place) => place.x - width(place) / 2)) - MARGIN - NAMES;
      const right = Math.max(...nodes.map((place) => place.x + width(place) / 2)) + MARGIN + NAMES;
      const height = TOP + LEVEL * places.height + HEIGHT / 2 + MARGIN;
      set(element, {
        viewBox: `${left} 0 ${right - left} ${height}`,
        width: (right - left) * textScale(),
        height: height * textScale(),
        "aria-label": phrase(WORDS.asTree, { text, tree: described(root) }),
      });
      marks = nodes.map((place) => mark(place, root));
      element.replaceChildren(
        ...composition(places),
        ...places.links().map(({ source, target }) => link(source, target)),
        ...marks.map(({ group }) => group),
      );
    },
    update() {
      for (const { node, box, value } of marks) {
        const works = Number.isFinite(node.value);
        say(value, node.trouble ? WORDS.breaks : works ? format(node.value) : "–");
        value.classList.toggle("pt-wrong", node.trouble !== "");
        box.classList.toggle("pt-broken", node.trouble !== "");
      }
    },
  };
}

/** @param {Node} root @returns {Place} */
function layout(root) {
  const places = hierarchy(root);
  const widest = Math.max(...places.descendants().map(width));
  /** @type {import("d3-hierarchy").TreeLayout<Node>} */
  const place = tree();
  return place.nodeSize([widest + 26, LEVEL])(places);
}

/** @param {{data: Node}} place */
function width({ data }) {
  return Math.max(34, 18 + 9 * label(data).length);
}

/** @param {Place} place */
const height = (place) => TOP + place.depth * LEVEL;

/** A node with its label, and its value on the way up. @param {Place} place @param {Node} root */
function mark(place, root) {
  const node = place.data,
    size = width(place);
  const role =
    node === root && node.children.length === 1
      ? "pt-outer-node"
      : node.children.length
        ? ""
        : "pt-leaf";
  const box = svg("rect", { x: -size / 2, y: -HEIGHT / 2, width: size, height: HEIGHT, rx: 8 });
  const text = svg(
    "text",
    { class: "pt-name", "text-anchor": "middle", dy: "0.32em" },
    label(node),
  );
  const toLeft = place.parent !== null && place.x < place.parent.x;
  const value = svg("text", {
    class: "pt-value",
    x: toLeft ? -7 : 7,
    y: -HEIGHT / 2 - 9,
    "text-anchor": toLeft ? "end" : "start",
  });
  const group = svg(
    "g",
    { class: `pt-node ${role}`, transform: `translate(${place.x},${height(place)})` },
    box,
    text,
    value,
  );
  return { node, box, value, group };
}

/** @param {Place} source @param {Place} target */
function link(source, target) {
  const [from, to] = [height(target) - HEIGHT / 2, height(source) + HEIGHT / 2];
  const middle = (from + to) / 2;
  return svg("path", {
    class: "pt-link",
    d: `M${target.x} ${from}C${target.x} ${middle} ${source.x} ${middle} ${source.x} ${to}`,
  });
}

/** The names of outer and inner, and the border around all that is inside. @param {Place} root */
function composition(root) {
  const [child, second] = root.children ?? [];
  if (!child || second || !child.children) return [];
  const inside = child.descendants();
  const left = Math.min(...inside.map((place) => place.x - width(place) / 2)) - 8;
  const right = Math.max(...inside.map((place) => place.x + width(place) / 2)) + 46;
  const top = height(child) - HEIGHT / 2 - 26;
  const bottom = height(child) + LEVEL * child.height + HEIGHT / 2 + 8;
  return [
    svg("rect", {
      class: "pt-enclosure",
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      rx: 10,
    }),
    svg(
      "text",
      {
        class: "pt-outer",
        x: root.x - width(root) / 2 - 10,
        y: height(root),
        dy: "0.32em",
        "text-anchor": "end",
      },
      WORDS.outer,
    ),
    svg(
      "text",
      { class: "pt-inner", x: left - 10, y: height(child), dy: "0.32em", "text-anchor": "end" },
      WORDS.inner,
    ),
  ];
}

/** The tree in words, from the root down. @param {Node} node @returns {string} */
function described(node) {
  const parts = node.children.map(described);
  if (parts.length > 1)
    return phrase(WORDS.of, {
      kind: WORDS.kinds[node.kind],
      parts: parts.map((part) => `(${part})`).join(WORDS.and),
    });
  const [inner] = parts;
  return inner ? phrase(WORDS.inside, { step: plainText(node.step), inner }) : plainText(node.tree);
}
