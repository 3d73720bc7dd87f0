/** The network trainer: a small network learns a small data set, its gradients in plain sight. */
import { LOOKS, SETTINGS } from "./settings.js";
import { Stage } from "./stage.js";
import { onTheme } from "./theme.js";
import { onResize } from "../../shell/size.js";
import { watch } from "../../shell/controls.js";
import { live } from "../../shell/live.js";
import { whenNear } from "../../shell/near.js";

/** @typedef {import("../../../generated/figures.d.ts").NetworkTrainer} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { fitting } from "./settings.js";
export { training } from "../../networks/training.js";
export { sentence } from "./words.js";
export { sizesOf } from "./curves.js";

/** Beside the data, the rule, its α and Play: with these, the pictures would not be in sight. */
const SELDOM = ["activation", "batch", "show", "pace", "seed", "width", "depth"];

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const stage = new Stage(model, model.get("data"));
  el.replaceChildren(...stage.panel.elements);
  el.classList.add("pt-panes", "pt-trainer");
  stage.update();
  return [
    watch(model, [...SETTINGS, ...LOOKS, "step"], () => stage.update()),
    onTheme(() => stage.recolour()),
    onResize(el, () => stage.resize()),
    whenNear(el, () => stage.wake()),
    () => stage.stop(),
  ];
}

export default live(render, { primary: ["alpha", "play"], seldom: SELDOM });
