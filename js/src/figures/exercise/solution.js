/** How an exercise is done: the lines of the derivation stepper, or what its author wrote. */
import { checker } from "../../language/check.js";
import { lines } from "../derivation/lines.js";
import { derivation } from "../../language/derivation.js";
import { stepsOf } from "../../language/steps.js";
import { html, written } from "../../shell/dom.js";
import { scroller } from "../../shell/scroller.js";
import { format } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { blanksAt, bugOf, knownOf, placeOf, treeOf } from "../../judge/asked.js";
import { rightBlanks } from "../../judge/fill.js";
import { RULES } from "../../judge/rules.js";
import { filled } from "../../judge/texts.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("../../judge/asked.js").Exercise} Exercise */

/** The figure that takes a derivation apart. */
const STEPPER = "06-the-chain-rule.html#derivation";

/** @param {Exercise} exercise @param {number} seed */
export function solution(exercise, seed) {
  const tree = treeOf(exercise, seed),
    known = knownOf(exercise, seed);
  const derived =
    tree === null ? [] : derivationOf(tree, exercise.variable ?? "x", placeOf(exercise, seed));
  const told = exercise.solution.map((/** @type {string} */ text) =>
    written("p", filled(text, known)),
  );
  const own = OWN[exercise.kind]?.(exercise, known) ?? [];
  return [...derived, ...own, ...told];
}

/** @param {Tree} tree @param {string} variable @param {number | null} place @returns {Node[]} */
export function derivationOf(tree, variable, place) {
  const steps = stepsOf(derivation(tree, variable, RULES.derivatives)),
    list = lines(() => {});
  const check = checker(tree, steps, variable),
    at = place ?? niceAt(check);
  const found = check.at(at);
  list.element.setAttribute("role", "group"); // a page has many solutions: they are no landmarks
  list.redraw(tree, steps);
  list.mark(steps.length);
  list.update(found.lines);
  const slope = format(found.lines[found.lines.length - 1].value, 6);
  const where = html(
    "p",
    { class: "pt-where" },
    phrase(WORDS.computed, { variable, place: at, slope }),
  );
  const link =
    variable === "x" && "ptBook" in globalThis
      ? [
          " ",
          html(
            "a",
            { href: `${STEPPER}?expression=${encodeURIComponent(plainText(tree))}&step=0` },
            WORDS.step,
          ),
        ]
      : [];
  where.append(...link);
  return [list.element, where];
}

/** A place where the derivation has numbers. @param {ReturnType<typeof checker>} check */
function niceAt(check) {
  const candidates = [1.5, 1, 0.5, 2, -1, 0.25, 3];
  return (
    candidates.find((x) => check.at(x).lines.every(({ value }) => Number.isFinite(value))) ?? 1.5
  );
}

/**
 * @type {Record<string, (exercise: Exercise, known: Record<string,
 *   number>) => Node[]>}
 */
const OWN = {
  bug(exercise, known) {
    const { line, found, mends } = bugOf(exercise, known);
    return [
      html("p", {}, phrase(WORDS.wrongLine, { line: line + 1 })),
      scroller(html("pre", {}, html("code", {}, mends[0].text)), WORDS.mendedLine),
      written("p", `${found} ${mends[0].feedback}`),
    ];
  },
  choice({ choices }, known) {
    const [right] = choices.filter(({ mark }) => mark === true);
    return [
      written(
        "p",
        `<strong>${filled(right.text, known)}</strong> ${filled(right.feedback, known)}`,
      ),
    ];
  },
  order: ({ items }, known) => [
    html(
      "ol",
      {},
      ...items.map((/** @type {string} */ text) => written("li", filled(text, known))),
    ),
  ],
  fill(exercise, known) {
    const right = rightBlanks(exercise, known);
    return [
      html(
        "ul",
        {},
        ...blanksAt(exercise, known).map(({ name, label }) =>
          written("li", `${label} = <b>${format(right[name], 6)}</b>`),
        ),
      ),
    ];
  },
};
