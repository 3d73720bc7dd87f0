/** The network trainer: a small network learns a small data set, its gradients in plain sight. */
import { LOOKS, SETTINGS } from "../trainer/settings.js";
import { stage } from "../trainer/stage.js";
import { onTheme } from "../trainer/theme.js";
import { onResize } from "../chart.js";
import { watch } from "../controls.js";
import { live } from "../live.js";
import { whenNear } from "../near.js";

export { training } from "../trainer/training.js";
export { sentence } from "../trainer/words.js";
export { sizesOf } from "../trainer/curves.js";

/** @param {{model: import("../controls.js").Model, el: HTMLElement}} context */
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
