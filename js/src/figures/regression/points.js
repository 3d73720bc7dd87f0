/** Keeps the sliders of the chosen point (px, py) and the data (x, y) the same. */
import { change, watch } from "../../shell/controls.js";

/** @typedef {import("./index.js").Model} Model */

/** @param {Model} model */
export function bindPoints(model) {
  const index = () => model.get("point") - 1;
  const choose = () => change(model, { px: model.get("x")[index()], py: model.get("y")[index()] });
  /** @param {"x" | "y"} key */
  const moved = (key) => () => {
    const value = Number(model.get(`p${key}`)),
      values = model.get(key);
    if (values[index()] === value) return;
    const next = values.slice();
    next[index()] = value;
    change(model, { [key]: next });
  };
  const undo = [
    watch(model, ["point", "x", "y"], choose),
    watch(model, ["px"], moved("x")),
    watch(model, ["py"], moved("y")),
  ];
  return () => undo.forEach((stop) => stop());
}
