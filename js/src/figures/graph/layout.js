/** Where everything stands: inputs at the top, the result at the bottom, by the library dagre. */
import { Graph, layout } from "@dagrejs/dagre";
import { plainText } from "../../language/writing.js";

/** @typedef {import("./sweep.js").Node} Node */
/** @typedef {{x: number, y: number}} Point */
/**
 * @typedef {Point & {width: number, height: number, text: string}} Box the middle, and the formula
 *   that is shown
 */
/**
 * @typedef {Point & {points: Point[], place: number, position: number}} Wire x and y are the middle
 *   of its label
 */

const GAPS = { nodesep: 9, edgesep: 8, ranksep: 24, marginx: 5, marginy: 5 };
const LABEL = { width: 50, height: 14, labelpos: "c" };
const LEAST = 84,
  SUM = 128,
  PADDING = 13;
/** About the width of a letter of the name, of one of the formula, and of a digit. */
const NAME = 8.5,
  LETTER = 7,
  DIGIT = 8,
  LONGEST = 24;
/** Room for the value: −0.9222 where it is computed, −1.25 where it is put in. */
const COMPUTED = 7,
  PUT_IN = 5,
  BETWEEN = 8;

/** Where the lines of a node stand: the first below its top, the next below that. */
export const LINE = { first: 16, next: 15.5, last: 6, sign: 6 };

/**
 * @param {Node[]} nodes
 * @param {number[]} wanted how many shares of an adjoint arrive at each
 * @param {boolean} roomy whether what is measured stands in the nodes too
 */
export function arranged(nodes, wanted, roomy) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", ...GAPS });
  nodes.forEach((node, place) => graph.setNode(String(place), size(node, wanted[place], roomy)));
  nodes.forEach((node, place) =>
    node.arguments.forEach((argument, position) =>
      graph.setEdge(
        String(argument),
        String(place),
        { ...LABEL, place, position },
        String(position),
      ),
    ),
  );
  layout(graph);
  const { width, height } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: nodes.map((_, place) => /** @type {Box} */ (graph.node(String(place)))),
    wires: graph.edges().map((edge) => /** @type {Wire} */ (graph.edge(edge))),
  };
}

/** @param {Node} node @param {number} wanted @param {boolean} roomy */
function size({ label, formula, given }, wanted, roomy) {
  const sums = wanted > 1; // they need a line for the sum as it grows
  const whole = formula === null ? "" : plainText(formula);
  const text = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
  const first = label.length * NAME + (formula === null ? PUT_IN : COMPUTED) * DIGIT + BETWEEN;
  const width = Math.max(LEAST, PADDING + Math.max(first, text.length * LETTER), sums ? SUM : 0);
  const lines = 2 + Number(formula !== null) + Number(!given && (roomy || sums));
  return {
    width,
    height: LINE.first + (lines - 1) * LINE.next + LINE.last + (sums ? LINE.sign : 0),
    text,
  };
}
