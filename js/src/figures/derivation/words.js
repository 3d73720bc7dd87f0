/** What the derivation stepper says of its numbers. */
import { format } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { agree } from "../../language/check.js";

/** @typedef {import("../../language/steps.js").Step} Step */
/**
 * @typedef {{steps: Step[], step: number, x: number, numbers:
 *   import("../../language/check.js").Numbers}} State
 */

/** @param {number} value */
export const shown = (value) => format(value, 6);

/** @param {State} state */
export function sentence({ steps, step, x, numbers }) {
  const place = `At x = ${format(x)}`,
    { y, measured, lines } = numbers;
  if (!Number.isFinite(y))
    return `${place} the expression has no value, so it has no derivative there.`;
  if (step === 0)
    return (
      `${place} y is ${shown(y)}, and nudging x a little measures the slope: ` +
      `${shown(measured)}. Step forward to derive it.`
    );
  const { left } = steps[step - 1],
    line = lines[step - 1];
  const derivative = `${plainText(left)} = ${shown(line.value)}`;
  const says = `Step ${step} of ${steps.length}. ${place}: ${derivative}.`;
  if (line.measured === null) return says;
  if (!Number.isFinite(line.value)) return `${says} The rule gives no value here.`;
  if (agree(line.value, line.measured))
    return `${says} A nudge measures ${shown(line.measured)}: they agree.`;
  return (
    `${says} A nudge measures ${shown(line.measured)}: they differ, for there is a ` +
    `corner, a jump or a pole here.`
  );
}

export const COLUMNS = ["step", "line", "at x", "measured"];

/** The rows of the table of numbers. @param {State} state */
export function rows({ steps, numbers }) {
  return steps.map(({ left, right }, i) => {
    const { value, measured } = numbers.lines[i];
    return [
      String(i + 1),
      `${plainText(left)} = ${plainText(right)}`,
      shown(value),
      measured === null ? "" : shown(measured),
    ];
  });
}
