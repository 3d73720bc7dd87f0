/** Sums over all paths through a layered graph: path by path, and factored, node by node. */

/**
 * @typedef {number[][][]} Links for each pair of neighbouring layers the local derivatives, by
 *   earlier and later node
 */
/** Of the largest graph.
 * @typedef {{first: number[], between: number[][][], last: number[]}} Locals
 */

/**
 * The local derivatives of a graph.
 * @param {Locals} locals @param {number} layers @param {number} width @returns {Links}
 */
export function linksOf({ first, between, last }, layers, width) {
  const blocks = between.slice(0, layers - 1);
  return [
    [first.slice(0, width)],
    ...blocks.map((block) => block.slice(0, width).map((row) => row.slice(0, width))),
    last.slice(0, width).map((local) => [local]),
  ];
}

/**
 * How many paths there are, and products of two numbers: path by path, and factored. A path has one
 * edge more than layers. Factored, an edge is used once, one into y not at all.
 * @param {number} layers @param {number} width
 */
export function countsOf(layers, width) {
  const paths = width ** layers;
  return { paths, multiplied: layers * paths, factored: (layers - 1) * width ** 2 + width };
}

/**
 * The nodes of a path, from x to y.
 * @param {number} path from 1 @param {number} layers @param {number} width
 */
export function routeOf(path, layers, width) {
  const inner = Array.from({ length: layers }, (_, l) =>
    Math.floor((path - 1) / width ** (layers - 1 - l)),
  );
  return [0, ...inner.map((place) => place % width), 0];
}

/** The local derivatives along a path. @param {Links} links @param {number[]} route */
export const along = (links, route) => links.map((block, l) => block[route[l]][route[l + 1]]);

/**
 * For every path the product of its local derivatives, and what no path, the first one, the first
 * two, … add up to: at the end, dy/dx.
 * @param {Links} links
 */
export function pathSums(links) {
  const products = links.reduce(
    (found, block) =>
      found.flatMap((product, i) => block[i % block.length].map((local) => product * local)),
    [1],
  );
  const sums = [0];
  for (const product of products) sums.push(sums[sums.length - 1] + product);
  return { products, sums };
}

/**
 * ∂y/∂v of every node v, layer by layer from x to y: what comes back along each edge, added.
 * @param {Links} links
 */
export function adjointsOf(links) {
  const found = [[1]];
  for (const block of [...links].reverse()) {
    const [after] = found;
    found.unshift(block.map((row) => row.reduce((sum, local, j) => sum + local * after[j], 0)));
  }
  return found;
}
