/** A verdict as the reader sees it: a sign, what it is, why, and where to read more. */
import { html } from "../../shell/dom.js";
import { CHAPTER } from "../../judge/rules.js";
import { sign } from "./fields.js";
import WORDS from "./words.json";

/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */

/**
 * @param {Verdict} verdict
 * @param {boolean} [markup] whether the lines are HTML made by ptcode
 * @returns {Node[]}
 */
export function verdictNodes(verdict, markup = false) {
  const {
    lines: [first, ...rest],
    mistakes,
  } = verdict;
  const headline = html(
    "p",
    { class: "pt-headline" },
    html("span", { class: "pt-sign", "aria-hidden": "true" }, sign(verdict)),
    " ",
  );
  const strong = html("strong");
  fill(strong, first, markup);
  headline.append(strong);
  const others = rest.map((line) => {
    const paragraph = html("p");
    fill(paragraph, line, markup);
    return paragraph;
  });
  const site = "ptBook" in globalThis;
  const more = mistakes.map((name) => html("a", { href: `${CHAPTER}#${name}` }, WORDS.more));
  return [
    headline,
    ...others,
    ...(site && more.length ? [html("p", { class: "pt-more" }, more[0])] : []),
  ];
}

/** @param {HTMLElement} element @param {string} line @param {boolean} markup */
function fill(element, line, markup) {
  if (markup) element.innerHTML = line;
  else element.textContent = line;
}
