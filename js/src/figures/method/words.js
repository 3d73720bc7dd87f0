/** What one optimiser says of its last step: gradient, memory, and where they move θ. */
import { format, pair, settled } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { COMMON } from "../../shell/words.js";
import WORDS from "./words.json";

/** @typedef {import("../../descent/memory.js").Pair} Pair */

/** Two numbers, 0 for what is a residue of rounding beside the other. @param {Pair} both */
const told = (both) => {
  const size = Math.max(...both.map(Math.abs));
  return pair(both.map((entry) => settled(entry, size)));
};

/** @param {Omit<import("./index.js").State, "cost">} state */
export function sentence({ name, beta, k, track, step, outside }) {
  const place = { name: WORDS.names[name], place: pair(track.positions[0]) };
  if (!step) return phrase(WORDS.start, { ...place, gradient: told(track.gradients[0]) });
  const { at, gradient, old, memory, fair, rates, move } = step;
  const made = phrase(WORDS[name], {
    ...place,
    k,
    beta,
    at: told(at),
    gradient: told(gradient),
    ...named(memory),
    old: old.length ? told(old[0]) : "",
    fairMean: format(fair[0], 3),
    fairSquare: format(fair[1], 3),
    rates: pair(rates),
    move: told(move),
  });
  return outside > 0 ? `${made} ${phrase(COMMON.leftMap, { step: outside })}` : made;
}

/** The memory's numbers by their place in a sentence. @param {Pair[]} memory */
const named = ([first, second]) => ({
  first: first && told(first),
  second: second && told(second),
});

/** A row of the table. @param {import("./index.js").State} state @param {number} k */
export function cells({ name, track, made }, k) {
  const place = told(track.positions[k]);
  if (k === 0) return [place, ...WORDS.columns.slice(2).map(() => WORDS.nothing)];
  const { gradient, memory, move } = made[k - 1];
  return [place, told(gradient), phrase(WORDS.memory[name], named(memory)), told(move)];
}
