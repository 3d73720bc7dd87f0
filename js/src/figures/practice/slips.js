/**
 * The mistakes that a reader makes come back: each one made is to be avoided twice, in exercises
 * that tempt to it.
 */
import { treeOf } from "../../judge/asked.js";
import { inWords, NUMBER, RULES } from "../../judge/rules.js";
import { titleOf } from "../../judge/sentences.js";
import { makeSheet } from "../../judge/sheet.js";

const TWICE = 2;
const MOST = 4; // whoever makes one all the time has not to avoid it for ever

/** @typedef {import("./draw.js").Card} Card */
/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */
/** @typedef {Record<string, number>} Owed how often a mistake is still to be avoided, by name */

/**
 * What a mistake is called in the first exercise of the book in which it was made: a reader of the
 * first chapters has not met the words of the last ones.
 * @param {string} name @param {Card[]} cards @param {import("./draw.js").Boxes} boxes
 */
export function called(name, cards, boxes) {
  const card = cards.find(({ slug }) => boxes[slug]?.slips.includes(name));
  const heads = card && card.kind !== "derivative" ? [NUMBER] : [];
  return titleOf(name, inWords(RULES, card?.spoken), heads);
}

/** @type {WeakMap<Card, string[]>} a sheet of wrong derivatives is worth keeping */
const found = new WeakMap();

/** The mistakes whose answers an exercise knows. @param {Card} card */
export function tempting(card) {
  const names = found.get(card) ?? (card.kind === "derivative" ? worked(card) : named(card));
  found.set(card, names);
  return names;
}

/** @param {Card} card */
function named({ wrong = {}, choices = [], blanks = [], bugs = [] }) {
  const marks = [...choices, ...bugs.flatMap(({ mends }) => mends)]
    .map(({ mark }) => mark)
    .filter((mark) => typeof mark === "string");
  return [...Object.keys(wrong), ...marks, ...blanks.flatMap((blank) => Object.keys(blank.wrong))];
}

/** Those that lead to another derivative than the right one. @param {Card} card */
function worked(card) {
  const exercise = /** @type {import("../../judge/asked.js").Exercise} */ (card),
    tree = treeOf(exercise, 0);
  const { variable, window } = exercise;
  const sheet = tree === null ? null : makeSheet(tree, variable, window, RULES);
  return [...new Set(sheet?.wrong.map(({ mistake }) => mistake) ?? [])];
}

/** The mistakes that led to an answer, in whichever of its blanks. @param {Verdict} verdict */
export const made = ({ mistakes, fields = {} }) => [
  ...new Set([...mistakes, ...Object.values(fields).flatMap((field) => field.mistakes)]),
];

/**
 * What of `owed` changes once a problem is decided.
 * @param {Owed} owed @param {boolean} solved
 * @param {string[]} names the mistakes that were made; of a solved one, those that it tempts to
 * @returns {Owed}
 */
export function paid(owed, solved, names) {
  const known = [...new Set(names)].filter((name) => !solved || owed[name] > 0);
  return Object.fromEntries(
    known.map((name) => {
      const before = owed[name] ?? 0;
      return [name, solved ? before - 1 : Math.min(MOST, before + TWICE)];
    }),
  );
}
