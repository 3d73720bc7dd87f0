/** An exercise that knows which mistake a wrong answer comes from; its answer is remembered. */
import { change, watch } from "../../shell/controls.js";
import { exerciseView } from "./view.js";
import { live } from "../../shell/live.js";
import { tellNews } from "../../shell/news.js";
import { tell } from "../../judge/tell.js";
import { forget, onMemory, recall, remember } from "../../shell/memory.js";

/** @typedef {import("../../../generated/figures.d.ts").ExerciseFigure} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { answers, MOST_NODES, MOST_RIGHT } from "../../judge/answers.js";
export { startOrder } from "./fields.js";
export { knownOf, treeOf, variant } from "../../judge/asked.js";
export { judge, judgeDerivative, readFunction } from "../../judge/judge.js";
export { RULES } from "../../judge/rules.js";
export { MOST_EVALUATIONS, placesOf } from "../../judge/places.js";
export { makeSheet } from "../../judge/sheet.js";
export { tell } from "../../judge/tell.js";
export { filled } from "../../judge/texts.js";

const ANSWERS = "answer:";
const DRAFTS = "draft:";

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const exercise = /** @type {import("../../judge/asked.js").Exercise} */ (model.get("data")),
    name = ANSWERS + exercise.slug,
    draft = DRAFTS + exercise.slug;
  const state = () => ({ seed: model.get("seed"), answer: model.get("answer") });
  const record = () => {
    const found = recall(name);
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  };
  const kept = () => {
    const { seed, answer } = record();
    return typeof answer === "string" && Number.isInteger(seed) && seed >= 0
      ? { seed, answer }
      : null;
  };
  /** @param {Record<string, unknown>} more */
  const keep = (more) => remember(name, { attempts: 0, solved: false, ...record(), ...more });
  const before = kept();
  if (before && !model.get("answer")) change(model, { seed: before.seed, answer: before.answer });

  const view = exerciseView(el, exercise, state(), {
    change(next) {
      if (recall(draft)) forget(draft);
      if (next.answer || kept()) keep(next);
      change(model, next);
    },
    verdict({ kind }) {
      const { attempts, solved } = record();
      keep({
        attempts: (Number(attempts) || 0) + 1,
        solved: solved === true || kind === "correct",
      });
    },
    solution: () => keep({ solution: true }),
    draft: (text) => remember(draft, { seed: model.get("seed"), text }),
  });
  tellNews(el);
  const { seed, text } = recall(draft) ?? {};
  if (typeof text === "string" && seed === model.get("seed")) view.draft(text);
  addEventListener("pagehide", view.leave);
  const show = () => {
    view.update(state());
    tell(model, view.verdict(), ["seed", "answer"]);
  };
  show();
  const sync = (/** @type {string} */ changed) => {
    if (changed !== "") return;
    const { seed, answer } = kept() ?? { seed: model.get("seed"), answer: "" };
    if (answer !== model.get("answer") || seed !== model.get("seed"))
      change(model, { seed, answer });
  };
  return [
    watch(model, ["seed", "answer"], show),
    onMemory(sync),
    view.destroy,
    () => removeEventListener("pagehide", view.leave),
  ];
}

export default live(render);
