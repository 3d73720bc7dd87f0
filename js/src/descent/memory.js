/** What an optimiser remembers: each step of a track taken apart again, into what made it. */
import { RULES, SECOND_DECAY, TINY } from "./optimisers.js";

/** @typedef {import("./surfaces.js").Pair} Pair */
/** @typedef {keyof typeof RULES} Name */

/**
 * @typedef {object} Step from one position to the next
 * @property {Pair} at where the gradient is asked for
 * @property {Pair} gradient
 * @property {Pair[]} old what is remembered before the step
 * @property {Pair[]} memory and after it
 * @property {Pair} fair what the means of Adam are divided by, as both began at 0; 1 for others
 * @property {Pair | null} usual the root of the mean square, fair, where a rule keeps one
 * @property {Pair} rates the step size that each parameter gets
 * @property {Pair} push what this gradient gives to the move
 * @property {Pair} carry what the memory of earlier ones gives to it
 * @property {Pair} move their sum
 */

/** @param {Name} name @param {{alpha: number, beta: number}} options the constant of any rule */
export const ruleOf = (name, { alpha, beta }) => RULES[name]({ alpha, beta, decay: beta });

/** @param {(i: number) => number} entry @returns {Pair} */
const both = (entry) => [entry(0), entry(1)];

/**
 * The steps of a track, which its rule has made on the cost, each taken apart.
 * @param {import("./surfaces.js").Field} cost
 * @param {Pick<import("./tracks.js").Track<Pair>, "positions" | "gradients">} track
 * @param {Name} name @param {{alpha: number, beta: number}} options @returns {Step[]}
 */
export function dissect(cost, { positions, gradients }, name, options) {
  const rule = ruleOf(name, options);
  const memory = Array.from({ length: rule.memories }, () => new Float64Array(2));
  const told = () => memory.map((entries) => both((i) => entries[i]));
  return positions.slice(1).map((_, before) => {
    const from = Float64Array.from(positions[before]),
      looked = rule.look(from, memory, new Float64Array(2));
    const at = both((i) => looked[i]),
      gradient = looked === from ? gradients[before] : cost.gradient(...at);
    const move = new Float64Array(2), // from 0, so that no digit of a small step is lost
      old = told();
    rule.move(move, gradient, memory, before + 1);
    const step = { at, gradient, old, memory: told(), move: both((i) => move[i]) };
    return { ...step, ...parts(name, options, step, before + 1) };
  });
}

/**
 * @param {Name} name @param {{alpha: number, beta: number}} options
 * @param {Pick<Step, "gradient" | "old" | "memory">} step @param {number} k
 */
function parts(name, { alpha, beta }, { gradient, old, memory }, k) {
  const adam = name === "adam",
    heavy = name === "momentum" || name === "nesterov";
  /** @type {Pair} */
  const fair = adam ? [1 - beta ** k, 1 - SECOND_DECAY ** k] : [1, 1];
  const square = adam ? memory[1] : memory[0];
  const usual = adam || name === "rmsprop" ? both((i) => Math.sqrt(square[i] / fair[1])) : null;
  const rates = both((i) => (usual ? alpha / (usual[i] + TINY) : alpha));
  const share = adam ? 1 - beta : 1;
  const push = both((i) => (-rates[i] * share * gradient[i]) / fair[0]);
  const carry = both((i) => (adam || heavy ? (-rates[i] * beta * old[0][i]) / fair[0] : 0));
  return { fair, usual, rates, push, carry };
}
