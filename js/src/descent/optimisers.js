/**
 * Same gradient, different step: the update rules, and the one loop that runs them all.
 *
 * A rule changes position and memory in place and treats every entry alike, so an array of two
 * parameters and an array of ten thousand are the same to it. It knows no cost and no derivative.
 */

/**
 * @typedef {object} Rule
 * @property {number} memories how many numbers are remembered for each parameter
 * @property {(position: Float64Array, memory: Float64Array[], at: Float64Array) =>
 *   Float64Array} look where to take the gradient: the position itself, or `at`, written for it
 * @property {(position: Float64Array, gradient: ArrayLike<number>, memory: Float64Array[],
 *   k: number) => void} move
 *   step k = 1, 2, …
 */

/**
 * What goes one step further each time it is called: `position` is moved in place, by a rule that
 * is given the gradient at the place where it looks, in step k = 1, 2, …
 * @param {(place: Float64Array, k: number) => ArrayLike<number>} gradient
 * @param {Float64Array} position @param {Rule} rule
 */
export function steps(gradient, position, rule) {
  const memory = Array.from({ length: rule.memories }, () => new Float64Array(position.length));
  const at = new Float64Array(position.length);
  let k = 0;
  return () => {
    k += 1;
    rule.move(position, gradient(rule.look(position, memory, at), k), memory, k);
  };
}

/** Here. @param {Float64Array} position */
const here = (position) => position;

/** ε, which keeps a division by zero away, and β₂ of Adam, unless a rule is told others. */
export const TINY = 1e-8,
  SECOND_DECAY = 0.999;

/** θ := θ − α·g. @param {{alpha: number}} options @returns {Rule} */
export function gradientDescent({ alpha }) {
  return {
    memories: 0,
    look: here,
    move(position, gradient) {
      for (let i = 0; i < position.length; i++) position[i] -= alpha * gradient[i];
    },
  };
}

/** v := βv + g, θ := θ − αv. @param {{alpha: number, beta?: number}} options @returns {Rule} */
export function momentum({ alpha, beta = 0.9 }) {
  return {
    memories: 1,
    look: here,
    move(position, gradient, [velocity]) {
      for (let i = 0; i < position.length; i++) {
        velocity[i] = beta * velocity[i] + gradient[i];
        position[i] -= alpha * velocity[i];
      }
    },
  };
}

/**
 * Momentum that takes the gradient where the velocity is about to carry it: at θ − αβv.
 * @param {{alpha: number, beta?: number}} options @returns {Rule}
 */
export function nesterov({ alpha, beta = 0.9 }) {
  return {
    ...momentum({ alpha, beta }),
    look(position, [velocity], at) {
      for (let i = 0; i < position.length; i++) at[i] = position[i] - alpha * beta * velocity[i];
      return at;
    },
  };
}

/**
 * s := ρs + (1 − ρ)g², θ := θ − αg/(√s + ε).
 * @param {{alpha: number, decay?: number, tiny?: number}} options
 * @returns {Rule}
 */
export function rmsprop({ alpha, decay = 0.9, tiny = TINY }) {
  return {
    memories: 1,
    look: here,
    move(position, gradient, [square]) {
      for (let i = 0; i < position.length; i++) {
        square[i] = decay * square[i] + (1 - decay) * (gradient[i] * gradient[i]);
        position[i] -= (alpha * gradient[i]) / (Math.sqrt(square[i]) + tiny);
      }
    },
  };
}

/**
 * m := β₁m + (1 − β₁)g, s := β₂s + (1 − β₂)g², θ := θ − α·m̂/(√ŝ + ε) with m̂ = m/(1 − β₁^k) and
 * ŝ = s/(1 − β₂^k).
 * @param {{alpha: number, decay?: number, secondDecay?: number, tiny?: number}} options
 * @returns {Rule}
 */
export function adam({ alpha, decay = 0.9, secondDecay = SECOND_DECAY, tiny = TINY }) {
  return {
    memories: 2,
    look: here,
    move(position, gradient, [mean, square], k) {
      const fairMean = 1 - decay ** k,
        fairSquare = 1 - secondDecay ** k;
      for (let i = 0; i < position.length; i++) {
        mean[i] = decay * mean[i] + (1 - decay) * gradient[i];
        square[i] = secondDecay * square[i] + (1 - secondDecay) * (gradient[i] * gradient[i]);
        position[i] -= (alpha * (mean[i] / fairMean)) / (Math.sqrt(square[i] / fairSquare) + tiny);
      }
    },
  };
}

/** Every rule by the one name that states, links and figures use. */
export const RULES = { gd: gradientDescent, momentum, nesterov, rmsprop, adam };
