/**
 * Where everything stands, from the table of the book's graphs. For any other graph a page first
 * fetches the library that lays graphs out.
 */
import { question, sizesOf } from "./boxes.js";
import PLACED from "./placed.js";
import { routes } from "./routes.js";

/** @typedef {import("./sweep.js").Node} Node */
/** @typedef {import("./boxes.js").Size & {x: number, y: number}} Box x and y are its middle */

/** @type {typeof import("./layout.js").laidOut | undefined} */ let library;

/** Fetches what lays out any graph; fails where it cannot be had. */
export async function fetchLibrary() {
  library ??= (await import("./layout.js")).laidOut;
}

/** Can this graph be drawn at once? @param {Node[]} nodes */
export function isAtHand(nodes) {
  const known = (/** @type {boolean} */ roomy) =>
    Object.hasOwn(PLACED, JSON.stringify(question(nodes, sizesOf(nodes, roomy))));
  return library !== undefined || (known(true) && known(false));
}

/**
 * @param {Node[]} nodes
 * @param {boolean} roomy whether what is measured stands in the nodes too
 * @returns null while it is not at hand
 */
export function arranged(nodes, roomy) {
  const sizes = sizesOf(nodes, roomy),
    asked = question(nodes, sizes);
  const layout = PLACED[JSON.stringify(asked)] ?? library?.(asked);
  if (!layout) return null;
  const boxes = layout.middles.map(([x, y], place) => ({ ...sizes[place], x, y }));
  const ways = routes(layout, asked);
  const wires = layout.wires.map((wire, i) => ({ ...wire, points: ways[i] }));
  return { ...layout, wires, boxes };
}
