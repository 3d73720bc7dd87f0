/** Both rounds side by side: of each question what was answered, and what is right. */
import { phrase } from "../../core/phrase.js";
import { html, written } from "../../shell/dom.js";
import { table } from "../../shell/readings.js";
import { markOf } from "../question/choice.js";
import { rightly, ROUNDS } from "./done.js";
import { answered } from "./store.js";
import WORDS from "./words.json";

/** @typedef {import("./asking.js").Question} Question */
/** @typedef {import("./store.js").Round} Round */

/** @param {Question[]} questions @param {Round[]} rounds those that were answered */
export function comparison(questions, rounds) {
  const numbers = table(WORDS.table, WORDS.columns, () =>
    questions.map((question, i) => [
      phrase(WORDS.about, { number: i + 1, topic: question.topic }),
      ...ROUNDS.map((round) => marked(question, answered(round, question))),
    ]),
  );
  const items = questions.map((question, i) => one(question, i + 1, rounds));
  return {
    element: html("div", {}, numbers.element, ...items),
    update: numbers.update,
  };
}

/** @param {Question} question @param {number} place */
function marked(question, place) {
  const right = rightly(question, place);
  return right === undefined ? WORDS.open : markOf(right);
}

/** @param {Question} question @param {number} number @param {Round[]} rounds */
function one(question, number, rounds) {
  const { prompt, choices, topic } = question;
  const lines = rounds.map((round) => {
    const place = answered(round, question);
    const given = rightly(question, place) === undefined ? [] : [choices[place].text];
    return line(WORDS.round[round], given, marked(question, place));
  });
  const last = choices[answered("second", question)],
    right = choices.filter(({ correct }) => correct)[0];
  const missed = last && !last.correct && last.feedback ? [feedback(last.feedback)] : [];
  const shown = last?.correct ? [] : [line(WORDS.round.right, [right.text], "")];
  const asked = html("p", { class: "pt-prompt" }, phrase(WORDS.number, { number }), " ");
  asked.append(written("span", prompt));
  return html(
    "div",
    { class: "pt-compared" },
    asked,
    ...lines,
    ...missed,
    ...shown,
    feedback(right.feedback),
    html("p", { class: "pt-which" }, phrase(WORDS.topic, { topic })),
  );
}

/** @param {string} label @param {string[]} given HTML made by ptcode @param {string} mark */
const line = (label, given, mark) =>
  html(
    "p",
    { class: "pt-answered" },
    html("b", {}, label),
    " ",
    ...given.flatMap((text) => [written("span", text), " "]),
    html("span", { class: "pt-verdict" }, mark),
  );

/** @param {string} text HTML made by ptcode */
const feedback = (text) => written("p", text);
