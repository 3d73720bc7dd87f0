/** Two rows of keys for signs that a phone's keyboard hides: they go in at the caret. */
import { html } from "../shell/dom.js";
import { pretty } from "./vocabulary.js";
import WORDS from "./words.json";

/** @type {[string, string, string][]} what stands on the key, what it types, what it is called */
const KEYS = [
  ["□²", "²", WORDS.keys.square],
  ["^", "^", WORDS.keys.power],
  ["√", "√(", WORDS.keys.root],
  ["(", "(", WORDS.keys.open],
  [")", ")", WORDS.keys.close],
  ["·", "·", WORDS.keys.times],
  ["/", "/", WORDS.keys.divide],
  ["−", "−", WORDS.keys.minus],
  ["π", "π", WORDS.keys.pi],
  ["e^", "e^(", WORDS.keys.exponential],
  ["sin", "sin(", WORDS.keys.sine],
  ["cos", "cos(", WORDS.keys.cosine],
  ["ln", "ln(", WORDS.keys.logarithm],
  ["σ", "σ(", WORDS.keys.sigmoid],
];

/** More would be too narrow for a finger on a small phone. */
const MOST_COLUMNS = 8;

/**
 * @param {HTMLInputElement} input
 * @param {string[]} variables names that no keyboard has get a key
 */
export function keys(input, variables) {
  const names = variables
    .filter((name) => !/^[a-z]$/.test(name))
    .map((name) => [pretty(name), pretty(name), pretty(name)]);
  const all = /** @type {[string, string, string][]} */ ([...names, ...KEYS]);
  const columns = Math.min(MOST_COLUMNS, Math.ceil(all.length / 2));
  const element = html(
    "div",
    { class: "pt-keys", role: "group", "aria-label": WORDS.insert },
    ...all.map(([face, text, name]) =>
      html(
        "button",
        {
          type: "button",
          "aria-label": face === name ? name : `${face} ${name}`,
          // The caret, and a phone's keyboard, stay where they are.
          pointerdown: (/** @type {PointerEvent} */ event) => event.preventDefault(),
          click: () => insert(input, text),
        },
        face,
      ),
    ),
  );
  element.style.setProperty("--pt-columns", String(columns));
  return element;
}

/**
 * Of several rows of keys shows one: that of the field used last, at first that of `field`.
 * @param {Element} el @param {Element} field
 */
export function oneRowOfKeys(el, field) {
  /** @param {Element} chosen */
  const choose = (chosen) => {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (el.querySelectorAll(".pt-keys")))
      row.hidden = !chosen.contains(row);
  };
  el.addEventListener("focusin", ({ target }) => {
    const used = /** @type {Element} */ (target).closest(".pt-typed");
    if (used) choose(used);
  });
  choose(field);
}

/** @param {HTMLInputElement} input @param {string} text */
function insert(input, text) {
  const { selectionStart, selectionEnd, value } = input;
  const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
  // Only this way of typing for a person leaves their undo in order; it needs the focus.
  const typed =
    document.activeElement === input && document.execCommand?.("insertText", false, text);
  if (typed) return;
  input.setRangeText(text, from, to, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
