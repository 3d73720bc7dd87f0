/**
 * MathJSON trees as functions of numbers. The tree is data that came from ptcode; this file knows
 * how to add, multiply and look up, and not a single derivative.
 */

/**
 * @typedef {any[]} Operation a head and its parts, as [head, ...Tree[]]: no tuple narrows so well
 */
/** @typedef {number | string | Operation} Tree */
/** @typedef {(values: Float64Array) => number} Evaluator */

/** @type {Record<string, number>} */
const CONSTANTS = { Pi: Math.PI, ExponentialE: Math.E };

/** @param {number} z */
export function sigmoid(z) {
  const small = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : small) / (1 + small);
}

/** @type {Record<string, (a: number) => number>} */
const UNARY = {
  Negate: (a) => -a,
  Exp: Math.exp,
  Ln: (a) => (a < 0 ? NaN : Math.log(a)),
  Sqrt: Math.sqrt,
  Abs: Math.abs,
  Sign: Math.sign,
  Sin: Math.sin,
  Cos: Math.cos,
  Tan: Math.tan,
  Tanh: Math.tanh,
  Sigmoid: sigmoid,
  Softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  ReLU: (z) => Math.max(z, 0),
  Step: (z) => (z > 0 ? 1 : 0),
};

/** @type {Record<string, (a: number, b: number) => number>} */
const BINARY = {
  Divide: (a, b) => a / b,
  Rational: (a, b) => a / b,
  Power: Math.pow,
};

/**
 * Turns a tree into a function of the variables' values, in the order given.
 * @param {Tree} tree
 * @param {string[]} variables
 * @returns {Evaluator}
 */
export function compile(tree, variables) {
  if (typeof tree === "number") return () => tree;
  if (typeof tree === "string") return symbol(tree, variables);
  const [head, ...rest] = tree;
  const parts = rest.map((part) => compile(part, variables));
  if (Object.hasOwn(UNARY, head) && parts.length === 1) {
    const [a] = parts,
      f = UNARY[head];
    return (values) => f(a(values));
  }
  if (Object.hasOwn(BINARY, head) && parts.length === 2) {
    const [a, b] = parts,
      f = BINARY[head];
    return (values) => f(a(values), b(values));
  }
  if (head === "Add") return (values) => parts.reduce((sum, part) => sum + part(values), 0);
  if (head === "Multiply") return (values) => parts.reduce((all, part) => all * part(values), 1);
  throw new Error(`cannot evaluate ${JSON.stringify(tree)}: unknown head ${head}`);
}

/**
 * A function of one number.
 * @param {Tree} tree
 * @param {string} variable
 * @returns {(value: number) => number}
 */
export function compileUnary(tree, variable) {
  const evaluate = compile(tree, [variable]);
  const values = new Float64Array(1);
  return (value) => {
    values[0] = value;
    return evaluate(values);
  };
}

/** @param {string} name @param {string[]} variables @returns {Evaluator} */
function symbol(name, variables) {
  const index = variables.indexOf(name);
  if (index >= 0) return (values) => values[index];
  if (Object.hasOwn(CONSTANTS, name)) return () => CONSTANTS[name];
  throw new Error(`cannot evaluate ${name}: it is not one of ${variables.join(", ")}`);
}
