/** An exercise that knows which mistake a wrong answer comes from; its answer is remembered. */
import { change, watch } from "../../shell/controls.js";
import { exerciseView } from "./view.js";
import { live } from "../../shell/live.js";
import { tellNews } from "../../shell/news.js";
import { tell } from "../../judge/tell.js";
import { forget, onMemory, recall, remember } from "../../shell/memory.js";
import { html } from "../../shell/dom.js";
import { onPaper } from "../../shell/paper.js";
import { phrase } from "../../core/phrase.js";
import { keptAnswer } from "./kept.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").ExerciseFigure} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { answers, MOST_NODES, MOST_RIGHT } from "../../judge/answers.js";
export { startOrder } from "./order.js";
export { knownOf, treeOf, variant } from "../../judge/asked.js";
export { bounded, ORDINARY } from "../../judge/bounded.js";
export { judge, judgeDerivative, readFunction } from "../../judge/judge.js";
export { RULES } from "../../judge/rules.js";
export { MOST_EVALUATIONS, placesOf } from "../../judge/places.js";
export { PRECISE } from "../../judge/precise.js";
export { makeSheet } from "../../judge/sheet.js";
export { tell } from "../../judge/tell.js";
export { filled } from "../../judge/texts.js";

const DRAFTS = "draft:";

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const exercise = /** @type {import("../../judge/asked.js").Exercise} */ (model.get("data")),
    draft = DRAFTS + exercise.slug;
  const state = () => ({ seed: model.get("seed"), answer: model.get("answer") });
  const kept = keptAnswer(exercise);
  const note = html("p", { class: "pt-news" });
  /** Says that there is an answer, to other numbers. */
  const look = () => {
    const other = kept.read() ? null : kept.whole();
    if (!other) return;
    note.textContent = phrase(WORDS.otherNumbers, other);
    el.prepend(note);
  };
  const before = kept.read(),
    fresh = state();
  if (before && !fresh.answer) change(model, before);

  const view = exerciseView(el, exercise, state(), {
    change(next) {
      note.remove();
      if (recall(draft)) forget(draft);
      if (next.answer || kept.read()) kept.write(next);
      change(model, next);
    },
    verdict: ({ kind }) => kept.count(kind === "correct"),
    shown(verdict) {
      if (!verdict || !kept.lapses(state(), verdict))
        return tell(model, verdict, ["seed", "answer"]);
      change(model, { ...fresh, answer: "" });
      look();
    },
    solution: kept.open,
    draft: (text) => remember(draft, { seed: model.get("seed"), text }),
  });
  tellNews(el);
  look();
  const { seed, text } = recall(draft) ?? {};
  if (typeof text === "string" && seed === model.get("seed")) view.draft(text);
  addEventListener("pagehide", view.leave);
  const anew = onPaper(el, view.solution);
  const show = () => {
    view.update(state());
    anew();
  };
  show();
  const sync = (/** @type {string} */ changed) => {
    if (changed !== "") return;
    const { seed, answer } = kept.read() ?? { seed: model.get("seed"), answer: "" };
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
