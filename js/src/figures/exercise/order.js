/** Items to be put in order, each with a button up and one down. */
import { html, written } from "../../shell/dom.js";
import { phrase } from "../../core/phrase.js";
import { shuffled, uniforms } from "../../core/random.js";
import { knownOf } from "../../judge/asked.js";
import { orderOf } from "../../judge/given.js";
import { filled } from "../../judge/texts.js";
import WORDS from "./words.json";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./fields.js").Options} Options */

/**
 * The order in which items are shown first: never the right one.
 * @param {number} count @param {number} seed
 */
export function startOrder(count, seed) {
  const order = shuffled(Array(count).keys(), uniforms(seed + 1));
  return order.every((item, place) => item === place) ? [...order.slice(1), order[0]] : order;
}

/** @param {Options} options @returns {Field} */
export function order({ exercise, seed, touched, tell }) {
  const known = knownOf(exercise, seed),
    list = html("ol", { class: "pt-order" });
  const rows = exercise.items.map((/** @type {string} */ text, /** @type {number} */ item) =>
    movable(filled(text, known), (by) => shift(item, by)),
  );
  let now = startOrder(rows.length, seed);
  const show = () => {
    list.replaceChildren(...now.map((item) => rows[item].element));
    rows.forEach(({ up, down }, item) => {
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
    tell(phrase(WORDS.moved, { item: rows[item].name, place: to + 1, count: now.length }));
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

/** One item, which is moved by its buttons or by arrow keys. */
function movable(/** @type {string} */ markup, /** @type {(by: number) => void} */ shift) {
  const words = written("span", markup),
    name = words.textContent ?? "";
  const move = (
    /** @type {string} */ label,
    /** @type {string} */ face,
    /** @type {number} */ by,
  ) =>
    html(
      "button",
      { type: "button", "aria-label": phrase(label, { item: name }), click: () => shift(by) },
      face,
    );
  const up = move(WORDS.up, "↑", -1),
    down = move(WORDS.down, "↓", 1);
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    shift(by);
  };
  const moves = html("span", { class: "pt-moves" }, up, down);
  return { up, down, name, element: html("li", { keydown }, words, moves) };
}
