/** What the figure says: the step, in parts that are lines of their own where there is room. */
import { status } from "../../shell/readings.js";
import { html, say } from "../../shell/dom.js";
import { shown, told } from "./words.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./words.js").State} State */

export function voice() {
  const { element, news } = status();
  const parts = ["pt-told", "pt-symbols", "pt-told"].map((kind) => html("span", { class: kind }));
  element.append(parts[0], " ", parts[1], " ", parts[2]);
  return {
    element: html("div", { class: "pt-words" }, element),
    /**
     * @param {State} state
     * @param {string} moved the label of an input that was just moved
     * @param {string} complaint stands instead of all else
     */
    update(state, moved, complaint) {
      const texts = complaint ? [complaint, "", ""] : told(state),
        more = outcome(state, moved);
      news(() =>
        parts.forEach((part, i) =>
          say(part, i === 2 && more ? `${texts[i]} ${more}`.trim() : texts[i]),
        ),
      );
    },
  };
}

/** What an input moved by hand did to the result. @param {State} state @param {string} moved */
function outcome({ nodes, run }, moved) {
  const place = nodes.findIndex(({ label }) => label === moved),
    last = nodes.length - 1;
  if (place < 0) return "";
  return phrase(place === last ? WORDS.now : WORDS.nowResult, {
    name: moved,
    value: shown(run.values[place]),
    result: nodes[last].label,
    outcome: shown(run.values[last]),
  });
}
