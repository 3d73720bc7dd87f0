/** The network trainer: a small network learns a small data set, its gradients in plain sight. */
import { LOOKS, SETTINGS } from "./settings.js";
import { stage } from "./stage.js";
import { onTheme } from "./theme.js";
import { onResize } from "../../charts/chart.js";
import { watch } from "../../shell/controls.js";
import { live } from "../../shell/live.js";
import { whenNear } from "../../shell/near.js";

export { training } from "../../networks/training.js";
export { sentence } from "./words.js";
export { sizesOf } from "./curves.js";

/** @param {{model: import("../../shell/controls.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { elements, update, wake, resize, recolour, stop } = stage(model, model.get("data"));
  el.replaceChildren(...elements);
  el.classList.add("pt-panes", "pt-trainer");
  update();
  const undo = [
    watch(model, [...SETTINGS, ...LOOKS, "step"], update),
    onTheme(recolour),
    onResize(el, resize),
    whenNear(el, wake),
    stop,
  ];
  return () => undo.forEach((undone) => undone());
}

export default live(render);
