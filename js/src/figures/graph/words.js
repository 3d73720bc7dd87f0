/** The sentence of each step, in words and in symbols. */
import { agree } from "../../language/check.js";
import { barred, format } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { put } from "./expression.js";
import { argumentOf } from "./steps.js";
import WORDS from "./words.json";
import { counted, listed, phrase } from "../../core/phrase.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("./sweep.js").Node} Node */
/** @typedef {import("./sweep.js").Run} Run */
/** @typedef {import("./steps.js").Step} Step */
/** @typedef {{nodes: Node[], steps: Step[], run: Run, step: number}} State */

const DIGITS = 6;

/**
 * A value with six digits, but not more than six decimals unless it is tiny.
 * @param {number} value
 */
export const shown = (value) => format(rounded(value), DIGITS);

/** @param {number} value */
function rounded(value) {
  const size = Math.abs(value);
  return size >= 1e-3 && size < 1 ? Number(value.toFixed(DIGITS)) : value;
}

/** What the step does, and with which numbers. @param {State} state */
export function sentence(state) {
  return told(state).filter(Boolean).join(" ");
}

/**
 * The same in three parts: in words, in symbols, and what follows.
 * @param {State} state @returns {[string, string, string]}
 */
export function told({ nodes, steps, run, step }) {
  if (step === 0) {
    const starts = nodes.flatMap(({ label, formula }, place) =>
      formula === null ? [`${label} = ${shown(run.values[place])}`] : [],
    );
    return [phrase(WORDS.start, { starts: listed(starts) }), "", ""];
  }
  const current = steps[step - 1];
  return { forward, turn, backward }[current.kind](nodes, run, current, steps);
}

/**
 * @param {Node[]} nodes @param {Run} run @param {Step} step @param {Step[]} steps
 * @returns {[string, string, string]}
 */
function forward(nodes, run, step, steps) {
  const { place } = step;
  const { label, formula, arguments: made } = nodes[place],
    value = run.values[place];
  const makers = [...new Set(made.map((argument) => nodes[argument].label))];
  const tree = /** @type {Tree} */ (formula);
  const parts = [plainText(tree), plainText(inNumbers(nodes, run, tree)), shown(value)];
  const symbols = [label, ...new Set(parts)].join(" = ");
  return [
    counted(WORDS.makes, makers.length, {
      ...numbered(step, steps),
      makers: listed(makers),
      name: label,
    }),
    phrase(WORDS.symbols, { sum: symbols }),
    Number.isFinite(value) ? "" : WORDS.noNumber,
  ];
}

/**
 * @param {Node[]} nodes @param {Run} run @param {Step} step @param {Step[]} steps
 * @returns {[string, string, string]}
 */
function turn(nodes, run, step, steps) {
  const { label } = nodes[step.place];
  const says = phrase(WORDS.turning, { ...numbered(step, steps), name: label });
  if (Number.isNaN(run.adjoints[step.place])) return [says, WORDS.noDerivative, ""];
  return [says, phrase(WORDS.symbols, { sum: `${adjoint(label)} = 1` }), ""];
}

/**
 * @param {Node[]} nodes @param {Run} run @param {Step} step @param {Step[]} steps
 * @returns {[string, string, string]}
 */
function backward(nodes, run, step, steps) {
  const { place, position, shares } = step,
    { label } = nodes[argumentOf(nodes, step)];
  const partial = nodes[place].partials[position],
    local = `∂${nodes[place].label}/∂${label}`;
  const product = [run.adjoints[place], run.locals[place][position]]
    .map((value) => factor(shown(value)))
    .join(" · ");
  const equals = shares === 1 ? "=" : "+=";
  const symbols =
    `${adjoint(label)} ${equals} ${factor(adjoint(nodes[place].label))} · ` +
    `${local} = ${product} = ${shown(run.shares[place][position])}`;
  const told = typeof partial === "number" ? WORDS.symbols : WORDS.reason;
  const says = phrase(WORDS.backward, {
    ...numbered(step, steps),
    from: nodes[place].label,
    name: label,
  });
  if (Number.isNaN(run.shares[place][position])) return [says, WORDS.noDerivative, ""];
  return [
    says,
    phrase(told, { sum: symbols, local, partial: plainText(partial) }),
    sumSoFar(nodes, run, step, steps),
  ];
}

/** The adjoint of a value: z̄₂, but "adjoint of ŷ". @param {string} name */
const adjoint = (name) => barred(name) || phrase(WORDS.adjointOf, { name });

/** Which step it is, of how many. @param {Step} step @param {Step[]} steps */
const numbered = (step, steps) => ({ step: steps.indexOf(step) + 1, count: steps.length });

/**
 * Where paths meet, the sum as it grows; at the end, what a nudge measures.
 * @param {Node[]} nodes @param {Run} run @param {Step} step @param {Step[]} steps
 */
function sumSoFar(nodes, run, step, steps) {
  const argument = argumentOf(nodes, step),
    { share, shares } = step;
  const sums = partialSums(nodes, run, argument, steps);
  let text = "";
  if (shares > 1) {
    const last = run.shares[step.place][step.position];
    const terms = `${shown(sums[share - 1])} + ${factor(shown(last))}`;
    text = `${phrase(WORDS.share, { share, shares, terms, sum: shown(sums[share]) })} `;
  }
  if (share < shares) return text + WORDS.another;
  return `${text}${verdict(nodes[argument].label, sums[shares], run.measured(argument))}`;
}

/**
 * The adjoint of a node as its shares arrive, from 0 on.
 * @param {Node[]} nodes @param {Run} run @param {number} argument @param {Step[]} steps
 */
export function partialSums(nodes, run, argument, steps) {
  const sums = [0];
  for (const step of steps) {
    if (step.kind !== "backward" || argumentOf(nodes, step) !== argument) continue;
    sums.push(sums[sums.length - 1] + run.shares[step.place][step.position]);
  }
  return sums;
}

/** @param {string} name @param {number} adjoint @param {number} measured */
function verdict(name, adjoint, measured) {
  if (Number.isNaN(adjoint)) return WORDS.noDerivative;
  if (!Number.isFinite(adjoint) || !Number.isFinite(measured)) return WORDS.noSlope;
  const told = agree(adjoint, measured) ? WORDS.agree : WORDS.differ;
  return phrase(told, { name, measured: shown(measured) });
}

/** @param {Node[]} nodes @param {Run} run @param {Tree} tree */
function inNumbers(nodes, run, tree) {
  return put(
    tree,
    Object.fromEntries(nodes.map(({ label }, place) => [label, number(run.values[place])])),
  );
}

/**
 * A value rounded as it is shown: a number, or where a tree has none, its text.
 * @param {number} value @returns {Tree}
 */
function number(value) {
  const short = Number(rounded(value).toExponential(DIGITS - 1)),
    size = Math.abs(short);
  return short === 0 || (size >= 1e-4 && size < 1e6) ? short : `(${shown(value)})`;
}

/** @param {string} text */
const factor = (text) => (/^−| /.test(text) ? `(${text})` : text);

export const { columns: COLUMNS } = WORDS;

/**
 * The rows of the table, as far as the steps have come.
 * @param {State & {progress: import("./steps.js").Progress}} state
 */
export function rows({ nodes, run, progress: { known, arrived, wanted, sums } }) {
  return nodes.map(({ label, formula, given }, place) => {
    const complete = wanted[place] > 0 && arrived[place] === wanted[place];
    const part = arrived[place] ? `${shown(sums[place])} + …` : "";
    return [
      label,
      formula === null ? (given ? WORDS.given : WORDS.input) : plainText(formula),
      known[place] ? shown(run.values[place]) : "",
      complete ? shown(sums[place]) : part,
      complete ? shown(run.measured(place)) : "",
    ];
  });
}
