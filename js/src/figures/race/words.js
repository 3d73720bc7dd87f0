/** What the race says: who leads, who is out and why. */
import { format, pair } from "../../core/formatting.js";
import WORDS from "./words.json";
import { counted, phrase } from "../../core/phrase.js";

/** @typedef {import("../../descent/races.js").Outcome} Outcome */
/** @typedef {import("./index.js").State} State */

const { fates: FATES } = WORDS;
/** The limit of each rule as a formula. @type {Record<string, string>} */
const FORMULAS = { gd: "2/λ", momentum: "2(1 + β)/λ", nesterov: "2(1 + β)/((1 + 2β)λ)" };

/**
 * What becomes of one racer, in a few words.
 * @param {string} name @param {Outcome} outcome
 * @param {{limit: number | null, line: number, noisy: boolean}} terms
 */
export function fate(name, { kind, at, level = NaN }, { limit, line, noisy }) {
  if (kind === "diverges")
    return limit === null
      ? FATES.diverges
      : phrase(FATES.beyond, { formula: FORMULAS[name], limit: format(limit, 3) });
  if (kind === "finishes") return phrase(FATES.finishes, { line, step: Number(at) });
  if (kind === "hovers")
    return phrase(noisy ? FATES.about : FATES.hovers, { level: format(level, 2) });
  if (kind === "falls") return phrase(FATES.falls, { step: Number(at) });
  return kind === "rests" ? FATES.rests : FATES.runs;
}

/**
 * A lane's note: the first step, and what becomes of it.
 * @param {import("../../descent/races.js").Track} track @param {string} becomes
 */
export function note({ positions: [from, to = [NaN, NaN]] }, becomes) {
  return phrase(WORDS.note, { move: pair([to[0] - from[0], to[1] - from[1]]), fate: becomes });
}

/** @param {State} now @param {Record<string, string>} names */
export function sentence(now, names) {
  return [standing(now, names), troubles(now, names), resting(now, names), noise(now)]
    .filter(Boolean)
    .join(" ");
}

/** @param {State} now @param {Record<string, string>} names */
function standing({ k, start, tracks, running, gradient }, names) {
  if (running.length === 0)
    return phrase(WORDS.nobody, { place: pair(start), gradient: pair(gradient) });
  const cost = (/** @type {string} */ name) => tracks[name].values[k];
  if (k === 0)
    return phrase(WORDS.start, {
      place: pair(start),
      cost: cost(running[0]),
      gradient: pair(gradient),
    });
  const there = running.filter((name) => k < tracks[name].values.length);
  const [first, ...rest] = there.sort((a, b) => cost(a) - cost(b));
  if (first === undefined) return counted(WORDS.gone, k, { place: pair(start) });
  return counted(rest.length ? WORDS.leads : WORDS.alone, k, {
    place: pair(start),
    first: names[first],
    cost: format(cost(first), 3),
    others: rest.map((name) => `${names[name]} ${format(cost(name), 3)}`).join(", "),
  });
}

/** @param {State} now @param {Record<string, string>} names */
function troubles({ running, outcomes, limits, alphas }, names) {
  const out = running.filter((name) => outcomes[name].kind === "diverges");
  const told = out.map((name) => {
    const limit = limits[name];
    return limit === null
      ? names[name]
      : `${names[name]} (${format(alphas[name])} > ${FORMULAS[name]} = ${format(limit, 3)})`;
  });
  return told.length ? phrase(WORDS.diverging, { names: told.join(", ") }) : "";
}

/** @param {State} now @param {Record<string, string>} names */
function resting({ running, outcomes }, names) {
  const rest = running.filter((name) => outcomes[name].kind === "rests").map((name) => names[name]);
  return rest.length ? phrase(WORDS.stuck, { names: rest.join(", ") }) : "";
}

/** @param {State} now */
function noise({ noise: size }) {
  return size > 0 ? phrase(WORDS.noisy, { size }) : "";
}
