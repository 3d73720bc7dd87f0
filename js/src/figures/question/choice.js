/** A choice of a question: its radio button with its mark, and what it is told. */
import { html, say, written } from "../../shell/dom.js";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("./index.js").Choice} Choice */

/**
 * One choice: a radio button in a label as wide as the card.
 * @param {Choice} choice @param {string} group @param {number} value
 */
export function choiceRow({ text, correct }, group, value) {
  const input = html("input", { type: "radio", name: group, value });
  const mark = html("span", { class: "pt-verdict" });
  const words = written("span", text);
  const element = html("label", { class: "pt-choice" }, input, words, mark);
  return {
    element,
    input,
    text: words.textContent ?? "",
    /** @param {boolean} mine @param {boolean} judged whether the verdict is shown */
    mark(mine, judged = mine) {
      input.checked = mine;
      element.classList.toggle("pt-mine", judged && mine);
      element.classList.toggle("pt-mistaken", judged && mine && !correct);
      say(mark, judged && mine ? markOf(correct) : "");
    },
  };
}

/** @param {boolean} correct */
export const markOf = (correct) => (correct ? COMMON.markRight : COMMON.markWrong);

/** @param {Choice} choice */
export function verdict({ correct, feedback }) {
  return [
    html("strong", {}, correct ? COMMON.right : COMMON.notQuite),
    " ",
    written("span", feedback),
  ];
}

/** What each choice is told. @param {Choice[]} choices */
export function told(choices) {
  const items = choices.map((choice) =>
    html("li", {}, written("q", choice.text), " ", ...verdict(choice)),
  );
  return html("ul", {}, ...items);
}
