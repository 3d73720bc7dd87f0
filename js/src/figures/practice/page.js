/** What the practice page looks like: the choice and the problem, and below them the record. */
import { button, select } from "../../shell/controls.js";
import { html, say } from "../../shell/dom.js";
import { topicsOf } from "./draw.js";
import { tally } from "./tally.js";
import WORDS from "./words.json";
import { counted, phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */

const LEVELS = WORDS.levels;
/** @type {Record<string, string>} */
const SORTS = WORDS.sorts;

/** @typedef {import("./draw.js").Card} Card */
/** @typedef {Partial<import("./draw.js").Choice>} Changes */

/**
 * @param {Model} model @param {Card[]} cards
 * @param {{next: () => void, choose: (changes: Changes) => void, told: () => string}} actions
 */
export function build(model, cards, { next, choose, told }) {
  const selects = choosers(model, cards, choose);
  const place = html("div", { class: "pt-problem" });
  const name = html("p", { class: "pt-which" });
  const topics = titles(model);
  const record = tally(cards, topics, told);
  const element = html(
    "div",
    {},
    html("div", { class: "pt-bar" }, ...selects.map(({ element }) => element)),
    html(
      "div",
      { class: "pt-sheet" },
      name,
      place,
      html("div", { class: "pt-player pt-onwards" }, button(WORDS.next, next, "→")),
    ),
    ...record.elements,
  );
  return {
    element,
    place,
    update: () => selects.forEach((each) => each.update()),
    /** @param {Card} card @param {number} rests for how many days it rests yet */
    name({ topic, level, kind }, rests) {
      const which = phrase(WORDS.which, {
        topic: topics[topic],
        level: LEVELS[level],
        sort: SORTS[kind],
      });
      say(name, rests ? counted(WORDS.rests, rests, { which }) : which);
    },
    progress: record.update,
  };
}

/**
 * Three ways to narrow the draw.
 * @param {Model} model @param {Card[]} cards @param {(changes: Changes) => void} choose
 */
function choosers(model, cards, choose) {
  const topics = titles(model);
  const levels = [...new Set(cards.map(({ level }) => level))].sort();
  const sorts = Object.keys(SORTS).filter((sort) => cards.some(({ kind }) => kind === sort));
  /** @type {[string, string, (value: string) => string | number, [string, string][]][]} */
  const narrowings = [
    [
      "topic",
      WORDS.from,
      String,
      [["all", WORDS.everyTopic], ...topicsOf(cards).map((topic) => titled(topic, topics[topic]))],
    ],
    ["level", WORDS.level, Number, [0, ...levels].map((n) => titled(n, LEVELS[n]))],
    [
      "sort",
      WORDS.kind,
      String,
      [["all", WORDS.everyKind], ...sorts.map((sort) => titled(sort, SORTS[sort]))],
    ],
  ];
  return narrowings.map(([name, label, read, options]) =>
    select(model, {
      name,
      label,
      options,
      choose(value) {
        choose({ [name]: read(value) });
        return {};
      },
    }),
  );
}

/** @param {string | number} value @param {string} label @returns {[string, string]} */
const titled = (value, label) => [String(value), label];

/** The titles of the topics, by name. @param {Model} model @returns {Record<string, string>} */
const titles = (model) => model.get("data").topics;
