/** An answer and its verdict as a reader sees them: a sign, what it is, why, where to read more. */
import { html, say, written } from "../../shell/dom.js";
import { offerReport } from "../../shell/wrong.js";
import { sign } from "./sign.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";

/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */

/** The page where the mistakes are explained. */
const CHAPTER = "14-common-mistakes.html";

/**
 * @param {Verdict} verdict
 * @param {boolean} [markup] whether the lines are HTML made by ptcode
 * @returns {Node[]}
 */
function verdictNodes(verdict, markup = false) {
  const {
    lines: [first, ...rest],
    mistakes,
    explained,
  } = verdict;
  /** @param {"strong" | "p"} name @param {string} line */
  const told = (name, line) => (markup ? written(name, line) : html(name, {}, line));
  const nodes = [
    html(
      "p",
      { class: "pt-headline" },
      html("span", { class: "pt-sign", "aria-hidden": "true" }, sign(verdict)),
      " ",
      told("strong", first),
    ),
    ...rest.map((line) => told("p", line)),
  ];
  const [mistake] = mistakes;
  if (mistake === undefined || !explained || !("ptBook" in globalThis)) return nodes;
  const more = html("a", { href: `${CHAPTER}#${mistake}` }, WORDS.more);
  return [...nodes, html("p", { class: "pt-more" }, more)];
}

/**
 * Where a verdict is said, or something else while there is none, and below it a reader's doubt.
 * @param {() => Record<string, string>} about what a report of a wrong verdict has to say
 */
export function verdictStatus(about) {
  const element = html("div", { role: "status", class: "pt-status" });
  const doubt = offerReport(true);
  return {
    element,
    elements: doubt ? [element, doubt] : [element],
    /** @param {boolean} aloud */
    speak(aloud) {
      if (aloud) element.setAttribute("role", "status");
      else element.removeAttribute("role");
    },
    /** Something was typed since. */
    stale: () => element.classList.add("pt-stale"),
    /** A verdict is on its way. @param {string} meanwhile */
    wait(meanwhile) {
      this.show(null, meanwhile);
      element.setAttribute("aria-busy", "true");
    },
    /** @param {Verdict | null} verdict @param {string} otherwise @param {boolean} [markup] */
    show(verdict, otherwise, markup) {
      element.removeAttribute("aria-busy");
      element.classList.remove("pt-stale");
      element.dataset.verdict = verdict?.kind ?? "";
      if (verdict) element.replaceChildren(...verdictNodes(verdict, markup));
      else say(element, otherwise);
      if (doubt) Object.assign(doubt.dataset, verdict ? about() : {});
      if (doubt) doubt.hidden = !verdict;
      if (doubt) doubt.open = false;
    },
  };
}

/**
 * An answer and the buttons under it, the first of which submits it.
 * @param {() => void} check @param {Node} answer @param {...Node} buttons
 */
export function answerForm(check, answer, ...buttons) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    check();
  };
  const first = html("button", { type: "submit", class: "pt-check-answer" }, COMMON.check);
  return html(
    "form",
    { novalidate: true, submit },
    answer,
    html("div", { class: "pt-player" }, first, ...buttons),
  );
}
