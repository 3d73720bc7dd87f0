/** What the surface figure says: the sentence of the state, the arithmetic of one step, slices. */
import { format, pair, wrapped } from "../../core/formatting.js";
import { total } from "../../descent/surfaces.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { counted, phrase, spans } from "../../core/phrase.js";

/** @typedef {import("./index.js").State} State */

/** @param {State} now */
export function sentence(now) {
  if (now.rate !== null) return following(now, now.rate);
  const { descends, minimum, k, curvatures } = now;
  if (!descends) return minimum ? arrived(now, minimum) : place(now);
  if (minimum && k > 0 && curvatures) return `${arrived(now, minimum)} ${step(now)}`;
  if (minimum) return arrived(now, minimum);
  return [place(now), direction(now), step(now)].filter(Boolean).join(" ");
}

/** @param {State} now */
function place({ here, value, gradient, k }) {
  const now = { place: pair(here), cost: value, first: gradient[0], second: gradient[1] };
  return k === 0 ? phrase(WORDS.at, now) : counted(WORDS.after, k, now);
}

/**
 * @param {State} now @param {import("../../descent/surfaces.js").Pair} minimum where the ball is
 */
function arrived({ k, lowest }, minimum) {
  const now = { place: pair(minimum), cost: Number(lowest) };
  return k === 0 ? phrase(WORDS.stands, now) : counted(WORDS.arrived, k, now);
}

/** @param {State} now */
function direction({ gradient, missed, minima }) {
  if (Math.hypot(...gradient) === 0) return WORDS.level;
  if (minima === 0) return WORDS.bottomless;
  if (!missed) return "";
  const found = minima > 1 ? WORDS.nearest : WORDS.minimum;
  const goal = phrase(found, { place: pair(missed.minimum) });
  if (missed.angle < 0.5) return phrase(WORDS.straight, { goal });
  return phrase(WORDS.misses, { goal, angle: format(missed.angle, 2) });
}

/** @param {State} now */
function step({ alpha, k, next, nextValue, outside, curvatures }) {
  const left = outside > 0 ? ` ${phrase(COMMON.leftPicture, { step: outside })}` : "";
  if (k > 0 && curvatures) {
    const [first, second] = curvatures.map((curvature) => format(1 - alpha * curvature, 3));
    return phrase(WORDS.multiplies, { alpha, first, second }) + left;
  }
  return phrase(WORDS.leads, { alpha, place: pair(next), cost: nextValue }) + left;
}

/** @param {State} now @param {number} rate */
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
 * The next step with its numbers, the partials alone where none is asked for, or the sum over the
 * parameters.
 * @param {State} now @returns {import("../../core/phrase.js").Span[]}
 */
export function arithmetic({ here, gradient, alpha, next, rate, descends }) {
  if (rate !== null) {
    return [
      { text: "dJ/dθ₁ = ∂J/∂θ₁ · 1 + ∂J/∂θ₂ · dθ₂/dθ₁ = " },
      { text: wrapped(gradient[0]), kind: "slope" },
      { text: " · 1 + " },
      { text: wrapped(gradient[1]), kind: "slope" },
      { text: ` · ${wrapped(rate)} = ` },
      { text: format(total(gradient, rate)), kind: "slope" },
    ];
  }
  if (!descends) {
    const [first, second] = gradient.map((slope) => format(slope));
    return spans(WORDS.partials, {
      first: { text: first, kind: "slope" },
      second: { text: second, kind: "slope" },
    });
  }
  return spans(WORDS.step, {
    gradient: { text: pair(gradient), kind: "slope" },
    here: { text: pair(here), kind: "parameter" },
    alpha: { text: format(alpha) },
    next: { text: pair(next), kind: "parameter" },
  });
}

/**
 * The slices through where the ball is, each with its tangent in words.
 * @param {import("./index.js").State} now @param {import("./panel.js").Curve} curve
 * @returns {import("./slice.js").Cut[]}
 */
export function cuts({ cost, here: [theta1, theta2], gradient, rate }, curve) {
  const held = (/** @type {string} */ parameter, /** @type {number} */ value) =>
    phrase(WORDS.held, { parameter, value: format(value, 3) });
  const [first, second] = gradient.map((slope) => format(slope, 3));
  const along = { cost: (/** @type {number} */ at) => cost.value(at, theta2), at: theta1 };
  const up = { cost: (/** @type {number} */ at) => cost.value(theta1, at), at: theta2 };
  const sum = rate === null ? 0 : total(gradient, rate);
  const freely = { held: held("θ₂", theta2), reading: phrase(WORDS.slope, { slope: first }) };
  const following = {
    held: WORDS.curve,
    reading: phrase(WORDS.totals, { total: format(sum, 3), partial: first }),
    moving: (/** @type {number} */ at) => cost.value(at, curve.value(at)),
    total: sum,
  };
  return [
    { ...along, slope: gradient[0], ...(rate === null ? freely : following) },
    {
      ...up,
      slope: gradient[1],
      held: held("θ₁", theta1),
      reading: phrase(WORDS.slope, { slope: second }),
    },
  ];
}
