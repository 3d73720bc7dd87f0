/** The way of each edge: slanting only between rows, so that it is behind no node and no label. */

/** @typedef {import("./layout.js").Point} Point */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").Question} Question */

/** Half the height of a label, and how near to a corner of a node an edge ends. */
const LABEL = 8,
  CORNER = 14,
  APART = 16;

/**
 * The points of every wire of a layout, in their order.
 * @param {Layout} layout @param {Question} question @returns {Point[][]}
 */
export function routes({ middles, wires }, { sizes, makers }) {
  const half = (/** @type {number} */ place) => sizes[place][1] / 2;
  const row = (/** @type {number} */ y) =>
    Math.max(LABEL, ...middles.flatMap(([, at], i) => (Math.abs(at - y) < 1 ? [half(i)] : [])));
  const ends = arrivals(middles, wires, sizes);
  return wires.map(({ place, position, points }, i) => {
    const [left, top] = middles[makers[place][position]],
      maker = makers[place][position];
    const y = middles[place][1];
    /** @type {Point[]} */
    const all = [
      [left, top + half(maker)],
      [left, top + row(top)],
      ...points
        .slice(1, -1)
        .flatMap(([x, at]) => [
          /** @type {Point} */ ([x, at - row(at)]),
          /** @type {Point} */ ([x, at + row(at)]),
        ]),
      [ends[i], y - row(y)],
      [ends[i], y - half(place)],
    ];
    return all.filter(([, at], k) => k === 0 || at > all[k - 1][1] + 0.01);
  });
}

/**
 * The line through the points of an edge, monotone in y. Whatever slants stands between upright
 * pieces, to which it bends; where it is the first piece or the last, it arrives slanting.
 * @param {Point[]} points
 */
export function line(points) {
  const { length } = points;
  if (length === 2) return `M${points.join("L")}`;
  const pieces = points.slice(1).map(([x, y], i) => {
    const [fromX, fromY] = points[i];
    if (x === fromX) return `V${y}`;
    const [third, half] = [(y - fromY) / 3, (x - fromX) / 2];
    const out = fromX + (i === 0 ? half : 0);
    const back = x - (i === length - 2 ? half : 0);
    return `C${out},${fromY + third},${back},${y - third},${x},${y}`;
  });
  return `M${points[0]}${pieces.join("")}`;
}

/**
 * Where on the upper side of its node each wire ends: below where it comes from, apart from others.
 * @param {Point[]} middles @param {import("./layout.js").Wire[]} wires @param {Point[]} sizes
 */
function arrivals(middles, wires, sizes) {
  const ends = wires.map(() => 0);
  for (const [place, [middle]] of middles.entries()) {
    const coming = wires
      .map(({ points }, i) => ({ i, from: points[points.length - 2][0] }))
      .filter(({ i }) => wires[i].place === place)
      .sort((a, b) => a.from - b.from);
    const reach = sizes[place][0] / 2 - CORNER;
    coming.forEach(({ i, from }, k) => {
      const [low, high] = [-reach + APART * k, reach - APART * (coming.length - 1 - k)];
      const least = k ? ends[coming[k - 1].i] - middle + APART : low;
      ends[i] = middle + Math.max(least, Math.min(high, from - middle));
    });
  }
  return ends;
}
