/**
 * The lines of a program to choose the wrong one from, with what a gradient check says of it, then
 * lines to mend it with.
 */
import { html, say, unique } from "../../shell/dom.js";
import { scroller } from "../../shell/scroller.js";
import { COMMON } from "../../shell/words.js";
import { format } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { shuffled, uniforms } from "../../core/random.js";
import { bugOf, programOf, variant } from "../../judge/asked.js";
import { mends, pointed } from "../../judge/given.js";
import WORDS from "./words.json";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("../../judge/judge.js").Exercise} Exercise */
/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */
/** @typedef {ReturnType<typeof bugOf>} Bug */

const DIGITS = 6;

/** @param {import("./fields.js").Options} options @returns {Field} */
export function bug({ exercise, seed, touched }) {
  const known = variant(exercise, seed),
    wrong = bugOf(exercise, known);
  const program = lines(exercise, known, touched),
    [claims] = wrong.checks[known.place],
    check = evidence(exercise, { place: known.place, claims }),
    mending = choices(wrong, seed, touched);
  const ask = (/** @type {boolean} */ open) => {
    const here = program.element.contains(document.activeElement);
    program.lock(open);
    mending.element.hidden = !open;
    if (open && here) mending.rows[0].input.focus();
  };
  return {
    element: html("div", {}, program.element, ...check, mending.element),
    read() {
      const line = program.rows.findIndex(({ input }) => input.checked) + 1;
      if (!line) return "";
      const { place } = mending.rows.find(({ input }) => input.checked) ?? {};
      return mending.element.hidden ? `${line}` : `${line}:${place === undefined ? "" : place + 1}`;
    },
    write(answer) {
      const { line, mend } = pointed(answer);
      for (const { place, input } of program.rows) input.checked = place === line;
      for (const { place, input } of mending.rows) input.checked = place === mend;
      ask(line === wrong.line && mends(answer));
    },
    mark(verdict) {
      if (verdict?.kind === "found") ask(true);
      const isMended = verdict?.kind === "correct";
      program.mark(isMended, !mending.element.hidden);
      mending.mark(verdict);
    },
    focus: () => (mending.element.hidden ? program : mending).rows[0].input.focus(),
    // What the check says of the wrong line stands there from the start.
    evidence: (verdict) =>
      verdict?.check && verdict.kind !== "found" ? evidence(exercise, verdict.check) : [],
  };
}

/**
 * @param {Exercise} exercise @param {import("../../judge/texts.js").Numbers} known
 * @param {() => void} touched
 */
function lines(exercise, known, touched) {
  const group = unique("line"),
    wrong = bugOf(exercise, known);
  const rows = programOf(exercise, known).map((text, place) => {
    const input = html("input", { type: "radio", name: group, value: place + 1, change: touched });
    const code = html("code", {}, text),
      mark = html("span", { class: "pt-verdict" });
    const number = html("span", { class: "pt-code-number" }, String(place + 1));
    const element = html("label", { class: "pt-code-line" }, input, number, code, mark);
    return { place, input, code, mark, element };
  });
  const list = html("div", { class: "pt-code-lines" }, ...rows.map(({ element }) => element)),
    box = scroller(html("div", { class: "pt-program-scroll" }, list), WORDS.line),
    legend = html("legend", { class: "pt-hidden" }, WORDS.line);
  const element = html("fieldset", { class: "pt-program" }, legend, box);
  return {
    rows,
    element,
    /** Once the line is found none can be chosen. */
    lock(/** @type {boolean} */ locked) {
      for (const { input } of rows) input.disabled = locked;
    },
    /** Shows in its place what the bug's line is known to be. */
    mark(/** @type {boolean} */ isMended, /** @type {boolean} */ isFound) {
      const { code, mark, element } = rows[wrong.line];
      say(code, isMended ? exercise.program[wrong.line] : wrong.wrong);
      say(mark, isMended ? WORDS.lineMended : isFound ? WORDS.lineWrong : "");
      element.classList.toggle("pt-mistaken", isFound && !isMended);
      element.classList.toggle("pt-found", isFound);
    },
  };
}

/** @param {Bug} wrong @param {number} seed @param {() => void} touched */
function choices(wrong, seed, touched) {
  const group = unique("mend"),
    places = shuffled(wrong.mends.keys(), uniforms(seed + 1));
  const rows = places.map((place) => {
    const input = html("input", { type: "radio", name: group, value: place + 1, change: touched });
    const mark = html("span", { class: "pt-verdict" }),
      code = html("code", {}, wrong.mends[place].text);
    return {
      place,
      input,
      mark,
      element: html("label", { class: "pt-choice" }, input, code, mark),
    };
  });
  return {
    rows,
    element: html(
      "fieldset",
      { class: "pt-mends", hidden: true },
      html("legend", {}, phrase(WORDS.mend, { line: wrong.line + 1 })),
      ...rows.map(({ element }) => element),
    ),
    mark(/** @type {Verdict | null} */ verdict) {
      const isJudged = verdict !== null && verdict.kind !== "unreadable",
        isRight = verdict?.kind === "correct";
      for (const { input, mark, element } of rows) {
        const mine = isJudged && input.checked;
        say(mark, mine ? (isRight ? COMMON.markRight : COMMON.markWrong) : "");
        element.classList.toggle("pt-mistaken", mine && !isRight);
      }
    },
  };
}

/**
 * The gradient check of the program as it stands with an answer.
 * @param {Exercise} exercise @param {NonNullable<Verdict["check"]>} check @returns {Node[]}
 */
function evidence({ entries, measured, places }, { place, claims }) {
  const title = phrase(WORDS.evidence, { place: places[place] });
  const body = claims.map(({ claimed, ratio, agrees }, i) =>
    html(
      "tr",
      agrees ? {} : { class: "pt-off" },
      html("th", { scope: "row" }, entries[i]),
      ...[claimed, measured[place][i], ratio].map((value) => html("td", {}, format(value, DIGITS))),
      html("td", {}, agrees ? WORDS.agrees : WORDS.off),
    ),
  );
  const head = WORDS.evidenceColumns.map((name) => html("th", { scope: "col" }, name));
  return [
    html(
      "div",
      { class: "pt-table pt-evidence" },
      html("p", {}, title),
      html(
        "div",
        { class: "pt-scroll", tabindex: "0", role: "group", "aria-label": title },
        html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...body)),
      ),
    ),
  ];
}
