/**
 * Sentences with named places, as words.json holds them: whoever translates one may put its places
 * in another order. Every number that goes into a place is formatted.
 */
import { format } from "./formatting.js";
import WORDS from "./words.json" with { type: "json" };

/**
 * @typedef {Record<string, string | number | undefined>} Fill what goes into the places, by name
 */
/** @typedef {{text: string, kind?: string}} Span a piece of a line, with the colour it carries */

const PLACES = /\{(\w+)\}/g;

/** @param {string} sentence @param {Fill} [fill] */
export function phrase(sentence, fill = {}) {
  return sentence.replace(PLACES, (_, place) => filling(sentence, place, fill[place]));
}

/**
 * The form of a sentence that goes with a number, which stands in its place {count}.
 * @param {{one: string, other: string}} forms
 * @param {number} count
 * @param {Fill} [fill]
 */
export function counted(forms, count, fill = {}) {
  return phrase(count === 1 ? forms.one : forms.other, { count, ...fill });
}

/** Several things in a row: a, b and c. @param {string[]} items */
export function listed(items) {
  if (items.length < 2) return items[0] ?? "";
  return phrase(WORDS.listed, {
    first: items.slice(0, -1).join(", "),
    last: items[items.length - 1],
  });
}

/**
 * The sentence in pieces, so that what stands in a place can carry a colour.
 * @param {string} sentence
 * @param {Record<string, Span | Span[]>} fill
 * @returns {Span[]}
 */
export function spans(sentence, fill) {
  return sentence
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .flatMap((piece) => {
      const place = /^\{(\w+)\}$/.exec(piece)?.[1];
      return place === undefined ? { text: piece } : fill[place];
    });
}

/** @param {string} sentence @param {string} place @param {string | number | undefined} value */
function filling(sentence, place, value) {
  if (value === undefined) throw new Error(`nothing fills {${place}} of “${sentence}”`);
  return typeof value === "number" ? format(value) : value;
}
