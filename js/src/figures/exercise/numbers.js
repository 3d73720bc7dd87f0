/** One number to type in, or those of a graph. */
import { format } from "../../core/formatting.js";
import { html, say, unique, written } from "../../shell/dom.js";
import { blanksAt, knownOf } from "../../judge/asked.js";
import { blanksOf } from "../../judge/given.js";
import { filled } from "../../judge/texts.js";
import { mathml } from "../../language/mathml.js";
import { parse } from "../../language/parse.js";
import { sign } from "./sign.js";
import WORDS from "./words.json";

/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */
/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./fields.js").Options} Options */

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
  /** Typesets what stands there. */
  const show = () => {
    const { tree } = parse(input.value, []);
    shown.replaceChildren(...(Array.isArray(tree) ? [mathml(tree)] : []));
  };
  const write = (/** @type {string} */ text) => {
    if (text === input.value) return;
    input.value = text;
    show();
  };
  const caption = written("label", label, { for: id });
  return {
    input,
    said,
    write,
    element: html(
      "div",
      { class: "pt-number" },
      caption,
      html("span", { class: "pt-number-line" }, input, shown),
      said,
    ),
  };
}

/** A number. @param {Options} options @returns {Field} */
export function number({ touched }) {
  const { input, element, write } = numberInput(WORDS.number, "typed", touched);
  return {
    element,
    read: () => input.value,
    write,
    mark: (verdict) => input.setAttribute("aria-invalid", String(verdict?.kind === "unreadable")),
    focus: () => input.focus(),
  };
}

/** The numbers of a graph, some of them given. @param {Options} options @returns {Field} */
export function fill({ exercise, seed, touched }) {
  const known = knownOf(exercise, seed);
  const nodes = exercise.nodes.map(([name, label]) =>
    html(
      "li",
      {},
      written("span", filled(label, known)),
      html("b", {}, `= ${format(known[name])}`),
    ),
  );
  const fields = blanksAt(exercise, known).map(({ name, label }) => ({
    name,
    ...numberInput(`${label} =`, name, touched),
  }));
  return {
    element: html(
      "div",
      { class: "pt-fill", role: "group" },
      ...(nodes.length ? [html("ul", { class: "pt-given-values" }, ...nodes)] : []),
      ...fields.map(({ element }) => element),
    ),
    read: () =>
      fields.some(({ input }) => input.value)
        ? fields.map(({ name, input }) => `${name}=${input.value.replace(/;/g, ",")}`).join(";")
        : "",
    write: (answer) => {
      const given = blanksOf(answer);
      for (const { name, write } of fields) write(given[name] ?? "");
    },
    mark: (verdict) => fields.forEach((field) => markNumber(field, verdict?.fields?.[field.name])),
    focus: () => fields[0].input.focus(),
  };
}

/**
 * Says below a number what it is.
 * @param {Pick<ReturnType<typeof numberInput>, "input" | "said">} field
 * @param {Verdict | null} [found]
 */
function markNumber({ input, said }, found = null) {
  const { lines = [], kind } = found ?? {};
  // Of a mistake, what it is and how to see it; the section on it says the rest.
  const told = kind === "mistake" ? [...new Set([lines[0], lines[lines.length - 1]])] : lines;
  say(said, found ? `${sign(found)} ${told.join(" ")}` : "");
  said.classList.toggle("pt-slip", Boolean(found) && sign(found) === "✗");
  input.setAttribute("aria-invalid", String(kind === "unreadable"));
}
