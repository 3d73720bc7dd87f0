/** What the derivation stepper says of its numbers. */
import { format, whole } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { agree } from "../../language/check.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../language/steps.js").Step} Step */
/**
 * @typedef {{steps: Step[], step: number, x: number, numbers:
 *   import("../../language/check.js").Numbers}} State
 */

/** @param {number} value */
export const shown = (value) => (Number.isNaN(value) ? WORDS.none : format(value, 6));

/** @param {State} state */
export function sentence({ steps, step, x, numbers }) {
  const { y, measured, lines } = numbers;
  if (!Number.isFinite(y)) return phrase(WORDS.noValue, { x });
  if (step === 0) return phrase(WORDS.start, { x, y: shown(y), measured: shown(measured) });
  const { left } = steps[step - 1],
    line = lines[step - 1];
  const says = phrase(WORDS.step, {
    step,
    count: steps.length,
    x,
    derivative: plainText(left),
    value: shown(line.value),
  });
  if (line.measured === null) return says;
  if (!Number.isFinite(line.value)) return `${says} ${WORDS.noRule}`;
  const verdict = agree(line.value, line.measured) ? WORDS.agree : WORDS.differ;
  return `${says} ${phrase(verdict, { measured: shown(line.measured) })}`;
}

export const { columns: COLUMNS } = WORDS;

/** The rows of the table of numbers. @param {State} state */
export function rows({ steps, numbers }) {
  return steps.map(({ left, right }, i) => {
    const { value, measured } = numbers.lines[i];
    return [
      whole(i + 1),
      `${plainText(left)} = ${plainText(right)}`,
      shown(value),
      measured === null ? "" : shown(measured),
    ];
  });
}
