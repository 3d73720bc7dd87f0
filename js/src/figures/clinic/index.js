/** The clinic: any function, any answer, and which mistake the answer comes from. */
import { button, change, watch } from "../../shell/controls.js";
import { table } from "../../shell/readings.js";
import { html, say } from "../../shell/dom.js";
import { TooLarge } from "../../judge/answers.js";
import { judgeText } from "../../judge/derivative.js";
import { tell } from "../../judge/tell.js";
import { RULES } from "../../judge/rules.js";
import { makeSheet, WINDOW } from "../../judge/sheet.js";
import { derivationOf } from "../exercise/solution.js";
import { answerForm, verdictStatus } from "../exercise/verdictview.js";
import { live } from "../../shell/live.js";
import { compileUnary } from "../../core/expression.js";
import { format } from "../../core/formatting.js";
import { expressionChooser } from "../../language/chooser.js";
import { typedField } from "../../language/field.js";
import { handTree } from "../../language/hand.js";
import { oneRowOfKeys } from "../../language/keys.js";
import { parse } from "../../language/parse.js";
import { plainText } from "../../language/writing.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../../generated/figures.d.ts").Clinic} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

const VARIABLE = "x";

/** @typedef {import("../../judge/sheet.js").Sheet} Sheet */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { expressions } = model.get("data");
  /** @type {Sheet | null} */ let sheet = null;
  let drawn = { expression: "", answer: "" },
    mistakes = 0,
    nothing = WORDS.unread;
  const parts = build(model, expressions, { check, solve, err, rows: () => rows(sheet) });

  function check() {
    const answer = parts.answer.input.value;
    if (answer === model.get("answer")) show();
    else change(model, { answer });
  }
  /** Another of the mistakes that can be made of this function, judged at once. */
  function err() {
    if (!sheet) return say(parts.status.element, nothing);
    const made = madeOf(sheet);
    if (!made.length) return say(parts.status.element, WORDS.nothing);
    const answer = plainText(made[mistakes % made.length].tree);
    mistakes += 1;
    change(model, { answer });
    parts.answer.update(answer);
  }
  function solve() {
    if (!model.get("answer") || !sheet)
      return say(parts.status.element, sheet ? WORDS.first : nothing);
    put(parts.solution, derivationOf(sheet.tree, VARIABLE, null));
  }
  function show() {
    const answer = model.get("answer"),
      verdict = answer && sheet ? judgeText(answer, sheet, RULES) : null;
    parts.status.show(verdict, sheet ? WORDS.invitation : nothing);
    parts.solve.setAttribute("aria-disabled", String(!verdict));
    tell(model, verdict, ["expression", "answer"]);
  }
  const update = () => {
    const expression = model.get("expression"),
      answer = model.get("answer");
    if (expression !== drawn.expression) {
      ({ sheet, nothing } = sheetOf(expression));
      put(parts.solution, []);
      parts.chosen.update();
    }
    // An answer that is taken back, because the function changed, stays in its field.
    if (answer && (answer !== drawn.answer || !parts.answer.input.value))
      parts.answer.update(answer);
    if (answer !== drawn.answer || expression !== drawn.expression) show();
    drawn = { expression, answer };
    parts.numbers.update();
  };

  el.replaceChildren(...parts.elements);
  el.classList.add("pt-exercise", "pt-clinic");
  oneRowOfKeys(el, parts.answer.element);
  update();
  return [watch(model, ["expression", "answer"], update), handTree(model, [VARIABLE])];
}

/**
 * What a typed function's derivative is judged by, or why there is nothing to judge it by.
 * @param {string} expression @returns {{sheet: Sheet | null, nothing: string}}
 */
function sheetOf(expression) {
  const { tree } = parse(expression, [VARIABLE]);
  if (tree === undefined) return { sheet: null, nothing: WORDS.unread };
  try {
    return { sheet: makeSheet(tree, VARIABLE, WINDOW, RULES), nothing: WORDS.nowhere };
  } catch (error) {
    if (error instanceof TooLarge) return { sheet: null, nothing: WORDS.tooLarge };
    throw error;
  }
}

/**
 * @param {Model} model @param {string[]} expressions
 * @param {{check: () => void, solve: () => void, err: () => void, rows: () => string[][]}} act
 */
function build(model, expressions, act) {
  const chosen = expressionChooser(model, {
    label: COMMON.function,
    texts: expressions,
    anew: { answer: "" },
    preview: true,
  });
  const status = verdictStatus(() => ({
    asked: `y = ${model.get("expression")}`,
    answer: model.get("answer"),
  }));
  const answer = typedField({
    label: WORDS.answer,
    name: "typed",
    value: model.get("answer"),
    onText: status.stale,
  });
  const solve = button(COMMON.solution, act.solve),
    solution = html("div", { class: "pt-solution", hidden: true });
  const numbers = table(WORDS.table, WORDS.columns, act.rows);
  const form = answerForm(act.check, answer.element, button(WORDS.err, act.err), solve);
  return {
    chosen,
    answer,
    status,
    solve,
    solution,
    numbers,
    elements: [
      html("p", { class: "pt-prompt" }, WORDS.prompt),
      html("div", { class: "pt-bar" }, ...chosen.elements),
      form,
      ...status.elements,
      solution,
      numbers.element,
    ],
  };
}

/** The lines of a solution, or none. @param {HTMLElement} place @param {Node[]} lines */
function put(place, lines) {
  place.replaceChildren(...lines);
  place.hidden = lines.length === 0;
}

/** What the mistakes, then the slips, make of the whole. @param {Sheet} sheet */
const madeOf = ({ wrong, slips }) => [...wrong, ...slips].filter(({ deep }) => !deep);

/** The right derivative and the wrong ones of the whole function. @param {Sheet | null} sheet */
function rows(sheet) {
  if (!sheet) return [];
  const {
    variable,
    shown: [place],
    right,
  } = sheet;
  /** @type {(name: string, tree: import("../../core/expression.js").Tree) => string[]} */
  const row = (name, tree) => [name, plainText(tree), format(compileUnary(tree, variable)(place))];
  return [
    row(phrase(WORDS.right, { variable, place }), right),
    ...madeOf(sheet).map(({ mistake, tree }) => row(RULES.mistakes[mistake].title, tree)),
  ];
}

export default live(render);
