/** The exercises of the bank as a list to tick, narrowed by topic and level. */
import { whole } from "../../../core/formatting.js";
import { knownOf, treeOf } from "../../../judge/asked.js";
import { filled } from "../../../judge/texts.js";
import { mathml } from "../../../language/mathml.js";
import { html, say, unique, written } from "../../../shell/dom.js";
import LABELS from "../words.json";
import { kindOf } from "./done.js";
import WORDS from "./words.json";

/** @typedef {import("../../../judge/asked.js").Exercise} Exercise */
/** @typedef {import("./list.js").Entry} Entry */

const EVERY = "";

/**
 * @param {Exercise[]} exercises @param {Record<string, string>} topics
 * @param {{tick: (slug: string, on: boolean) => void, narrowed: () => void}} on
 */
export function picksOf(exercises, topics, { tick, narrowed }) {
  const list = html("ul", { class: "pt-set-picks", "aria-label": WORDS.list });
  const { levels, level: label, everyTopic } = LABELS,
    [everyLevel] = levels;
  const used = [...new Set(exercises.map(({ topic }) => topic))],
    grades = [...new Set(exercises.map(({ level }) => level))].sort();
  const topic = narrowing(
    WORDS.topic,
    everyTopic,
    used.map((one) => titled(one, topics[one])),
    narrowed,
  );
  const level = narrowing(
    label,
    everyLevel,
    grades.map((one) => titled(one, levels[one])),
    narrowed,
  );
  const takes = (/** @type {Exercise} */ one) => topic.takes(one.topic) && level.takes(one.level);
  /** @type {ReturnType<typeof pick>[]} made when they are first asked for */ let picks = [];
  return {
    elements: [html("div", { class: "pt-bar" }, topic.element, level.element), list],
    shown: () => exercises.filter(takes).map(({ slug }) => slug),
    /** @param {Entry[]} picked @param {boolean} full whether the set takes no more */
    update(picked, full) {
      if (!picks.length) {
        picks = exercises.map((one) => pick(one, (checked) => tick(one.slug, checked)));
        list.append(...picks.map(({ element }) => element));
      }
      for (const { exercise, update } of picks) update(picked, full, takes(exercise));
    },
  };
}

/** @param {string | number} key @param {string} title @returns {[string, string]} */
const titled = (key, title) => [String(key), title];

/** A line of the list. @param {Exercise} exercise @param {(checked: boolean) => void} tick */
function pick(exercise, tick) {
  const box = html("input", { type: "checkbox", change: () => tick(box.checked) });
  const words = html("span"),
    number = html("b"),
    kind = html("span", { class: "pt-set-came" }, kindOf(exercise));
  let asked = -1;
  return {
    element: html("li", {}, html("label", {}, box, words, kind), number),
    exercise,
    /** @param {Entry[]} picked @param {boolean} full @param {boolean} shown */
    update(picked, full, shown) {
      const own = picked.filter(({ slug }) => slug === exercise.slug),
        { seed } = own[0] ?? { seed: 0 };
      /** @type {HTMLElement} */ (number.parentElement).hidden = !shown;
      box.checked = own.length > 0;
      box.disabled = full && !box.checked;
      say(number, own.map((entry) => whole(picked.indexOf(entry) + 1)).join(", "));
      if (seed !== asked) words.replaceChildren(...questionOf(exercise, seed));
      asked = seed;
    },
  };
}

/** @param {Exercise} exercise @param {number} seed @returns {Node[]} */
function questionOf(exercise, seed) {
  const tree = treeOf(exercise, seed),
    prompt = written("span", filled(exercise.prompt, knownOf(exercise, seed)));
  return tree === null ? [prompt] : [prompt, new Text(" "), mathml(["Equal", "y", tree])];
}

/**
 * A choice that belongs to no state: only what is shown follows it.
 * @param {string} label @param {string} every @param {[string, string][]} options
 * @param {() => void} change
 */
function narrowing(label, every, options, change) {
  const id = unique("set");
  const input = html(
    "select",
    { id, change },
    ...[[EVERY, every], ...options].map(([value, text]) => html("option", { value }, text)),
  );
  return {
    element: html("div", { class: "pt-select" }, html("label", { for: id }, label), input),
    takes: (/** @type {string | number} */ found) =>
      input.value === EVERY || input.value === String(found),
  };
}
