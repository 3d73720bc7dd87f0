/** What Python is told of a typed expression: its tree, for only the browser reads text. */
import { change, watch } from "../shell/controls.js";
import { parse } from "./parse.js";

/**
 * Hands Python the tree of the model's text whenever that changes, null where it cannot be read.
 * On a page nobody asks for it. Returns what undoes that.
 * @param {import("../shell/contract.d.ts").AnyModel} model
 * @param {string[]} variables
 */
export function handTree(model, variables) {
  if (!("widget_manager" in model)) return () => {};
  return watch(model, ["expression"], () => {
    const tree = parse(String(model.get("expression")), variables).tree ?? null;
    if (JSON.stringify(tree) !== JSON.stringify(model.get("tree"))) change(model, { tree });
  });
}
