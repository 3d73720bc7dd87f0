/** Practice without end: problems drawn from the book's exercises, most often those one misses. */
import { change, watch } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { forgetLink } from "../../shell/links.js";
import { exerciseView } from "../exercise/view.js";
import { live } from "../../shell/live.js";
import { tellNews } from "../../shell/news.js";
import { tell } from "../../judge/tell.js";
import { onMemory } from "../../shell/memory.js";
import { build } from "./page.js";
import { counts, summed } from "./draw.js";
import { Session } from "./session.js";
import { setsOf } from "./set/index.js";
import { concerns, kept, report } from "./store.js";

/** @typedef {import("../../../generated/figures.d.ts").Practice} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {import("../../judge/asked.js").Exercise} Exercise */

export { filed, latest, merged, migrated, opened, VERSION, written } from "../../shell/record.js";
export { siteRoot } from "../../shell/root.js";
export { dayOf, daysLater } from "./days.js";
export { chosen, counts, decides, draw, placeOf, settle, summed } from "./draw.js";
export { called, made, paid, tempting } from "./slips.js";
export { readSet, setName, setText } from "./set/list.js";
export { rows } from "./store.js";

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const exercises = /** @type {Exercise[]} */ (model.get("data").exercises);
  const { page, session, problem, show, progress } = practising(model, exercises);
  const place = html("div"),
    sets = setsOf(model, el, exercises, () => {
      change(model, { set: "" });
      forgetLink(el); // or the page, loaded again, would open the set again
      problem.focus();
    });
  /** Practice and a set have one place; the problem in hand waits while a set is open. */
  function turn() {
    if (sets.show(place)) return session.put({ exercise: "", seed: 0, answer: "" });
    place.replaceChildren(page.element);
    session.begin();
    progress();
  }
  /** A link that asks for something else leaves the set. @param {() => void} otherwise */
  const aside = (otherwise) => () => {
    if (!model.get("set")) otherwise();
    else if (!session.together) change(model, { set: "" });
  };
  const named = aside(() => session.named());
  const narrowed = aside(() => {
    page.update();
    progress();
  });
  el.replaceChildren(place, sets.chooser);
  tellNews(el);
  turn();
  return [
    watch(model, ["set"], turn),
    watch(model, ["exercise"], named),
    watch(model, ["seed", "answer"], () => session.together || show()),
    watch(model, ["topic", "level", "sort"], narrowed),
    onMemory((name) => concerns(name) && progress()),
    () => problem.destroy(),
    () => sets.destroy(),
  ];
}

/**
 * The page of practice, the problem in hand on it, and what they do to each other.
 * @param {Model} model @param {Exercise[]} exercises
 */
function practising(model, exercises) {
  const session = new Session(model, exercises, show);
  const page = build(model, exercises, {
    next() {
      session.next();
      problem.focus();
    },
    choose(changes) {
      session.choose(changes);
      progress();
    },
    told: () => report(exercises),
  });
  const problem = sheet(page.place, session, (verdict) =>
    tell(model, verdict, ["exercise", "seed", "answer"]),
  );
  function show() {
    const card = session.card();
    if (!card) return;
    problem.show(card);
    page.name(card, session.rests());
  }
  function progress() {
    const { boxes, owed } = kept(),
      offered = session.offered();
    page.progress(counts(offered, boxes), summed(offered, boxes, session.today()), owed, boxes);
  }
  return { page, session, problem, show, progress };
}

/**
 * The exercise in hand, in its place: another one is built anew, the same one goes on.
 * @param {HTMLElement} place @param {Session} session
 * @param {(verdict: import("../../judge/sentences.js").Verdict | null) => void} told
 */
function sheet(place, session, told) {
  /** @type {ReturnType<typeof exerciseView> | null} */
  let view = null;
  let shown = "";
  return {
    /** @param {Exercise} exercise */
    show(exercise) {
      if (shown === exercise.slug) return view?.update(session.state());
      view?.destroy();
      view = exerciseView(place, exercise, session.state(), {
        change: (changes) => session.answered(changes),
        verdict: (verdict) => session.judged(verdict),
        shown: told,
        solution: () => session.revealed(),
      });
      shown = exercise.slug;
    },
    focus: () => view?.focus(),
    destroy: () => view?.destroy(),
  };
}

export default live(render);
