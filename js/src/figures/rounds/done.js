/** What was answered in the rounds, as plain values; judged only when the second is finished. */
import { written } from "../../shell/dom.js";
import { exported } from "../../shell/memory.js";
import { COMMON } from "../../shell/words.js";
import { isAnswer } from "./asking.js";
import { answered, finishedAt, START } from "./store.js";

/** @typedef {import("./asking.js").Question} Question */
/** @typedef {import("./store.js").Round} Round */

/** @type {Round[]} */
export const ROUNDS = ["first", "second"];

/**
 * How many questions of a round are answered, and rightly.
 * @param {Question[]} questions @param {Round} round
 */
export function counted(questions, round) {
  const places = questions.map((question) => answered(round, question));
  return {
    answered: places.filter((place) => place >= 0).length,
    right: questions.filter(({ choices }, i) => choices[places[i]]?.correct).length,
  };
}

/**
 * Whether a choice is right; undefined if the question was left open.
 * @param {Question} question @param {number} place
 */
export const rightly = (question, place) =>
  isAnswer(question, place) ? question.choices[place].correct : undefined;

/**
 * The file to take away: for a person, and to be loaded again. While the first round waits for the
 * second, it says as little as the page does.
 * @param {Question[]} questions
 */
export function report(questions) {
  const judged = finishedAt("second") > 0;
  const rounds = ROUNDS.map((round) => [round, summary(questions, round, judged)]);
  return exported(
    {
      unverified: COMMON.unverified,
      rounds: Object.fromEntries(rounds),
      questions: questions.map((question) => rowOf(question, judged)),
    },
    [START],
  );
}

/** @param {Question[]} questions @param {Round} round @param {boolean} judged */
function summary(questions, round, judged) {
  const { answered, right } = counted(questions, round),
    at = finishedAt(round);
  return {
    finished: at ? new Date(at).toISOString() : null,
    answered,
    ...(judged ? { right } : {}),
    of: questions.length,
  };
}

/** @param {Question} question @param {boolean} judged */
function rowOf(question, judged) {
  const { prompt, texts, choices, topic } = question;
  const given = ROUNDS.map((round) => {
    const place = answered(round, question);
    const verdict = judged ? { right: rightly(question, place) ?? false } : {};
    return [round, place < 0 ? null : { answer: texts[place], ...verdict }];
  });
  const right = texts[choices.findIndex(({ correct }) => correct)];
  return {
    question: written("span", prompt).textContent,
    topic,
    ...Object.fromEntries(given),
    ...(judged ? { right } : {}),
  };
}
