/** What Python is told of a typed expression: its tree, for only the browser reads text. */
import { change, watch } from "../shell/controls.js";
import { parse } from "./parse.js";

/**
 * Hands Python the tree of the model's text whenever that changes, null where it cannot be read.
 * On a page it is there for Python when a cell runs. Returns what undoes that.
 * @param {import("../shell/contract.d.ts").AnyModel} model
 * @param {string[]} variables
 */
export function handTree(model, variables) {
  const read = () => parse(String(model.get("expression")), variables).tree ?? null;
  if (!("widget_manager" in model)) {
    (model.waking ?? model).tree = read;
    return () => {};
  }
  return watch(model, ["expression"], () => {
    const tree = read();
    if (JSON.stringify(tree) !== JSON.stringify(model.get("tree"))) change(model, { tree });
  });
}
