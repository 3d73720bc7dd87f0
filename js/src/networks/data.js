/** Small data sets made from random numbers. */

/**
 * @typedef {object} Points
 * @property {Float64Array} columns all x₁, then all x₂
 * @property {Float64Array} labels 0 or 1
 */

/** @typedef {(index: number, label: number, share: number) => [number, number]} Place */

/** How many points are labelled 0; the others are labelled 1. @param {number} count */
const firstHalf = (count) => Math.ceil(count / 2);

/** @type {Record<string, {corners?: boolean, closed?: boolean, place: Place}>} */
const SHAPES = {
  "two-moons": {
    place: (_, label, share) =>
      label === 0
        ? [Math.cos(Math.PI * share), Math.sin(Math.PI * share)]
        : [1 - Math.cos(Math.PI * share), 0.5 - Math.sin(Math.PI * share)],
  },
  xor: { corners: true, place: (index) => [(index % 4) >> 1, index % 2] },
  circles: {
    closed: true,
    place: (_, label, share) => polar(label === 0 ? 1 : 0.5, 2 * Math.PI * share),
  },
  spiral: {
    place: (_, label, share) => polar(0.1 + 0.9 * share, 2.5 * Math.PI * share + Math.PI * label),
  },
};

/** @param {number} radius @param {number} turn @returns {[number, number]} */
function polar(radius, turn) {
  return [radius * Math.cos(turn), radius * Math.sin(turn)];
}

/**
 * @param {string} name
 * @param {number} count
 * @param {number} noise the standard deviation of what is added to each coordinate
 * @param {import("../core/random.js").Source} normal
 * @returns {Points}
 */
export function dataset(name, count, noise, normal) {
  const { corners, closed, place } = SHAPES[name];
  const columns = new Float64Array(2 * count),
    labels = new Float64Array(count);
  const half = firstHalf(count);
  for (let i = 0; i < count; i++) {
    const label = corners ? ((i % 4) >> 1) ^ (i % 2) : Number(i >= half);
    const [from, size] = label ? [half, count - half] : [0, half];
    const share = (i - from) / Math.max(1, closed ? size : size - 1);
    const [x1, x2] = place(i, label, share);
    columns[i] = x1 + noise * normal();
    columns[count + i] = x2 + noise * normal();
    labels[i] = label;
  }
  return { columns, labels };
}
