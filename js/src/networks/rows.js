/**
 * MathJSON trees over whole rows of numbers: every node of a tree is one loop. Compiled once, a
 * tree allocates nothing when it runs. The trees are data that came from ptcode.
 */
import { evaluatorOf, sigmoid, takes } from "../core/operations.js";

/** @typedef {import("../core/expression.js").Tree} Tree */

/**
 * Writes the first `length` values of a tree to `out`; `sources` holds a row for each variable.
 * @typedef {(sources: Float64Array[], length: number, out: Float64Array) => void} Rowwise
 */

/** @typedef {(out: Float64Array, length: number) => void} Loop changes a row in place */
/** @typedef {(out: Float64Array, other: Float64Array, length: number) => void} Merge */

// The operations of a training, one loop each: in a loop that is handed a function, as every other
// operation has it, the call would box its numbers.
/** @type {Partial<Record<string, Loop>>} */
const FAST = {
  Negate: (out, length) => {
    for (let i = 0; i < length; i++) out[i] = -out[i];
  },
  Exp: (out, length) => {
    for (let i = 0; i < length; i++) out[i] = Math.exp(out[i]);
  },
  Tanh: (out, length) => {
    for (let i = 0; i < length; i++) out[i] = Math.tanh(out[i]);
  },
  Sigmoid: (out, length) => {
    for (let i = 0; i < length; i++) out[i] = sigmoid(out[i]);
  },
  ReLU: (out, length) => {
    for (let i = 0; i < length; i++) out[i] = Math.max(out[i], 0);
  },
  Step: (out, length) => {
    for (let i = 0; i < length; i++) out[i] = out[i] > 0 ? 1 : 0;
  },
};

/** @type {Partial<Record<string, Merge>>} */
const FAST_MERGES = {
  Add: (out, other, length) => {
    for (let i = 0; i < length; i++) out[i] += other[i];
  },
  Multiply: (out, other, length) => {
    for (let i = 0; i < length; i++) out[i] *= other[i];
  },
  Divide: (out, other, length) => {
    for (let i = 0; i < length; i++) out[i] /= other[i];
  },
  Rational: (out, other, length) => {
    for (let i = 0; i < length; i++) out[i] /= other[i];
  },
};

/** The loop of any other operation of one row. @param {string} head @returns {Loop} */
function loopOf(head) {
  const f = /** @type {(a: number) => number} */ (evaluatorOf(head));
  return (out, length) => {
    for (let i = 0; i < length; i++) out[i] = f(out[i]);
  };
}

/** The loop of any other operation of two rows. @param {string} head @returns {Merge} */
function mergeOf(head) {
  const f = evaluatorOf(head);
  return (out, other, length) => {
    for (let i = 0; i < length; i++) out[i] = f(out[i], other[i]);
  };
}

/** @type {Loop} */
const square = (out, length) => {
  for (let i = 0; i < length; i++) out[i] *= out[i];
};

/**
 * @param {Tree} tree
 * @param {string[]} variables
 * @param {number} capacity the longest row there will be
 * @returns {Rowwise}
 */
export function compileRows(tree, variables, capacity) {
  if (typeof tree === "number")
    return (_, length, out) => {
      out.fill(tree, 0, length);
    };
  if (typeof tree === "string") return copy(tree, variables);
  const [head, ...rest] = tree;
  if (!takes(head, rest.length))
    throw new Error(`cannot evaluate ${JSON.stringify(tree)} row by row: unknown head ${head}`);
  const squared = head === "Power" && rest[1] === 2;
  const loop = squared ? square : rest.length === 1 && (FAST[head] ?? loopOf(head));
  const parts = (loop ? [rest[0]] : rest).map((part) => compileRows(part, variables, capacity));
  if (loop) {
    return (sources, length, out) => {
      parts[0](sources, length, out);
      loop(out, length);
    };
  }
  const merge = FAST_MERGES[head] ?? mergeOf(head);
  const scratch = new Float64Array(capacity);
  return (sources, length, out) => {
    parts[0](sources, length, out);
    for (let k = 1; k < parts.length; k++) {
      parts[k](sources, length, scratch);
      merge(out, scratch, length);
    }
  };
}

/** @param {string} name @param {string[]} variables @returns {Rowwise} */
function copy(name, variables) {
  const index = variables.indexOf(name);
  if (index < 0)
    throw new Error(`cannot evaluate ${name}: it is not one of ${variables.join(", ")}`);
  return (sources, length, out) => {
    const source = sources[index];
    for (let i = 0; i < length; i++) out[i] = source[i];
  };
}
