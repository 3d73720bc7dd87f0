/** The verdict as plain values for Python, in a notebook; a page has no Python. */
import { change } from "../shell/controls.js";

/** @typedef {import("./sentences.js").Verdict} Verdict */
/** @typedef {import("../shell/contract.d.ts").Value} Value */

/**
 * @param {import("../shell/contract.d.ts").AnyModel} model
 * @param {Verdict | null} verdict
 * @param {string[]} names of the values that were judged, as in ptcode/widgets/judged.py
 */
export function tell(model, verdict, names) {
  if (!("widget_manager" in model)) return;
  const { kind, mistakes, lines } = verdict ?? {};
  const on = names.map((name) => model.get(name));
  const told = verdict ? { kind, mistakes, lines, on } : {};
  if (JSON.stringify(told) === JSON.stringify(model.get("verdict"))) return;
  change(model, { verdict: /** @type {Value} */ (/** @type {unknown} */ (told)) });
}
