/** What the practice page looks like: the choice, the problem, the five boxes, and the way out. */
import { button, select } from "../../shell/controls.js";
import { table } from "../../shell/readings.js";
import { html, say } from "../../shell/dom.js";
import { summed } from "./draw.js";
import { called } from "./slips.js";
import { RULES } from "../../judge/rules.js";
import { wayOut } from "../../shell/away/index.js";
import { ALL, kept } from "./store.js";
import WORDS from "./words.json";
import { counted, listed, phrase } from "../../core/phrase.js";
import { whole } from "../../core/formatting.js";

/** @typedef {import("./index.js").Model} Model */

const { levels: LEVELS, boxes: BOXES } = WORDS;
const FILE = "chain-rule-practice.json";
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
  const boxes = shelf();
  const total = html("p", { class: "pt-practised" }),
    weak = html("p", { class: "pt-weak" });
  const topics = titles(model);
  const done = byTopic(cards, topics);
  const out = wayOut({
    starts: ALL,
    file: FILE,
    label: WORDS.report,
    told,
    started: () => Object.keys(kept().boxes).length > 0,
  });
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
    boxes.element,
    total,
    weak,
    done.element,
    out.element,
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
    /**
     * @param {number[]} counts @param {ReturnType<typeof summed>} sums
     * @param {Record<string, number>} owed @param {import("./draw.js").Boxes} boxed
     */
    progress(counts, { tries, right, started, due }, owed, boxed) {
      boxes.update(counts);
      const all = counts.reduce((sum, count) => sum + count, 0);
      say(
        total,
        tries
          ? counted(WORDS.solved, tries, { right, started, all, due })
          : counted(WORDS.waiting, all),
      );
      const titles = Object.keys(owed).flatMap((name) =>
        owed[name] > 0 && RULES.mistakes[name] ? [called(name, cards, boxed)] : [],
      );
      weak.hidden = titles.length === 0;
      say(weak, titles.length ? phrase(WORDS.weak, { mistakes: listed(titles) }) : "");
      done.update();
      out.update();
    },
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
      [["all", WORDS.everyTopic], ...asked(cards).map((topic) => titled(topic, topics[topic]))],
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

/** The five boxes with what lies in each. */
function shelf() {
  const items = BOXES.map((label, i) => {
    const number = i + 1,
      said = html("span", { class: "pt-hidden" });
    const count = html("span", { class: "pt-lying", "aria-hidden": "true" });
    const words = html(
      "span",
      { class: "pt-box-name", "aria-hidden": "true" },
      phrase(WORDS.box, { number, name: label }),
    );
    return {
      element: html("li", {}, said, count, words),
      /** @param {number} lying @param {number} most in one of the boxes */
      update(lying, most) {
        const text = label ? WORDS.lying : WORDS.lyingUnnamed;
        say(said, phrase(text, { number, name: label, count: lying }));
        say(count, whole(lying));
        count.style.setProperty("--pt-share", String(lying / most));
      },
    };
  });
  const element = html(
    "ol",
    { class: "pt-shelf", "aria-label": WORDS.shelf },
    ...items.map((item) => item.element),
  );
  return {
    element,
    /** @param {number[]} counts */
    update(counts) {
      const most = Math.max(1, ...counts);
      counts.forEach((count, i) => items[i].update(count, most));
    },
  };
}

/** The titles of the topics, by name. @param {Model} model @returns {Record<string, string>} */
const titles = (model) => model.get("data").topics;

/** The topics of these exercises, in the order of the book. @param {Card[]} cards */
const asked = (cards) => [...new Set(cards.map(({ topic }) => topic))];

/** @param {Card[]} cards @param {Record<string, string>} topics */
function byTopic(cards, topics) {
  return table(WORDS.byTopic, WORDS.columns, () => {
    const { boxes } = kept();
    return asked(cards).map((topic) => {
      const own = cards.filter((card) => card.topic === topic);
      const { started, tries, right } = summed(own, boxes, "");
      return [topics[topic], ...[own.length, started, tries, right].map(whole)];
    });
  });
}
