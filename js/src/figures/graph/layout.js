/** Where everything stands: inputs at the top, the result at the bottom, by the library dagre. */
import { Graph, layout } from "@dagrejs/dagre";

/** @typedef {[number, number]} Point */
/**
 * @typedef {object} Wire from a node to one that is made from it
 * @property {number} place of the node that is made
 * @property {number} position of the other among its arguments
 * @property {Point} middle of its label
 * @property {Point[]} points
 */
/**
 * @typedef {object} Question
 * @property {Point[]} sizes width and height of each node
 * @property {number[][]} makers the places of the nodes that each is made from
 */
/** @typedef {{width: number, height: number, middles: Point[], wires: Wire[]}} Layout */

/**
 * @typedef {object} Rows of a layout in the making: what stands in which row, and where in it
 * @property {(name: string) => {rank: number, order: number, edgeObj?: {name?: string}}} node
 * @property {() => string[]} nodes @property {() => string[]} sinks
 * @property {(name: string) => {v: string}[]} inEdges
 */
/** @typedef {(rows: Rows, usual: () => void) => void} Order gives every node a place in its row */

const GAPS = { nodesep: 9, edgesep: 8, ranksep: 30, marginx: 5, marginy: 5 };
const LABEL = { width: 44, height: 14, labelpos: "r", labeloffset: 4 };
/** How much worse a crossing is than an argument that stands before one that precedes it. */
const CROSSING = 2;

/**
 * Of some orders of the rows the one with the fewest crossings, in which what a node is made from
 * stands in the order of its formula as far as it can.
 * @param {Question} question @returns {Layout}
 */
export function laidOut(question) {
  const found = ORDERS.map((order) => {
    const made = arranged(question, order);
    return { made, cost: CROSSING * crossings(made) + turned(made, question.makers) };
  });
  return found.reduce((best, one) => (one.cost < best.cost ? one : best)).made;
}

/**
 * As formulas are read: from the result up, each argument with all above it before the next.
 * @type {Order}
 */
const read = (rows) => {
  /** @type {Record<number, number>} */ const taken = {};
  const seen = new Set();
  const position = (/** @type {{v: string}} */ { v }) => Number(rows.node(v).edgeObj?.name ?? 0);
  /** @param {string} name */
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const node = rows.node(name);
    node.order = taken[node.rank] ?? 0;
    taken[node.rank] = node.order + 1;
    const above = [...rows.inEdges(name)].sort((a, b) => position(a) - position(b));
    for (const { v } of above) visit(v);
  };
  rows.sinks().forEach(visit);
};

/** The other way round. @type {Order} */
const mirrored = (rows, usual) => {
  usual();
  const all = rows.nodes().map(rows.node, rows);
  const last = Math.max(...all.map(({ order }) => order));
  for (const node of all) node.order = last - node.order;
};

/** @type {Order[]} */
const ORDERS = [read, (_, usual) => usual(), mirrored];

/** @param {Question} question @param {Order} order @returns {Layout} */
function arranged({ sizes, makers }, order) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", ...GAPS });
  sizes.forEach(([width, height], place) => graph.setNode(String(place), { width, height }));
  makers.forEach((some, place) =>
    some.forEach((maker, position) =>
      graph.setEdge(String(maker), String(place), { ...LABEL, place, position }, String(position)),
    ),
  );
  layout(graph, {
    customOrder: (rows, usual) =>
      order(/** @type {Rows} */ (/** @type {unknown} */ (rows)), () => usual(rows)),
  });
  const { width, height } = graph.graph();
  const point = (/** @type {{x: number, y: number}} */ { x, y }) =>
    /** @type {Point} */ ([rounded(x), rounded(y)]);
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    middles: sizes.map((_, place) => point(graph.node(String(place)))),
    wires: graph.edges().map((edge) => {
      const { place, position, points, ...middle } = graph.edge(edge);
      return { place, position, middle: point(middle), points: points.map(point) };
    }),
  };
}

/** How many pairs of wires cross between two heights. @param {Layout} layout */
function crossings({ wires }) {
  const pieces = wires.flatMap(({ points }) => points.slice(1).map((end, i) => [points[i], end]));
  let count = 0;
  pieces.forEach(([a, b], i) => {
    for (const [c, d] of pieces.slice(i + 1)) {
      const [top, bottom] = [Math.max(a[1], c[1]) + 0.5, Math.min(b[1], d[1]) - 0.5];
      if (bottom <= top) continue;
      const apart = [top, bottom].map((y) => across(a, b, y) - across(c, d, y));
      if (apart[0] * apart[1] < 0) count += 1;
    }
  });
  return count;
}

/**
 * Where a piece of a wire is at some height.
 * @param {Point} from @param {Point} to @param {number} y
 */
const across = ([x1, y1], [x2, y2], y) => x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);

/**
 * How many arguments stand to the right of one that follows in the formula.
 * @param {Layout} layout @param {number[][]} makers
 */
function turned({ middles }, makers) {
  return makers
    .flatMap((some) => some.slice(1).map((right, i) => middles[some[i]][0] > middles[right][0]))
    .filter(Boolean).length;
}

/** Finer than any pixel. @param {number} value */
const rounded = (value) => Number(value.toFixed(4));
