/**
 * A field for typed mathematics: what is typed is typeset at once, what is wrong is said under the
 * character where it is wrong, and nothing that was typed is ever changed or lost.
 */
import { html, say, unique } from "../shell/dom.js";
import { scroller } from "../shell/scroller.js";
import WORDS from "./words.json";
import { keys } from "./keys.js";
import { mathml } from "./mathml.js";
import { parse } from "./parse.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./vocabulary.js").Complaint} Complaint */

/** Errors that more typing may mend. */
const UNFINISHED = ["empty", "end", "argument", "open", "bar"];

/**
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.name
 * @param {string} options.value
 * @param {string[]} [options.variables]
 * @param {boolean} [options.labelHidden] the label is for screen readers alone
 * @param {boolean} [options.preview] whether the typeset form is shown here
 * @param {(text: string) => void} [options.onText] after every change by hand
 * @param {(tree: Tree, text: string) => void} [options.onTree] when what stands there is well
 *   formed
 * @param {(error: Complaint) => void} [options.onError]
 */
export function typedField({
  label,
  name,
  value,
  variables = ["x"],
  preview = true,
  onText,
  onTree,
  onError,
}) {
  const { element, input, marks, error, shown } = build(label, name, variables, {
    input: () => {
      onText?.(input.value);
      read();
    },
    scroll: () => follow(),
    change: () => read(),
    focus: () => read(),
  });
  if (!preview) shown.remove();
  let last = "";
  const follow = () => {
    marks.scrollLeft = input.scrollLeft;
  };

  /** Reads what stands in the field and says what it finds. */
  function read() {
    const result = parse(input.value, variables);
    const unfinished = result.error ? UNFINISHED.includes(result.error.code) : false;
    const calm = unfinished && document.activeElement === input;
    input.setAttribute("aria-invalid", String(Boolean(result.error) && !calm));
    element.classList.toggle("pt-unfinished", calm);
    mark(marks, input.value, result.error);
    follow();
    say(error, result.error?.message ?? "");
    point(error, marks, input);
    const text = `${input.value}\n${variables.join()}`;
    if (text === last) return;
    last = text;
    if (preview) show(shown, result.error ? completed(input.value, variables) : result, unfinished);
    if (result.error) onError?.(result.error);
    else onTree?.(result.tree, input.value);
  }

  /** @param {string} text shown from outside, by a link say @param {string[]} [names] */
  function update(text, names = variables) {
    variables = names;
    if (input.value !== text) input.value = text;
    read();
  }
  input.value = value;
  return { element, input, update, read };
}

/**
 * @param {string} label @param {string} name @param {string[]} variables
 * @param {Record<string, () => void>} hear what is done in the field
 */
function build(label, name, variables, hear) {
  const ids = { input: unique(name), error: unique("error") };
  const input = html("input", {
    type: "text",
    id: ids.input,
    name,
    "aria-describedby": ids.error,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    enterkeyhint: "done",
    ...hear,
  });
  const marks = html("div", { class: "pt-typed-marks", "aria-hidden": "true" });
  const error = html("p", { class: "pt-typed-error", id: ids.error });
  const shown = scroller(html("div", { class: "pt-typed-preview" }), WORDS.preview);
  const element = html(
    "div",
    { class: "pt-typed" },
    html("label", { for: ids.input }, label),
    html("div", { class: "pt-typed-line" }, input, marks),
    error,
    shown,
    keys(input, variables),
  );
  return { element, input, marks, error, shown };
}

/**
 * What a text would be with its brackets closed; null if that does not help.
 * @param {string} text
 * @param {string[]} variables
 */
function completed(text, variables) {
  for (let i = 0; i < 4; i++) {
    const result = parse(text, variables);
    if (!result.error) return result;
    const closer = { open: ")", bar: "|" }[result.error.code];
    if (!closer) return null;
    text += closer;
  }
  return null;
}

/**
 * @param {HTMLElement} place
 * @param {{tree?: Tree} | null} result
 * @param {boolean} kept whether the last one stays, dimmed, where there is none: more typing may
 *   mend it
 */
function show(place, result, kept) {
  place.classList.toggle("pt-stale", !result);
  if (!result && !kept) place.replaceChildren();
  if (result?.tree !== undefined) place.replaceChildren(mathml(result.tree));
}

/**
 * Underlines the place in a copy of the text that lies over the field.
 * @param {HTMLElement} marks
 * @param {string} text
 * @param {Complaint | undefined} error
 */
function mark(marks, text, error) {
  if (!error) return marks.replaceChildren();
  const characters = Array.from(text);
  const { position, length } = error;
  const wrong = characters.slice(position, position + Math.max(1, length)).join("") || "\u2007";
  marks.replaceChildren(
    characters.slice(0, position).join(""),
    html("mark", {}, wrong),
    characters.slice(position + length).join(""),
  );
}

/**
 * Points from the words to the place.
 * @param {HTMLElement} error
 * @param {HTMLElement} marks
 * @param {HTMLElement} input
 */
function point(error, marks, input) {
  const wrong = marks.querySelector("mark");
  if (!wrong) return;
  const box = input.getBoundingClientRect(),
    at = wrong.getBoundingClientRect();
  const x = Math.min(box.width - 10, Math.max(10, (at.left + at.right) / 2 - box.left));
  error.style.setProperty("--pt-at", `${x.toFixed(1)}px`);
}
