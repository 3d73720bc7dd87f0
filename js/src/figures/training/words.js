/** What the training view says: the sentence of the state and the arithmetic of one step. */
import { fixed, format, subscript, wrapped } from "../../core/formatting.js";
import { reason } from "../../networks/running_example.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { counted, phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").State} State */

/** @param {State} now */
export function sentence(now) {
  return [opening(now), ground(now)].join(" ");
}

/** @param {State} now */
function opening({ path, k, alpha, target, outside }) {
  const now = { prediction: format(path.predictions[k], 3), target, cost: path.values[k] };
  const stands = k === 0 ? phrase(WORDS.start, now) : counted(WORDS.after, k, { ...now, alpha });
  return outside > 0 ? `${stands} ${phrase(COMMON.leftMap, { step: outside })}` : stands;
}

/** @param {State} now */
function ground({ path, k, alpha, target, hidden, flat }) {
  const length = path.lengths[k];
  const move = { length: format(length, 2), move: format(alpha * length, 2) };
  if (length >= flat) return phrase(WORDS.here, move);
  const why = WORDS.reasons[reason(path.predictions[k], target, hidden)];
  return phrase(WORDS.flat, { ...move, reason: phrase(why, { hidden: format(hidden, 2) }) });
}

/**
 * The next step of both weights, with its numbers.
 * @param {State} now @returns {{text: string, kind?: string}[][]} a line for each weight
 */
export function arithmetic({ path, k, alpha }) {
  return path.positions[k].map((weight, i) => {
    const slope = path.gradients[k][i];
    return [
      { text: `W${subscript(i + 1)}`, kind: "parameter" },
      { text: " := " },
      { text: fixed(weight, 4), kind: "parameter" },
      { text: ` − ${format(alpha)} · ` },
      { text: wrapped(slope), kind: "slope" },
      { text: " = " },
      { text: fixed(weight - alpha * slope, 4), kind: "parameter" },
    ];
  });
}
