/** All questions of a round, one under the other; what is chosen is kept at once. */
import { html, unique, written } from "../../shell/dom.js";
import { phrase } from "../../core/phrase.js";
import { choiceRow } from "../question/choice.js";
import { answer, answered } from "./store.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").Rounds["data"]} Data */
/** @typedef {import("./store.js").Round} Round */
/** @typedef {ReturnType<typeof questionsOf>[number]} Question */

/**
 * The questions, each with the choice that says one does not know, and its choices as plain text.
 * @param {Data} data
 */
export const questionsOf = ({ questions, unsure }) =>
  questions.map((question) => {
    const choices = [...question.choices, { text: unsure, feedback: "", correct: false }];
    const texts = choices.map(({ text }) => written("span", text).textContent ?? "");
    return { ...question, choices, texts };
  });

/**
 * Whether a choice says something, right or wrong.
 * @param {Question} question @param {number} place
 */
export const isAnswer = ({ choices }, place) => place >= 0 && place < choices.length - 1;

/** @param {Question[]} questions @param {Round} round */
export function asking(questions, round) {
  const asked = questions.map((question, i) => one(question, i + 1, round));
  return {
    element: html("div", {}, ...asked.map(({ element }) => element)),
    update: () => asked.forEach(({ update }) => update()),
  };
}

/** @param {Question} question @param {number} number @param {Round} round */
function one(question, number, round) {
  const group = unique("round");
  const rows = question.choices.map((choice, i) => choiceRow(choice, group, i));
  const legend = html("legend", { class: "pt-prompt" }, phrase(WORDS.number, { number }), " ");
  legend.append(written("span", question.prompt));
  const element = html("fieldset", {}, legend, ...rows.map((row) => row.element));
  rows.forEach(({ input }, i) =>
    input.addEventListener("change", () => answer(round, question, i)),
  );
  return {
    element,
    update() {
      const chosen = answered(round, question);
      rows.forEach((row, i) => row.mark(i === chosen, false));
    },
  };
}
