/** The tangent explorer: a secant that becomes the tangent, and the derivative traced below. */
import { ownFunction, unusedText } from "../../language/own/index.js";
import { byKey } from "../../shell/controls.js";
import { explorer } from "../../shell/explorer.js";
import { live } from "../../shell/live.js";
import { build } from "./panel.js";
import { curveOf, differenceQuotient, tangentAt } from "./slope.js";

/** @typedef {import("../../../generated/figures.d.ts").TangentExplorer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { compile } from "../../core/expression.js";
export { curveOf, differenceQuotient, tangentAt } from "./slope.js";
export { sentence } from "./words.js";

const KEYS = ["f", "expression", "x", "h", "tangent", "whole"];

/** @typedef {Traits["data"]["functions"][number]} Shown */

/** @typedef {ReturnType<typeof solve> & {trouble?: string}} State */

/** What reads a typed function; a page fetches it when one is chosen. */
export const fetchOwn = () => import("./own.js");

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { functions } = model.get("data"),
    curves = byKey(functions, curveOf);
  /** @type {Own} */
  const own = ownFunction(model, {
    name: "f",
    load: fetchOwn,
    start: ({ shown }) => shown.start,
    fits: ({ shown: { places } }) => model.get("x") >= places[0] && model.get("x") <= places[1],
  });
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-tangents"],
    solve() {
      const curve = own.shown(curves);
      return { ...solve(model, curve), trouble: own.trouble(curve.shown.label) };
    },
    build: (state, again) => {
      own.whenRead(again);
      return build(model, { functions, own }, state);
    },
  });
}

/** @typedef {import("../../language/own/index.js").OwnFunction<import("./own.js").Made>} Own */

/** @param {Model} model @param {ReturnType<typeof curveOf>} curve */
function solve(model, curve) {
  const h = model.get("h"),
    tangent = tangentAt(curve, model.get("x"));
  return {
    curve,
    shown: curve.shown,
    label: curve.shown.label,
    tangent,
    h,
    quotient: differenceQuotient(curve, tangent.x, h),
    end: curve.value(tangent.x + h),
    touching: h === 0 || Boolean(model.get("tangent")),
  };
}

export default live(render, { primary: ["x", "h"], unused: unusedText("f") });
