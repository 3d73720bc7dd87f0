/** Where an answer is given: one field a kind, each with the same four methods. */
import { phrase } from "../../core/phrase.js";
import { shuffled, uniforms } from "../../core/random.js";
import { html, say, unique, written } from "../../shell/dom.js";
import { COMMON } from "../../shell/words.js";
import { typedField } from "../../language/field.js";
import { knownOf } from "../../judge/asked.js";
import { filled } from "../../judge/texts.js";
import { bug } from "./bug.js";
import { fill, number } from "./numbers.js";
import { order } from "./order.js";
import WORDS from "./words.json";

/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */
/**
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {() => string} read the answer as the state keeps it
 * @property {(answer: string) => void} write
 * @property {(verdict: Verdict | null) => void} mark
 * @property {() => void} focus
 * @property {(verdict: Verdict | null) => Node[]} [evidence] what is shown below the verdict
 */
/**
 * @typedef {{exercise: import("../../judge/asked.js").Exercise, seed: number, touched: () => void,
 *   tell: (text: string) => void}} Options
 */

/** @type {Record<string, (options: Options) => Field>} */
const FIELDS = { derivative, number, choice, order, fill, bug };

/** @param {Options} options @returns {Field} */
export const answerField = (options) => FIELDS[options.exercise.kind](options);

/** @param {Options} options @returns {Field} */
function derivative({ exercise, touched }) {
  const field = typedField({
    label: phrase(WORDS.derivative, { variable: exercise.variable }),
    name: "typed",
    value: "",
    variables: [exercise.variable],
    onText: touched,
  });
  return {
    element: field.element,
    read: () => field.input.value,
    write: (answer) => {
      if (answer !== field.input.value) field.update(answer);
    },
    mark: () => {},
    focus: () => field.input.focus(),
  };
}

/** @param {Options} options @returns {Field} */
function choice({ exercise, seed, touched }) {
  const known = knownOf(exercise, seed),
    group = unique("choice");
  const places = [...exercise.choices.keys()];
  const rows = (seed === 0 ? places : shuffled(places, uniforms(seed))).map((place) => {
    const input = html("input", { type: "radio", name: group, value: place, change: touched });
    const words = written("span", filled(exercise.choices[place].text, known));
    const mark = html("span", { class: "pt-verdict" });
    return {
      place,
      input,
      mark,
      element: html("label", { class: "pt-choice" }, input, words, mark),
    };
  });
  const chosen = () => rows.find(({ input }) => input.checked);
  return {
    element: html(
      "fieldset",
      {},
      html("legend", { class: "pt-hidden" }, WORDS.choice),
      ...rows.map(({ element }) => element),
    ),
    read: () => String(chosen()?.place ?? ""),
    write: (answer) =>
      rows.forEach(({ place, input }) => {
        input.checked = String(place) === answer;
      }),
    mark: (verdict) =>
      rows.forEach(({ input, mark, element }) => {
        const mine = Boolean(verdict) && input.checked && verdict?.kind !== "unreadable";
        say(mark, mine ? (verdict?.kind === "correct" ? COMMON.markRight : COMMON.markWrong) : "");
        element.classList.toggle("pt-mistaken", mine && verdict?.kind !== "correct");
      }),
    focus: () => (chosen() ?? rows[0]).input.focus(),
  };
}
