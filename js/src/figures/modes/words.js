/** What the two modes say: where the sweep is, what it has found, and how many it takes. */
import { format, whole, wrapped } from "../../core/formatting.js";
import { counted, listed, phrase, spans } from "../../core/phrase.js";
import { endsOf } from "./sweep.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").State} State */

/** No line ends within a product. */
const TIMES = "\u00a0·\u00a0";

/** The name of a tangent, with its dot, or of an adjoint, with its bar. */
export const marked = (/** @type {string} */ label, /** @type {boolean} */ forward) =>
  label[0] + (forward ? "\u0307" : "\u0304") + label.slice(1);

/** A tangent or adjoint with its number. @param {State} state @param {number} place */
export const equation = ({ nodes, sweep: { forward, numbers } }, place) =>
  `${marked(nodes[place].label, forward)} = ${format(numbers[place])}`;

/** @param {State} state */
export function sentence(state) {
  return [place(state), found(state), compared(state)].filter(Boolean).join(" ");
}

/** Where the sweep is. @param {State} state */
function place(state) {
  const { nodes, edges, sweep, step, multiplied } = state,
    { forward, starts, seed, order } = sweep;
  const words = forward ? WORDS.forward : WORDS.reverse,
    fill = { seed: nodes[seed].label, step, count: order.length };
  if (step === 0)
    return counted(words.start, starts.length, { ...fill, one: equation(state, seed) });
  return phrase(words.step, {
    ...fill,
    done: multiplied,
    each: edges.length,
    sum: sum(state, order[step - 1]),
  });
}

/**
 * The sum that makes the number of a node, in symbols and in numbers.
 * @param {State} state @param {number} at
 */
function sum({ nodes, sweep: { forward, numbers, edges } }, at) {
  const others = edges[at].map(({ from, to }) => (forward ? from : to));
  const symbols = edges[at].map(({ from, to }, i) => {
    const local = `∂${nodes[to].label}/∂${nodes[from].label}`;
    return `${local}${TIMES}${marked(nodes[others[i]].label, forward)}`;
  });
  const products = edges[at].map(
    ({ local }, i) => `${wrapped(local)}${TIMES}${wrapped(numbers[others[i]])}`,
  );
  return [
    marked(nodes[at].label, forward),
    symbols.join(" + "),
    products.join(" + "),
    format(numbers[at]),
  ].join(" = ");
}

/** What the whole sweep has found. @param {State} state */
function found(state) {
  const { nodes, sweep, step } = state,
    { forward, seed, ends, order } = sweep;
  if (step < order.length) return "";
  return counted((forward ? WORDS.forward : WORDS.reverse).complete, ends.length, {
    all: listed(ends.map((end) => equation(state, end))),
    seed: nodes[seed].label,
  });
}

/** What all the derivatives take, in either mode. @param {State} state */
function compared({ nodes }) {
  const { inputs, outputs } = endsOf(nodes);
  const [forward, reverse] = [inputs, outputs].map(({ length }) => counted(WORDS.sweeps, length));
  return phrase(WORDS.compared, { count: inputs.length * outputs.length, forward, reverse });
}

/** A row for each mode: its sweeps, what each multiplies, and all of that. @param {State} state */
export function costs({ nodes, edges, sweep }) {
  const { inputs, outputs } = endsOf(nodes),
    { forward, reverse } = WORDS.modes;
  return [
    { mode: forward, now: sweep.forward, count: inputs.length },
    { mode: reverse, now: !sweep.forward, count: outputs.length },
  ].map(({ mode, now, count }) => [
    now ? phrase(WORDS.current, { mode }) : mode,
    ...[count, edges.length, count * edges.length].map(whole),
  ]);
}

/** What the numbers of the picture are. @param {State} state */
export const key = ({ sweep: { forward } }) =>
  spans(WORDS.legend, {
    value: { text: WORDS.value, kind: "function" },
    found: { text: (forward ? WORDS.forward : WORDS.reverse).found, kind: "slope" },
    local: { text: WORDS.local, kind: "slope" },
  });

/** The rows of the table. @param {State} state */
export function rows(state) {
  const { nodes, known } = state;
  return nodes.map(({ label, formula, value }, at) => [
    label,
    formula || WORDS.input,
    format(value),
    known[at] ? equation(state, at) : "",
  ]);
}
