/** What the practice page looks like: the choice, the problem, the five boxes, and the way out. */
import { button, select } from "../../shell/controls.js";
import { table } from "../../shell/readings.js";
import { html, say } from "../../shell/dom.js";
import { summed } from "./draw.js";
import { erase, kept, restore, save } from "./store.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { counted, phrase } from "../../core/phrase.js";
import { whole } from "../../core/formatting.js";

/** @typedef {import("./index.js").Model} Model */

const { levels: LEVELS, boxes: BOXES } = WORDS;
/** @type {Record<string, string>} */
const SORTS = WORDS.sorts;
const FILE = "chain-rule-practice.json";

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
  const total = html("p", { class: "pt-practised" });
  const done = byChapter(cards);
  const out = wayOut(told);
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
    done.element,
    out.element,
  );
  return {
    element,
    place,
    update: () => selects.forEach((each) => each.update()),
    /** @param {Card} card */
    name({ chapter, level, kind }) {
      say(name, phrase(WORDS.which, { chapter, level: LEVELS[level], sort: SORTS[kind] }));
    },
    /** @param {number[]} counts @param {ReturnType<typeof summed>} sums */
    progress(counts, { tries, right, started }) {
      boxes.update(counts);
      const all = counts.reduce((sum, count) => sum + count, 0);
      say(
        total,
        tries
          ? counted(WORDS.solved, tries, { right, started, all })
          : phrase(WORDS.waiting, { count: all }),
      );
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
  const numbers = (/** @type {"chapter" | "level"} */ key) =>
    [...new Set(cards.map((card) => card[key]))].sort();
  const sorts = Object.keys(SORTS).filter((sort) => cards.some(({ kind }) => kind === sort));
  /** @type {[string, string, (value: string) => string | number, [string, string][]][]} */
  const narrowings = [
    [
      "chapter",
      WORDS.from,
      Number,
      [
        ["0", WORDS.everyChapter],
        ...numbers("chapter").map((n) => titled(n, phrase(WORDS.chapter, { chapter: n }))),
      ],
    ],
    ["level", WORDS.level, Number, [0, ...numbers("level")].map((n) => titled(n, LEVELS[n]))],
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
    const count = html("span", { class: "pt-lying" });
    const words = html(
      "span",
      { class: "pt-box-name" },
      phrase(WORDS.box, { number: i + 1, name: label }),
    );
    return { count, element: html("li", {}, count, words) };
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
      counts.forEach((count, i) => {
        say(items[i].count, whole(count));
        items[i].count.style.setProperty("--pt-share", String(count / most));
      });
    },
  };
}

/** @param {Card[]} cards */
function byChapter(cards) {
  const chapters = [...new Set(cards.map(({ chapter }) => chapter))].sort();
  return table(WORDS.byChapter, WORDS.columns, () => {
    const { boxes } = kept();
    return chapters.map((chapter) => {
      const own = cards.filter((card) => card.chapter === chapter);
      const { started, tries, right } = summed(own, boxes);
      return [chapter, own.length, started, tries, right].map(whole);
    });
  });
}

/** To take it away as a file or as text, and to wipe it out. @param {() => string} told */
function wayOut(told) {
  const text = html("textarea", { readonly: true, rows: 8, "aria-label": WORDS.report });
  const shown = html(
    "details",
    {
      class: "pt-table",
      toggle: () => {
        if (shown.open) text.value = told();
      },
    },
    html("summary", {}, WORDS.asText),
    text,
  );
  /** @type {ReturnType<typeof kept> | null} */
  let before = null;
  const wipe = button(WORDS.erase, () => {
    const undone = before,
      now = kept();
    if (undone) restore(undone);
    else erase();
    before = undone ? null : now;
    update();
  });
  /** What was erased can be had back until something new is there. */
  function update() {
    if (Object.keys(kept().boxes).length > 0) before = null;
    say(/** @type {Element} */ (wipe.lastElementChild), before ? COMMON.undo : WORDS.erase);
    if (shown.open) text.value = told();
  }
  const element = html(
    "div",
    { class: "pt-away" },
    html(
      "div",
      { class: "pt-player" },
      button(WORDS.save, () => save(told(), FILE), "↓"),
      wipe,
    ),
    shown,
  );
  return { element, update };
}
