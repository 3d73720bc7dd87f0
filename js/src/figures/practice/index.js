/** Practice without end: problems drawn from the book's exercises, most often those one misses. */
import { change, watch } from "../../shell/controls.js";
import { exerciseView } from "../exercise/view.js";
import { live } from "../../shell/live.js";
import { onMemory } from "../../shell/memory.js";
import { build } from "./page.js";
import { chosen, counts, decides, draw, settle, summed } from "./draw.js";
import { concerns, keep, kept, report } from "./store.js";

export { chosen, counts, decides, draw, settle, summed } from "./draw.js";
export { report } from "./store.js";

/** @typedef {import("./draw.js").Card} Card */

/** @param {{model: import("../../shell/controls.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { exercises, rules } = model.get("data");
  const cards = /** @type {Card[]} */ (exercises);
  const told = () => report(cards, kept(), new Date().toISOString());
  const page = build(model, cards, { next: onwards, choose, told });
  /** @type {ReturnType<typeof exerciseView> | null} */
  let view = null;
  let shown = "",
    together = false;

  const choice = () => ({
    chapter: model.get("chapter"),
    level: model.get("level"),
    sort: model.get("sort"),
  });
  const offered = () => chosen(cards, choice());
  const card = () => cards.find(({ slug }) => slug === model.get("exercise"));
  const state = () => ({
    seed: Math.max(0, Math.round(model.get("seed"))),
    answer: model.get("answer"),
  });

  function next() {
    const { boxes, drawn } = kept();
    const problem = {
      ...draw(offered(), boxes, model.get("exercise"), drawn),
      answer: "",
      settled: false,
    };
    keep({ drawn: drawn + 1, now: problem });
    put({ exercise: problem.exercise, seed: problem.seed, answer: "" });
  }
  /** Changes several values and shows them at once. @param {Record<string, any>} changes */
  function put(changes) {
    together = true;
    change(model, changes);
    together = false;
    show();
  }
  /** A link or a program names another exercise: what was answered before does not belong to it. */
  function named() {
    if (together) return;
    if (card()) put({ answer: "" });
    else next();
  }
  function onwards() {
    next();
    view?.focus();
  }
  /** @param {Record<string, any>} changes */
  function choose(changes) {
    const all = { chapter: 0, level: 0, sort: "all" };
    const fits = chosen(cards, { ...choice(), ...changes }).length > 0;
    change(model, fits ? changes : { ...all, ...changes });
    if (!offered().some(({ slug }) => slug === model.get("exercise"))) next();
    progress();
  }
  /** The problem in hand, as it is kept. @returns {import("./store.js").Problem} */
  function current() {
    const { now } = kept(),
      exercise = model.get("exercise"),
      seed = model.get("seed");
    const same = now && now.exercise === exercise && now.seed === seed;
    return same ? now : { exercise, seed, answer: "", settled: false };
  }
  /** The first verdict on a problem decides. @param {{kind: string}} verdict */
  function judged({ kind }) {
    const now = current();
    if (now.settled || !decides(kind)) return;
    keep({
      boxes: settle(kept().boxes, now.exercise, kind === "correct"),
      now: { ...now, settled: true },
    });
  }
  /** What the reader did in the exercise. @param {{seed: number, answer: string}} changes */
  function changed({ seed, answer }) {
    put({ seed, answer });
    keep({ now: { ...current(), answer } });
  }
  function show() {
    const exercise = card();
    if (!exercise) return;
    if (shown === exercise.slug) view?.update(state());
    else {
      view?.destroy();
      view = exerciseView(page.place, { exercise, rules }, state(), {
        change: changed,
        verdict: judged,
      });
      shown = exercise.slug;
    }
    page.name(exercise);
  }
  function progress() {
    const { boxes } = kept();
    page.progress(counts(offered(), boxes), summed(offered(), boxes));
  }
  el.replaceChildren(page.element);
  const { now } = kept();
  if (!card() && now && cards.some(({ slug }) => slug === now.exercise)) {
    put({ exercise: now.exercise, seed: now.seed, answer: now.answer });
  }
  if (card()) show();
  else next();
  progress();
  const undo = [
    watch(model, ["exercise"], named),
    watch(model, ["seed", "answer"], () => {
      if (!together) show();
    }),
    watch(model, ["chapter", "level", "sort"], () => {
      page.update();
      progress();
    }),
    onMemory((name) => {
      if (concerns(name)) progress();
    }),
  ];
  return () => {
    undo.forEach((stop) => stop());
    view?.destroy();
  };
}

export default live(render);
