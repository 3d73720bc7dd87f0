/** What the surface figure says: the sentence of the state and the arithmetic of one step. */
import { html, say } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { total } from "../../descent/surfaces.js";

/** @typedef {import("../../descent/surfaces.js").Pair} Pair */
/** @typedef {{text: string, kind?: string}} Part */

/**
 * @typedef {object} Situation
 * @property {Pair} here
 * @property {number} value
 * @property {Pair} gradient
 * @property {number} alpha
 * @property {number} k steps taken
 * @property {Pair} next where one more step leads
 * @property {number} nextValue
 * @property {number} outside the first step that lies outside the picture, or −1
 * @property {{minimum: Pair, angle: number} | null} missed
 * @property {number} minima how many minima are known
 * @property {Pair | null} curvatures along θ₁ and θ₂, where they are the same everywhere
 * @property {number | null} rate dθ₂/dθ₁ when θ₂ follows θ₁
 */

/** @param {readonly number[]} pair @param {number} [digits] */
export function pair([first, second], digits = 3) {
  return `(${format(first, digits)}, ${format(second, digits)})`;
}

/** @param {Situation} now */
export function sentence(now) {
  if (now.rate !== null) return following(now, now.rate);
  return [place(now), direction(now), step(now)].filter(Boolean).join(" ");
}

/** @param {Situation} now */
function place({ here, value, gradient, k }) {
  const start = k === 0 ? "At" : `After ${k} ${k === 1 ? "step" : "steps"}, at`;
  const slopes = `slope ${format(gradient[0])} along θ₁ and ${format(gradient[1])} along θ₂`;
  return `${start} ${pair(here)}, the cost is ${format(value)}: ${slopes}.`;
}

/** @param {Situation} now */
function direction({ gradient, missed, minima }) {
  if (Math.hypot(...gradient) === 0) return "Level in every direction, so descent stays here.";
  if (minima === 0) return "This cost has no minimum to point to.";
  if (!missed) return "";
  const goal = `the ${minima > 1 ? "nearest " : ""}minimum ${pair(missed.minimum)}`;
  if (missed.angle < 0.5) return `The steepest way down points straight at ${goal}.`;
  return `The steepest way down misses ${goal} by ${format(missed.angle, 2)}°.`;
}

/** @param {Situation} now */
function step({ alpha, k, next, nextValue, outside, curvatures }) {
  const left = outside > 0 ? ` Step ${outside} left the picture.` : "";
  if (k > 0 && curvatures) {
    const factors = curvatures.map((curvature) => format(1 - alpha * curvature, 3));
    return (
      `With α = ${format(alpha)}, each step multiplies θ₁ by ${factors[0]} and θ₂ by ` +
      `${factors[1]}.${left}`
    );
  }
  return (
    `A step with α = ${format(alpha)} leads to ${pair(next)}, cost ` +
    `${format(nextValue)}.${left}`
  );
}

/** @param {Situation} now @param {number} rate */
function following({ here, value, gradient }, rate) {
  const sum = total(gradient, rate);
  const start =
    `θ₂ = θ₁², so at θ₁ = ${format(here[0])} we have θ₂ = ${format(here[1])} and ` +
    `J = ${format(value)}.`;
  const held = `Hold θ₂ there, and the slope is the partial, ${format(gradient[0])}.`;
  if (gradient[1] * rate === 0)
    return `${start} ${held} Let it follow, and the slope is the same here: the second term is 0.`;
  return `${start} ${held} Let it follow, and the slope is the total, ${format(sum)}.`;
}

/**
 * The next step with its numbers, or the sum over the parameters.
 * @param {Situation} now
 * @returns {Part[]}
 */
export function arithmetic({ here, gradient, alpha, next, rate }) {
  if (rate !== null) {
    return [
      { text: "dJ/dθ₁ = ∂J/∂θ₁ · 1 + ∂J/∂θ₂ · dθ₂/dθ₁ = " },
      { text: wrap(gradient[0]), kind: "slope" },
      { text: " · 1 + " },
      { text: wrap(gradient[1]), kind: "slope" },
      { text: ` · ${wrap(rate)} = ` },
      { text: format(total(gradient, rate)), kind: "slope" },
    ];
  }
  return [
    { text: "∇J = " },
    { text: pair(gradient), kind: "slope" },
    { text: ";  one step: " },
    { text: pair(here), kind: "parameter" },
    { text: ` − ${format(alpha)} · ` },
    { text: pair(gradient), kind: "slope" },
    { text: " = " },
    { text: pair(next), kind: "parameter" },
  ];
}

/** @param {number} value */
function wrap(value) {
  return value < 0 ? `(${format(value)})` : format(value);
}

/** Puts parts into a line, a colour each. @param {HTMLElement} line @param {Part[]} parts */
export function write(line, parts) {
  if (line.childElementCount !== parts.length)
    line.replaceChildren(...parts.map(() => html("span")));
  parts.forEach(({ text, kind }, i) => {
    const name = kind ? `pt-${kind}` : "";
    if (line.children[i].className !== name) line.children[i].className = name;
    say(line.children[i], text);
  });
}
