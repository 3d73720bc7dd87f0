/** What the race says: who leads, who is out and why. */
import { format } from "../../core/formatting.js";

/** @typedef {import("../../descent/races.js").Outcome} Outcome */
/** @typedef {[number, number]} Pair */

/** The limit of each rule as a formula. @type {Record<string, string>} */
const FORMULAS = { gd: "2/λ", momentum: "2(1 + β)/λ", nesterov: "2(1 + β)/((1 + 2β)λ)" };

/** @param {readonly number[]} pair */
function pair([first, second]) {
  return `(${format(first, 3)}, ${format(second, 3)})`;
}

/**
 * What becomes of one racer, in a few words.
 * @param {string} name @param {Outcome} outcome
 * @param {{limit: number | null, line: number, noisy: boolean}} terms
 */
export function fate(name, { kind, at, level = NaN }, { limit, line, noisy }) {
  if (kind === "diverges")
    return limit === null ? "diverges" : `diverges: α > ${FORMULAS[name]} = ${format(limit, 3)}`;
  if (kind === "finishes") return `below ${format(line)} from step ${at} on`;
  if (kind === "hovers")
    return `${noisy ? "about" : "levels out at"} ${format(level, 2)} over the last 50 steps`;
  if (kind === "falls") return `out of the picture at step ${at}`;
  if (kind === "rests") return "stands still (slope 0), at no minimum";
  return "still on its way after 200 steps";
}

/**
 * A lane's note: the first step, and what becomes of it.
 * @param {Pair} move
 * @param {string} becomes
 */
export function note(move, becomes) {
  return `first step ${pair(move)}; ${becomes}`;
}

/** @param {import("./index.js").State} now @param {Record<string, string>} names */
export function sentence(now, names) {
  return [standing(now, names), troubles(now, names), resting(now, names), noise(now)]
    .filter(Boolean)
    .join(" ");
}

/** @param {import("./index.js").State} now @param {Record<string, string>} names */
function standing({ k, start, tracks, running, gradient }, names) {
  if (running.length === 0)
    return `Nobody runs. At the start ${pair(start)} the gradient is ${pair(gradient)}.`;
  const cost = (/** @type {string} */ name) => tracks[name].values[k];
  if (k === 0)
    return (
      `At the start ${pair(start)} the cost is ${format(cost(running[0]))} and the ` +
      `gradient ${pair(gradient)}, for everybody.`
    );
  const there = running.filter((name) => k < tracks[name].values.length);
  const [first, ...rest] = there.sort((a, b) => cost(a) - cost(b));
  const steps = `After ${k} ${k === 1 ? "step" : "steps"} from ${pair(start)}`;
  if (first === undefined) return `${steps} all are beyond the largest number.`;
  const others = rest.map((name) => `${names[name]} ${format(cost(name), 3)}`).join(", ");
  const follow = others ? `, then ${others}` : "";
  return (
    `${steps}, ${names[first]} ${rest.length ? "leads with" : "has"} J = ` +
    `${format(cost(first), 3)}${follow}.`
  );
}

/** @param {import("./index.js").State} now @param {Record<string, string>} names */
function troubles({ running, outcomes, limits, alphas }, names) {
  const out = running.filter((name) => outcomes[name].kind === "diverges");
  const told = out.map((name) => {
    const limit = limits[name];
    return limit === null
      ? names[name]
      : `${names[name]} (${format(alphas[name])} > ${FORMULAS[name]} = ${format(limit, 3)})`;
  });
  return told.length ? `Diverging: ${told.join(", ")}.` : "";
}

/** @param {import("./index.js").State} now @param {Record<string, string>} names */
function resting({ running, outcomes }, names) {
  const rest = running.filter((name) => outcomes[name].kind === "rests").map((name) => names[name]);
  return rest.length
    ? `In the end stuck where the slope is 0, at no minimum: ${rest.join(", ")}.`
    : "";
}

/** @param {import("./index.js").State} now */
function noise({ noise: size }) {
  return size > 0 ? `Every gradient carries noise of size ${format(size)}.` : "";
}
