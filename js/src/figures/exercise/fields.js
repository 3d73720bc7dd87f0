/** Where an answer is given: one field a kind, each with the same four methods. */
import { html, say, unique, written } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { shuffled, uniforms } from "../../core/random.js";
import { mathml } from "../../language/mathml.js";
import { typedField } from "../../language/field.js";
import { parse } from "../../language/parse.js";
import { blanksAt, knownOf } from "../../judge/asked.js";
import { blanksOf, orderOf } from "../../judge/given.js";
import { filled } from "../../judge/texts.js";
import { bug } from "./bug.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */
/**
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {() => string} read the answer as the state keeps it
 * @property {(answer: string) => void} write
 * @property {(verdict: Verdict | null) => void} mark
 * @property {() => void} focus
 * @property {(verdict: Verdict | null) => Node[]} [evidence] what is shown below the verdict
 */
/**
 * @typedef {{exercise: import("../../judge/asked.js").Exercise, seed: number, touched: () => void,
 *   tell: (text: string) => void}} Options
 */

/** @type {Record<string, (options: Options) => Field>} */
const FIELDS = { derivative, number, choice, order, fill, bug };

/** @param {Options} options @returns {Field} */
export const answerField = (options) => FIELDS[options.exercise.kind](options);

const MARKS = /** @type {Record<string, string>} */ ({
  correct: "✓",
  found: "✓",
  follows: "≈",
  rounded: "≈",
  unsimplified: "≈",
  partial: "≈",
  undecided: "…",
  misread: "…",
  unfinished: "…",
  unreadable: "…",
  incomplete: "…",
});

/** The sign beside a verdict: it is right, nearly so, or not. @param {Verdict | null} verdict */
export const sign = (verdict) => (verdict ? (MARKS[verdict.kind] ?? "✗") : "");

/** @param {Options} options @returns {Field} */
function derivative({ exercise, touched }) {
  const field = typedField({
    label: phrase(WORDS.derivative, { variable: exercise.variable }),
    name: "typed",
    value: "",
    variables: [exercise.variable],
    onText: touched,
  });
  return {
    element: field.element,
    read: () => field.input.value,
    write: (answer) => {
      if (answer !== field.input.value) field.update(answer);
    },
    mark: () => {},
    focus: () => field.input.focus(),
  };
}

/**
 * A short field for a number or what makes one, with its value typeset.
 * @param {string} label @param {string} name @param {() => void} touched
 */
function numberInput(label, name, touched) {
  const id = unique("number"),
    note = unique("note");
  const shown = html("span", { class: "pt-number-shown" });
  const said = html("span", { class: "pt-number-note", id: note });
  const input = html("input", {
    type: "text",
    id,
    name,
    "aria-describedby": note,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    enterkeyhint: "done",
    input: () => {
      show();
      touched();
    },
  });
  const show = () => {
    const { tree } = parse(input.value, []);
    shown.replaceChildren(...(Array.isArray(tree) ? [mathml(tree)] : []));
  };
  const caption = written("label", label, { for: id });
  return {
    input,
    said,
    show,
    element: html(
      "div",
      { class: "pt-number" },
      caption,
      html("span", { class: "pt-number-line" }, input, shown),
      said,
    ),
  };
}

/** @param {Options} options @returns {Field} */
function number({ touched }) {
  const { input, element, show } = numberInput(WORDS.number, "typed", touched);
  return {
    element,
    read: () => input.value,
    write: (answer) => {
      if (answer !== input.value) {
        input.value = answer;
        show();
      }
    },
    mark: (verdict) => input.setAttribute("aria-invalid", String(verdict?.kind === "unreadable")),
    focus: () => input.focus(),
  };
}

/** @param {Options} options @returns {Field} */
function choice({ exercise, seed, touched }) {
  const known = knownOf(exercise, seed),
    group = unique("choice");
  const places = [...exercise.choices.keys()];
  const rows = (seed === 0 ? places : shuffled(places, uniforms(seed))).map((place) => {
    const input = html("input", { type: "radio", name: group, value: place, change: touched });
    const words = written("span", filled(exercise.choices[place].text, known));
    const mark = html("span", { class: "pt-verdict" });
    return {
      place,
      input,
      mark,
      element: html("label", { class: "pt-choice" }, input, words, mark),
    };
  });
  const chosen = () => rows.find(({ input }) => input.checked);
  return {
    element: html(
      "fieldset",
      {},
      html("legend", { class: "pt-hidden" }, WORDS.choice),
      ...rows.map(({ element }) => element),
    ),
    read: () => String(chosen()?.place ?? ""),
    write: (answer) =>
      rows.forEach(({ place, input }) => {
        input.checked = String(place) === answer;
      }),
    mark: (verdict) =>
      rows.forEach(({ input, mark, element }) => {
        const mine = Boolean(verdict) && input.checked && verdict?.kind !== "unreadable";
        say(mark, mine ? (verdict?.kind === "correct" ? COMMON.markRight : COMMON.markWrong) : "");
        element.classList.toggle("pt-mistaken", mine && verdict?.kind !== "correct");
      }),
    focus: () => (chosen() ?? rows[0]).input.focus(),
  };
}

/**
 * The order in which items are shown first: never the right one.
 * @param {number} count @param {number} seed
 */
export function startOrder(count, seed) {
  const order = shuffled(Array(count).keys(), uniforms(seed + 1));
  return order.every((item, place) => item === place) ? [...order.slice(1), order[0]] : order;
}

/** Items with a button up and one down. @param {Options} options @returns {Field} */
function order({ exercise, seed, touched, tell }) {
  const known = knownOf(exercise, seed),
    list = html("ol", { class: "pt-order" });
  const rows = exercise.items.map((/** @type {string} */ text, /** @type {number} */ item) => {
    const words = written("span", filled(text, known)),
      name = words.textContent ?? "";
    const move = (
      /** @type {number} */ by,
      /** @type {string} */ label,
      /** @type {string} */ face,
    ) =>
      html(
        "button",
        {
          type: "button",
          "aria-label": phrase(label, { item: name }),
          click: () => shift(item, by),
        },
        face,
      );
    const up = move(-1, WORDS.up, "↑"),
      down = move(1, WORDS.down, "↓");
    const keydown = (/** @type {KeyboardEvent} */ event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by) {
        event.preventDefault();
        shift(item, by);
      }
    };
    return {
      item,
      up,
      down,
      text: name,
      element: html("li", { keydown }, words, html("span", { class: "pt-moves" }, up, down)),
    };
  });
  let now = startOrder(rows.length, seed);
  const show = () => {
    list.replaceChildren(...now.map((item) => rows[item].element));
    rows.forEach(({ item, up, down }) => {
      up.setAttribute("aria-disabled", String(now[0] === item));
      down.setAttribute("aria-disabled", String(now[now.length - 1] === item));
    });
  };
  const shift = (/** @type {number} */ item, /** @type {number} */ by) => {
    const from = now.indexOf(item),
      to = from + by,
      focused = document.activeElement;
    if (to < 0 || to >= now.length) return;
    [now[from], now[to]] = [now[to], now[from]];
    show();
    if (focused instanceof HTMLElement) focused.focus();
    touched();
    tell(phrase(WORDS.moved, { item: rows[item].text, place: to + 1, count: now.length }));
  };
  show();
  return {
    element: list,
    read: () => now.join(),
    write: (answer) => {
      const given = orderOf(answer);
      now = given.length === rows.length ? given : startOrder(rows.length, seed);
      show();
    },
    mark: (verdict) => list.classList.toggle("pt-right-order", verdict?.kind === "correct"),
    focus: () => rows[now[0]].down.focus(),
  };
}

/** The numbers of a graph, some of them given. @param {Options} options @returns {Field} */
function fill({ exercise, seed, touched }) {
  const known = knownOf(exercise, seed);
  const nodes = exercise.nodes.map(([name, label]) =>
    html(
      "li",
      {},
      written("span", filled(label, known)),
      html("b", {}, `= ${format(known[name])}`),
    ),
  );
  const inputs = new Map(
    blanksAt(exercise, known).map(({ name, label }) => [
      name,
      numberInput(`${label} =`, name, touched),
    ]),
  );
  const each = [...inputs.entries()];
  return {
    element: html(
      "div",
      { class: "pt-fill", role: "group" },
      ...(nodes.length ? [html("ul", { class: "pt-given-values" }, ...nodes)] : []),
      ...each.map(([, { element }]) => element),
    ),
    read: () =>
      each.some(([, { input }]) => input.value)
        ? each.map(([name, { input }]) => `${name}=${input.value.replace(/;/g, ",")}`).join(";")
        : "",
    write: (answer) => {
      const given = blanksOf(answer);
      for (const [name, { input, show }] of each) {
        if (input.value !== (given[name] ?? "")) {
          input.value = given[name] ?? "";
          show();
        }
      }
    },
    mark: (verdict) =>
      each.forEach(([name, { said, input }]) => {
        const found = verdict?.fields?.[name] ?? null;
        const { lines = [], kind } = found ?? {};
        // Of a mistake, what it is and how to see it; the section on it says the rest.
        const told = kind === "mistake" ? [...new Set([lines[0], lines[lines.length - 1]])] : lines;
        say(said, found ? `${sign(found)} ${told.join(" ")}` : "");
        said.classList.toggle("pt-slip", Boolean(found) && sign(found) === "✗");
        input.setAttribute("aria-invalid", String(found?.kind === "unreadable"));
      }),
    focus: () => each[0][1].input.focus(),
  };
}
