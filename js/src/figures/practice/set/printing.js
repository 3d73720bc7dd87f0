/**
 * A set on paper: the sheet with room to write, the key after it, or what a reader did. In print a
 * paper stands in the place of everything else, also when the browser's own command prints.
 */
import { format } from "../../../core/formatting.js";
import { counted, phrase } from "../../../core/phrase.js";
import { rightNumber } from "../../../judge/judge.js";
import { html } from "../../../shell/dom.js";
import { solution } from "../../exercise/solution.js";
import { exerciseView } from "../../exercise/view.js";
import { cameOf, summed } from "./done.js";
import { COMMON } from "../../../shell/words.js";
import WORDS from "./words.json";

/** @typedef {import("./done.js").Asked} Asked */
/** @typedef {import("./done.js").Row} Row */
/** @typedef {import("./view.js").Where} Where */
/** @typedef {"sheet" | "key" | "done"} Kind */

/** On the body: in print, set.css hides what is no paper. */
const PRINTS = "pt-prints-set";

/** @param {Asked[]} asked @param {() => Row[]} rows @param {Where} where */
export function printing(asked, rows, where) {
  /** @type {Kind} */ let wanted = "sheet";
  /** @type {HTMLElement | null} */ let paper = null;
  // It stays when the page is printed: no screen shows it, and some browsers say too early that
  // they are done.
  function before() {
    remove();
    if (asked.length === 0) return;
    paper = wanted === "done" ? donePaper(asked, rows(), where) : sheet(asked, where, wanted);
    document.body.append(paper);
    document.body.classList.add(PRINTS);
    wanted = "sheet";
  }
  function remove() {
    paper?.remove();
    document.body.classList.remove(PRINTS);
  }
  addEventListener("beforeprint", before);
  return {
    /** @param {Kind} kind */
    print(kind) {
      wanted = kind;
      globalThis.print();
    },
    destroy() {
      remove();
      removeEventListener("beforeprint", before);
    },
  };
}

/** @param {Asked[]} asked @param {Where} where @param {Kind} kind */
function sheet(asked, where, kind) {
  const title = counted(WORDS.title, asked.length);
  const key = html(
    "div",
    { class: "pt-set-key" },
    html("h1", {}, WORDS.key),
    html("p", {}, title),
    ...asked.map((one, i) => part(i + 1, ...answered(one))),
    foot(where),
  );
  return paperOf(
    html("h1", {}, title),
    nameLine(),
    ...asked.map((one, i) => part(i + 1, question(one), html("div", { class: "pt-set-room" }))),
    foot(where),
    ...(kind === "key" ? [key] : []),
  );
}

/** @param {Asked[]} asked @param {Row[]} rows @param {Where} where */
function donePaper(asked, rows, where) {
  const given = (/** @type {Row} */ { answers }) =>
    answers.map(({ answer, said }, i) =>
      html(
        "p",
        {},
        phrase(WORDS.given, { number: i + 1 }),
        " ",
        html("b", {}, answer),
        ` ${said[0]}`,
      ),
    );
  const paper = paperOf(
    html("h1", {}, WORDS.did),
    html("p", { class: "pt-set-unverified" }, COMMON.unverified),
    nameLine(),
    html("p", {}, phrase(WORDS.tally, summed(rows))),
    ...asked.map((one, i) =>
      part(i + 1, question(one), ...given(rows[i]), html("p", {}, html("em", {}, cameOf(rows[i])))),
    ),
    foot(where),
  );
  paper.classList.add("pt-set-did");
  return paper;
}

/** @param {...Node} children */
const paperOf = (...children) => html("div", { class: "pt-set-paper pt-view" }, ...children);

const nameLine = () =>
  html(
    "p",
    { class: "pt-set-lines" },
    ...[WORDS.name, WORDS.date].map((label) => html("span", {}, label)),
  );

/** Where the sheet comes from: the numbers belong to this edition. @param {Where} where */
const foot = ({ edition, link }) =>
  html("p", { class: "pt-set-foot" }, phrase(WORDS.edition, { edition }), html("br"), link);

/** @param {number} number @param {...Node} children */
const part = (number, ...children) =>
  html(
    "div",
    { class: "pt-set-part" },
    html("h2", {}, phrase(WORDS.number, { number })),
    ...children,
  );

/** What is asked, as on the page: set.css takes the controls away. @param {Asked} asked */
function question({ exercise, seed }) {
  const place = html("div");
  exerciseView(place, exercise, { seed, answer: "" }, { fixed: true });
  place.dataset.kind = exercise.kind;
  return place;
}

/** @param {Asked} asked @returns {Node[]} */
function answered({ exercise, seed }) {
  const number = exercise.kind === "number" ? rightNumber(exercise, seed) : null;
  const told =
    number === null ? [] : [html("p", {}, phrase(WORDS.answer, { answer: format(number, 6) }))];
  return [...told, ...solution(exercise, seed)];
}
