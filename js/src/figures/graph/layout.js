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

const GAPS = { nodesep: 9, edgesep: 8, ranksep: 24, marginx: 5, marginy: 5 };
const LABEL = { width: 50, height: 14, labelpos: "c" };

/** @param {Question} question @returns {Layout} */
export function laidOut({ sizes, makers }) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", ...GAPS });
  sizes.forEach(([width, height], place) => graph.setNode(String(place), { width, height }));
  makers.forEach((some, place) =>
    some.forEach((maker, position) =>
      graph.setEdge(String(maker), String(place), { ...LABEL, place, position }, String(position)),
    ),
  );
  layout(graph);
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

/** Finer than any pixel. @param {number} value */
const rounded = (value) => Number(value.toFixed(4));
