/** One exercise of a set: its number, the exercise as everywhere, how it went, and what is kept. */
import { phrase } from "../../../core/phrase.js";
import { html, say, unique } from "../../../shell/dom.js";
import { exerciseView } from "../../exercise/view.js";
import { cameOf, kindOf, rowOf } from "./done.js";
import { nameOf } from "./list.js";
import WORDS from "./words.json";

/** @typedef {import("../../../judge/asked.js").Exercise} Exercise */
/** @typedef {import("./done.js").Row} Row */
/** @typedef {import("./list.js").Entry} Entry */
/** @typedef {ReturnType<typeof import("./store.js").storeOf>} Store */
/** @typedef {ReturnType<typeof itemOf>} Item */

/**
 * @param {Exercise} exercise @param {Entry} entry @param {number} number
 * @param {Store} store
 */
export function itemOf(exercise, entry, number, store) {
  const id = unique("set"),
    place = html("div"),
    came = html("p", { class: "pt-set-came" });
  const state = () => {
    const { answers } = store.work(entry);
    return { seed: entry.seed, answer: answers[answers.length - 1] ?? "" };
  };
  const view = exerciseView(place, exercise, state(), {
    fixed: true,
    verdict: (_, answer) => store.answered(entry, answer),
    solution: () => store.opened(entry),
    draft: (text) => store.drafted(entry, text),
  });
  const { draft } = store.work(entry);
  if (draft) view.draft(draft);
  const heading = html("h3", { id }, phrase(WORDS.number, { number }));
  /** @type {Row} */ let row;
  return {
    element: html(
      "div",
      { class: "pt-sheet pt-set-item", role: "group", "aria-labelledby": id },
      heading,
      html("p", { class: "pt-which" }, kindOf(exercise)),
      place,
      came,
    ),
    name: nameOf(entry),
    row: () => row,
    update() {
      view.update(state());
      row = rowOf({ exercise, seed: entry.seed }, number, store.work(entry));
      say(came, cameOf(row));
    },
    speak: view.speak,
    leave: view.leave,
    destroy: view.destroy,
  };
}
