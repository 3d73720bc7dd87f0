/** Keeps the sliders of the chosen point (px, py) and the data (x, y) the same. */
import { change } from "../../shell/controls.js";

/** @typedef {import("../../../generated/figures.d.ts").RegressionExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

/** @param {Model} model */
export function bindPoints(model) {
  const index = () => model.get("point") - 1;
  /** @param {string} key @param {number | number[]} value */
  const put = (key, value) => {
    if (model.get(key) !== value) change(model, { [key]: value });
  };
  const choose = () => {
    put("px", model.get("x")[index()]);
    put("py", model.get("y")[index()]);
  };
  /** @param {"x" | "y"} key */
  const moved = (key) => () => {
    const value = Number(model.get(`p${key}`)),
      values = model.get(key);
    if (values[index()] === value) return;
    const next = values.slice();
    next[index()] = value;
    put(key, next);
  };
  const listeners = /** @type {[string, () => void][]} */ ([
    ["change:point", choose],
    ["change:x", choose],
    ["change:y", choose],
    ["change:px", moved("x")],
    ["change:py", moved("y")],
  ]);
  listeners.forEach(([event, listener]) => model.on(event, listener));
  return () => listeners.forEach(([event, listener]) => model.off(event, listener));
}
