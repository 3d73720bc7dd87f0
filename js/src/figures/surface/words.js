/** What the surface figure says: the sentence of the state and the arithmetic of one step. */
import { html, say } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { total } from "../../descent/surfaces.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { counted, phrase, spans } from "../../core/phrase.js";

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
  const now = { place: pair(here), cost: value, first: gradient[0], second: gradient[1] };
  return k === 0 ? phrase(WORDS.at, now) : counted(WORDS.after, k, now);
}

/** @param {Situation} now */
function direction({ gradient, missed, minima }) {
  if (Math.hypot(...gradient) === 0) return WORDS.level;
  if (minima === 0) return WORDS.bottomless;
  if (!missed) return "";
  const found = minima > 1 ? WORDS.nearest : WORDS.minimum;
  const goal = phrase(found, { place: pair(missed.minimum) });
  if (missed.angle < 0.5) return phrase(WORDS.straight, { goal });
  return phrase(WORDS.misses, { goal, angle: format(missed.angle, 2) });
}

/** @param {Situation} now */
function step({ alpha, k, next, nextValue, outside, curvatures }) {
  const left = outside > 0 ? ` ${phrase(COMMON.leftPicture, { step: outside })}` : "";
  if (k > 0 && curvatures) {
    const [first, second] = curvatures.map((curvature) => format(1 - alpha * curvature, 3));
    return phrase(WORDS.multiplies, { alpha, first, second }) + left;
  }
  return phrase(WORDS.leads, { alpha, place: pair(next), cost: nextValue }) + left;
}

/** @param {Situation} now @param {number} rate */
function following({ here, value, gradient }, rate) {
  const sum = total(gradient, rate);
  const held = phrase(WORDS.following, {
    first: here[0],
    second: here[1],
    cost: value,
    partial: gradient[0],
  });
  if (gradient[1] * rate === 0) return `${held} ${WORDS.same}`;
  return `${held} ${phrase(WORDS.total, { total: sum })}`;
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
  return spans(WORDS.step, {
    gradient: { text: pair(gradient), kind: "slope" },
    here: { text: pair(here), kind: "parameter" },
    alpha: { text: format(alpha) },
    next: { text: pair(next), kind: "parameter" },
  });
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
