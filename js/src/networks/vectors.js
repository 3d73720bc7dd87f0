/** Vectors and corners of square blocks, kept row by row. */

const KEEP = 2 ** 33 + 1;

/**
 * Twenty binary digits of a number (Veltkamp's splitting; why: see ptcode/networks/flow.py).
 * @param {number} value
 */
export function kept(value) {
  const far = value * KEEP;
  return far - (far - value);
}

/** The root mean square of the entries. @param {Float64Array} vector */
export function size(vector) {
  let sum = 0;
  for (const entry of vector) sum += entry * entry;
  return Math.sqrt(sum / vector.length);
}

/** The first entries, scaled to size 1. @param {Float64Array} numbers @param {number} width */
export function unit(numbers, width) {
  const vector = numbers.slice(0, width),
    length = size(vector);
  return vector.map((entry) => entry / length);
}

/**
 * The corner of a block of rows times a vector.
 * @param {Float64Array} block
 * @param {Float64Array} vector
 * @param {number} most
 */
export function times(block, vector, most) {
  return vector.map((_, row) => {
    let sum = 0;
    for (let i = 0; i < vector.length; i++) sum += block[row * most + i] * vector[i];
    return sum;
  });
}

/**
 * The same, transposed.
 * @param {Float64Array} block
 * @param {Float64Array} vector
 * @param {number} most
 */
export function transposedTimes(block, vector, most) {
  const result = new Float64Array(vector.length);
  for (let row = 0; row < vector.length; row++) {
    for (let i = 0; i < vector.length; i++) result[i] += block[row * most + i] * vector[row];
  }
  return result;
}
