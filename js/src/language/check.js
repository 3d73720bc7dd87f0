/** Numbers beside a derivation: every line at x, and the same measured by a small nudge. */
import { compile, compileUnary, whereDefined } from "../core/expression.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./steps.js").Step} Step */
/**
 * @typedef {{value: number, measured: number | null}} Reading measured is null where the line is no
 *   derivative
 */

const NUDGE = Math.cbrt(Number.EPSILON);
const TOLERANCE = 1e-6;

/**
 * The central difference: the derivative measured, not derived.
 * @param {(value: number) => number} f
 * @param {number} x
 */
export function centralDifference(f, x) {
  const h = NUDGE * Math.max(1, Math.abs(x)),
    above = x + h,
    below = x - h;
  return (f(above) - f(below)) / (above - below);
}

/** @param {number} a @param {number} b */
export function agree(a, b) {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

/**
 * Compiles what can be compiled once, so that only numbers follow x.
 * @param {Tree} tree @param {Step[]} steps @param {string} variable
 */
export function checker(tree, steps, variable) {
  const y = compileUnary(tree, variable);
  const lines = steps.map(reader);
  return {
    y,
    /** @param {number} x */
    at: (x) => ({
      y: y(x),
      measured: centralDifference(y, x),
      lines: lines.map((line) => line(x)),
    }),
  };
}

/** @typedef {ReturnType<ReturnType<typeof checker>["at"]>} Numbers */

/** What a step's line is worth at x. @param {Step} step @returns {(x: number) => Reading} */
function reader({ kind, right, of, link }) {
  const { links, variable, expression } = of;
  if (kind === "name") {
    const value = compileUnary(links[link].value, variable);
    return (x) => ({ value: value(x), measured: null });
  }
  if (kind === "local") {
    const { inner, formula } = links[link];
    const before = link === 0 ? null : compileUnary(links[link - 1].value, variable);
    const f = compileUnary(formula, inner),
      local = whereDefined(compileUnary(right, inner), f);
    return (x) => {
      const u = before ? before(x) : x;
      return { value: local(u), measured: centralDifference(f, u) };
    };
  }
  const names = links.map(({ name }) => name),
    values = links.map(({ value }) => compileUnary(value, variable));
  const whole = compile(right, [variable, ...names]),
    f = compileUnary(expression, variable);
  return (x) => ({
    value: Number.isFinite(f(x))
      ? whole(Float64Array.from([x, ...values.map((value) => value(x))]))
      : NaN,
    measured: centralDifference(f, x),
  });
}
