/**
 * What the two rounds keep in this browser: of each answer the text of its choice, with no word on
 * whether it was right; and when a round was finished.
 */
import { forget, recall, recallAll, recallUnder, remember } from "../../shell/memory.js";
import { placeOf } from "../question/kept.js";

/** @typedef {"first" | "second"} Round */
/** @typedef {import("./asking.js").Question} Question */

export const START = "round:";

/** @param {Round} round @param {string} slug */
const nameOf = (round, slug) => `${START}${round}:${slug}`;

/**
 * The place of the choice that a question was answered with; −1 if there is none.
 * @param {Round} round @param {Question} question
 */
export const answered = (round, { slug, texts, choices }) => {
  const { text } = recall(nameOf(round, slug)) ?? {};
  return placeOf({ text }, texts, choices);
};

/** @param {Round} round @param {Question} question @param {number} place */
export const answer = (round, { slug, texts }, place) =>
  remember(nameOf(round, slug), { text: texts[place] });

/** When a round was finished, as Date.now(); 0 if it was not. @param {Round} round */
export const finishedAt = (round) =>
  recall(START + round)?.finished === true ? recallAll()[START + round].at || 1 : 0;

/** @param {Round} round */
export const finish = (round) => remember(START + round, { finished: true });

/** @param {Round} round */
export const reopen = (round) => forget(START + round);

/** Whether there is anything of it. @param {Round | ""} round of any round if it is "" */
export const begun = (round) => Object.keys(recallUnder(START + round)).length > 0;

/** @param {string} name whether something of this name concerns the rounds */
export const concerns = (name) => name === "" || name.startsWith(START);
