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
import { judge } from "../../judge/judge.js";
import { variant } from "../../judge/asked.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").ExerciseFigure} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { answers, MOST_NODES, MOST_RIGHT } from "../../judge/answers.js";
export { startOrder } from "./fields.js";
export { knownOf, treeOf, variant } from "../../judge/asked.js";
export { bounded, ORDINARY } from "../../judge/bounded.js";
export { judge, judgeDerivative, readFunction } from "../../judge/judge.js";
export { RULES } from "../../judge/rules.js";
export { MOST_EVALUATIONS, placesOf } from "../../judge/places.js";
export { PRECISE } from "../../judge/precise.js";
export { makeSheet } from "../../judge/sheet.js";
export { tell } from "../../judge/tell.js";
export { filled } from "../../judge/texts.js";

const ANSWERS = "answer:";
const DRAFTS = "draft:";
/** What a right answer may be called by a judge that looks more closely than an earlier one. */
const AGREES = ["correct", "unsimplified", "rounded", "undecided"];

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
  const whole = () => {
    const { seed, answer } = record();
    return typeof answer === "string" && Number.isInteger(seed) && seed >= 0
      ? { seed, answer }
      : null;
  };
  const numbers = (/** @type {number} */ seed) => JSON.stringify(variant(exercise, seed));
  /** Whether an earlier edition asked with other numbers: no answer to judge by today's. */
  const isOutdated = (/** @type {{seed: number, answer: string}} */ { seed, answer }) => {
    const { asked, attempts, solved } = record();
    if (typeof asked === "string") return asked !== numbers(seed);
    const { kind } = judge(exercise, answer, seed);
    return solved === true && attempts === 1 && !AGREES.includes(kind);
  };
  const kept = () => {
    const found = whole();
    return found && !isOutdated(found) ? found : null;
  };
  /** @param {Record<string, unknown>} more */
  const keep = (more) => remember(name, { attempts: 0, solved: false, ...record(), ...more });
  const before = kept();
  if (before && !model.get("answer")) change(model, { seed: before.seed, answer: before.answer });

  const other = before ? null : whole();
  const note = other && html("p", { class: "pt-news" }, phrase(WORDS.otherNumbers, other));
  const view = exerciseView(el, exercise, state(), {
    change(next) {
      note?.remove();
      if (recall(draft)) forget(draft);
      if (next.answer || kept()) keep({ ...next, asked: numbers(next.seed) });
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
  if (note) el.prepend(note);
  const { seed, text } = recall(draft) ?? {};
  if (typeof text === "string" && seed === model.get("seed")) view.draft(text);
  addEventListener("pagehide", view.leave);
  const anew = onPaper(el, view.solution);
  const show = () => {
    view.update(state());
    anew();
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
