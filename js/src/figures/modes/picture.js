/** The graph of a sweep: nodes with value and tangent or adjoint, edges with local derivatives. */
import { arrowhead } from "../../charts/marks.js";
import { format } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { say, set, svg } from "../../shell/dom.js";
import { sizeWatch, textScale } from "../../shell/size.js";
import { equation, marked } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").State} State */
/** @typedef {import("./sweep.js").Node} Node */
/** @typedef {import("./sweep.js").Edge} Edge */

const BOX = { width: 94, height: 54 },
  PITCH = { x: 102, y: 96 },
  MARGIN = 4,
  INSET = 6,
  APART = 26;

/** The middle of a node. @param {Node} node */
const middle = ({ at: [column, row] }) => [
  MARGIN + BOX.width / 2 + column * PITCH.x,
  MARGIN + BOX.height / 2 + row * PITCH.y,
];

/** @param {Node[]} first the graph that is shown first: the picture has its size at once */
export function picture(first) {
  const element = svg("svg", {
    role: "img",
    class: "pt-chart pt-modes-graph",
    "aria-label": WORDS.picture,
  });
  let drawn = /** @type {Node[] | null} */ (null);
  let nodes = /** @type {ReturnType<typeof nodeMark>[]} */ ([]);
  let edges = /** @type {ReturnType<typeof edgeMark>[]} */ ([]);
  /** @param {Node[]} all */
  const frame = (all) => {
    const [width, height] = [0, 1].map((side) =>
      Math.max(...all.map((node) => middle(node)[side])),
    );
    const [right, low] = [width + BOX.width / 2 + MARGIN, height + BOX.height / 2 + MARGIN];
    set(element, {
      viewBox: `0 0 ${right} ${low}`,
      width: right * textScale(),
      height: low * textScale(),
    });
  };
  /** @param {State} state */
  const redraw = (state) => {
    drawn = state.nodes;
    nodes = drawn.map(nodeMark);
    edges = state.edges.map((edge) => edgeMark(edge, state));
    frame(drawn);
    element.replaceChildren(...[...edges, ...nodes].map(({ group }) => group));
  };
  frame(first);
  return {
    element,
    measure: sizeWatch(element),
    /** @param {State} state @param {boolean} anew */
    draw(state, anew) {
      if (anew || drawn !== state.nodes) redraw(state);
      nodes.forEach((mark, place) => updateNode(mark, place, state));
      for (const mark of edges) updateEdge(mark, state);
    },
  };
}

/** @param {Node} node */
function nodeMark(node) {
  const [left, right] = [INSET - BOX.width / 2, BOX.width / 2 - INSET];
  const found = svg("text", { class: "pt-found", x: right, y: 20, "text-anchor": "end" });
  const group = svg(
    "g",
    { transform: `translate(${middle(node)})` },
    svg("rect", {
      x: -BOX.width / 2,
      y: -BOX.height / 2,
      ...BOX,
      rx: node.formula ? 5 : 14,
    }),
    svg("text", { class: "pt-name", x: left, y: -11 }, node.label),
    svg("text", { class: "pt-known", x: right, y: -11, "text-anchor": "end" }, format(node.value)),
    svg("text", { class: "pt-made-of", x: left, y: 5 }, node.formula),
    found,
  );
  return { group, found };
}

/** @param {ReturnType<typeof nodeMark>} mark @param {number} place @param {State} state */
function updateNode({ group, found }, place, state) {
  const { nodes, sweep, known, current } = state,
    name = marked(nodes[place].label, sweep.forward);
  say(found, known[place] ? equation(state, place) : phrase(WORDS.waiting, { name }));
  dress(group, "pt-node", { unknown: !known[place], active: place === current });
}

/** @param {Edge} edge @param {State} state */
function edgeMark(edge, state) {
  const { from, to, local } = edge,
    [top, bottom] = ends(edge, state);
  const [x, y] = [0, 1].map((side) => (top[side] + bottom[side]) / 2);
  const head = svg("path", { class: "pt-tip" });
  const group = svg(
    "g",
    {},
    svg("path", { class: "pt-link", d: `M${top}L${bottom}` }),
    head,
    svg(
      "text",
      { class: "pt-local", x, y, dy: "0.34em", "text-anchor": "middle" },
      phrase(WORDS.times, { local: format(local, 3) }),
    ),
  );
  return {
    group,
    head,
    up: arrowhead(...bottom, ...top),
    down: arrowhead(...top, ...bottom),
    from,
    to,
  };
}

/**
 * From below the maker to above what is made, beside the other edges there.
 * @param {Edge} edge @param {State} state @returns {[number, number][]}
 */
function ends({ from, to }, { nodes, edges }) {
  const half = BOX.height / 2,
    [[left, top], [right, low]] = [from, to].map((place) => middle(nodes[place]));
  /** @param {"from" | "to"} near @param {"from" | "to"} far */
  const beside = (near, far) => {
    const here = { from, to },
      column = (/** @type {Edge} */ edge) => nodes[edge[far]].at[0];
    const all = edges.filter((edge) => edge[near] === here[near]);
    const before = all.filter((edge) => column(edge) < nodes[here[far]].at[0]).length;
    return APART * (before - (all.length - 1) / 2);
  };
  return [
    [left + beside("from", "to"), top + half],
    [right + beside("to", "from"), low - half],
  ];
}

/** @param {ReturnType<typeof edgeMark>} mark @param {State} state */
function updateEdge({ group, head, up, down, from, to }, { sweep: { forward }, known, current }) {
  const into = forward ? to : from;
  set(head, { d: forward ? down : up });
  dress(group, "pt-edge", { passed: known[into], active: into === current });
}

/** @param {Element} element @param {string} kind @param {Record<string, boolean>} looks */
function dress(element, kind, looks) {
  const worn = Object.keys(looks).filter((look) => looks[look]);
  set(element, { class: [kind, ...worn.map((look) => `pt-${look}`)].join(" ") });
}
