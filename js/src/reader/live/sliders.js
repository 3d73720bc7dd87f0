/** Sliders that a cell asked for: each move has Python call the cell's function again. */
import { format } from "../../core/formatting.js";
import { html, say } from "../../shell/dom.js";

/** @typedef {{name: string, least: number, most: number, step: number, value: number}} Control */

/**
 * @param {Control[]} controls
 * @param {(values: Record<string, number>) => Promise<unknown>} move until it is done, no other one
 *   begins; of those that come meanwhile, the last one counts
 */
export function slidersOf(controls, move) {
  const values = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  let moving = false;
  let again = false;
  async function moved() {
    again = moving;
    if (moving) return;
    moving = true;
    await move(values).finally(() => {
      moving = false;
    });
    if (again) moved();
  }
  const rows = controls.map(({ name, least, most, step, value }) => {
    const number = html("output", {}, format(value));
    const input = (/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
      values[name] = target.valueAsNumber;
      say(number, format(values[name]));
      moved();
    };
    const range = { type: "range", name, min: least, max: most, step, value, input };
    return html("label", {}, name, html("input", range), number);
  });
  moved();
  return html("div", { class: "pt-sliders" }, ...rows);
}
