/** What the regression figure says: the line, its cost, the valley it descends in. */
import { format, pair } from "../../core/formatting.js";
import WORDS from "./words.json";
import { counted, phrase, spans } from "../../core/phrase.js";

/** @typedef {import("./index.js").State} State */

/** @param {State} now @param {string[]} units of input and target */
export function sentence(now, units) {
  return [cost(now), valley(now), point(now, units)].join(" ");
}

/** @param {State} now */
function cost({ value, least, k, best }) {
  const now = { cost: value, least: format(least, 3) };
  if (k === 0) return phrase(best ? WORDS.costs : WORDS.costsAny, now);
  return counted(best ? WORDS.after : WORDS.afterAny, k, now);
}

/** @param {State} now */
function valley({ alpha, shape }) {
  const now = { alpha, limit: format(shape.limit, 3), condition: format(shape.condition, 3) };
  if (alpha === 0) return phrase(WORDS.still, now);
  return phrase(alpha > shape.limit * (1 + 1e-9) ? WORDS.beyond : WORDS.within, now);
}

/** @param {State} now @param {string[]} units */
function point({ point: { index, x, y, predicted } }, units) {
  const [at, value] = [x, y].map((number, i) => `${format(number)} ${units[i]}`.trim());
  return phrase(WORDS.pointAt, { index, at, value, predicted });
}

/** Both partials with their meaning, and the next step. @param {State} now */
export function arithmetic({ here, gradient, alpha, next }) {
  return spans(WORDS.step, {
    gradient: { text: pair(gradient), kind: "slope" },
    here: { text: pair(here), kind: "parameter" },
    alpha: { text: format(alpha) },
    again: { text: pair(gradient) },
    next: { text: pair(next), kind: "parameter" },
  });
}
