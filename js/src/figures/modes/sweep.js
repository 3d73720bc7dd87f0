/**
 * A sweep over a graph: tangents from an input on, or adjoints from an output back. The values and
 * the local derivatives are data: this file multiplies and adds. The twin of
 * ptcode/autodiff/graph/modes.py.
 */

/** @typedef {import("../../../generated/figures.d.ts").TwoModes} Traits */
/** @typedef {Traits["data"]["graphs"][number]["nodes"][number]} Node */
/** @typedef {{from: number, to: number, local: number}} Edge between the places of two nodes */
/**
 * @typedef {object} Sweep
 * @property {boolean} forward
 * @property {number[]} starts the places where a sweep of this mode can start
 * @property {number} seed the place where this one does
 * @property {number[]} ends the places of what it looks for
 * @property {number[]} order the places of the other nodes, as they are computed
 * @property {number[]} numbers the tangent or adjoint of every node
 * @property {Edge[][]} edges what each node's number is the sum over, none for a start
 */

/** @param {Node[]} nodes @returns {Edge[]} */
export const edgesOf = (nodes) =>
  nodes.flatMap(({ arguments: made, locals }, to) =>
    made.map((from, i) => ({ from, to, local: locals[i] })),
  );

/** The places of the inputs, and of the outputs. @param {Node[]} nodes */
export function endsOf(nodes) {
  const all = [...nodes.keys()],
    used = new Set(nodes.flatMap((node) => node.arguments));
  return {
    inputs: all.filter((place) => nodes[place].arguments.length === 0),
    outputs: all.filter((place) => !used.has(place)),
  };
}

/**
 * @param {Node[]} nodes in the order of computing @param {boolean} forward
 * @param {string} key of the seed; where the mode cannot start at it, the first place is taken
 * @returns {Sweep}
 */
export function sweepOf(nodes, forward, key) {
  const { inputs, outputs } = endsOf(nodes),
    [starts, ends] = forward ? [inputs, outputs] : [outputs, inputs];
  const seed = starts.find((place) => nodes[place].key === key) ?? starts[0];
  const computed = [...nodes.keys()].filter((place) => !starts.includes(place)),
    order = forward ? computed : computed.reverse();
  const all = edgesOf(nodes),
    used = forward ? all : all.reverse(); // the share of a node made later comes first
  const edges = nodes.map((_, place) =>
    used.filter(({ from, to }) => (forward ? to : from) === place),
  );
  const numbers = nodes.map((_, place) => Number(place === seed));
  for (const place of order)
    for (const edge of edges[place])
      numbers[place] += edge.local * numbers[forward ? edge.from : edge.to];
  return { forward, starts, seed, ends, order, numbers, edges };
}
