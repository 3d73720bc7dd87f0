/** What has been practised: the five boxes, the tries, the mistakes to come, and the way out. */
import { whole } from "../../core/formatting.js";
import { counted, listed, phrase } from "../../core/phrase.js";
import { RULES } from "../../judge/rules.js";
import { wayOut } from "../../shell/away/index.js";
import { html, say } from "../../shell/dom.js";
import { table } from "../../shell/readings.js";
import { summed, topicsOf } from "./draw.js";
import { called } from "./slips.js";
import { ALL, kept } from "./store.js";
import WORDS from "./words.json";

/** @typedef {import("./draw.js").Card} Card */
/** @typedef {import("./draw.js").Boxes} Boxes */

const FILE = "chain-rule-practice.json";

/**
 * @param {Card[]} cards @param {Record<string, string>} topics their titles
 * @param {() => string} told the report
 */
export function tally(cards, topics, told) {
  const boxes = shelf();
  const total = html("p", { class: "pt-practised" }),
    weak = html("p", { class: "pt-weak" });
  const done = byTopic(cards, topics);
  const out = wayOut({
    starts: ALL,
    file: FILE,
    label: WORDS.report,
    told,
    started: () => Object.keys(kept().boxes).length > 0,
  });
  return {
    elements: [boxes.element, total, weak, done.element, out.element],
    /**
     * @param {number[]} counts @param {ReturnType<typeof summed>} sums
     * @param {Record<string, number>} owed @param {Boxes} boxed
     */
    update(counts, { tries, right, started, due }, owed, boxed) {
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

/** The five boxes with what lies in each. */
function shelf() {
  const items = WORDS.boxes.map((label, i) => {
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

/** @param {Card[]} cards @param {Record<string, string>} topics */
function byTopic(cards, topics) {
  return table(WORDS.byTopic, WORDS.columns, () => {
    const { boxes } = kept();
    return topicsOf(cards).map((topic) => {
      const own = cards.filter((card) => card.topic === topic);
      const { started, tries, right } = summed(own, boxes, "");
      return [topics[topic], ...[own.length, started, tries, right].map(whole)];
    });
  });
}
