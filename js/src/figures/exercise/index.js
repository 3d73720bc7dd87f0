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
import { variant } from "../../judge/asked.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").ExerciseFigure} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */

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
  /** What is kept, if it was not asked with other numbers: today's are nothing to judge it by. */
  const kept = () => {
    const found = whole(),
      { asked } = record();
    const same = typeof asked === "string" ? found && asked === numbers(found.seed) : !differs;
    return same ? found : null;
  };
  /** Whether the verdict on what is kept shows that: then no edition had noted the numbers. */
  let differs = false;
  /** What was right at once is not right by today's. @param {Verdict} verdict on the state */
  const isOutdated = ({ kind }) => {
    const { seed, answer, asked, attempts, solved } = record(),
      { seed: now, answer: judged } = state();
    const once = typeof asked !== "string" && solved === true && attempts === 1;
    return once && seed === now && answer === judged && !AGREES.includes(kind);
  };
  /** @param {Record<string, unknown>} more */
  const keep = (more) => remember(name, { attempts: 0, solved: false, ...record(), ...more });
  const note = html("p", { class: "pt-news" });
  /** Says that there is an answer, to other numbers. */
  const look = () => {
    const other = kept() ? null : whole();
    if (!other) return;
    note.textContent = phrase(WORDS.otherNumbers, other);
    el.prepend(note);
  };
  const before = kept(),
    fresh = state();
  if (before && !fresh.answer) change(model, before);

  const view = exerciseView(el, exercise, state(), {
    change(next) {
      note.remove();
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
    shown(verdict) {
      if (!verdict || !isOutdated(verdict)) return tell(model, verdict, ["seed", "answer"]);
      differs = true;
      change(model, { ...fresh, answer: "" });
      look();
    },
    solution: () => keep({ solution: true }),
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
