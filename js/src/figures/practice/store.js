/** What practice keeps in this browser, and how a reader takes it away or wipes it out. */
import { forget, recall, remember } from "../../shell/memory.js";
import { BOXES } from "./draw.js";

const NAME = "practice";

/** @typedef {{exercise: string, seed: number, answer: string, settled: boolean}} Problem */
/** @typedef {{boxes: import("./draw.js").Boxes, drawn: number, now: Problem | null}} Kept */

/**
 * What is kept, as far as it makes sense: what another edition wrote is left out.
 * @returns {Kept}
 */
export function kept() {
  const { boxes, drawn, now } = recall(NAME) ?? {};
  const places = Object.entries(boxes ?? {}).filter(([, place]) => isPlace(place));
  const whole =
    now && typeof now.exercise === "string" && typeof now.answer === "string" && isCount(now.seed);
  return {
    boxes: Object.fromEntries(places),
    drawn: isCount(drawn) ? drawn : 0,
    now: whole ? now : null,
  };
}

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0;

/** @param {Partial<import("./draw.js").Place> | null} place @returns {boolean} */
const isPlace = (place) =>
  isCount(place?.box) &&
  [place.box, place.tries, place.right].every(isCount) &&
  place.box >= 1 &&
  place.box <= BOXES;

/** @param {Partial<Kept>} changes */
export const keep = (changes) => remember(NAME, { ...kept(), ...changes });

/** @param {Kept} before */
export const restore = (before) => remember(NAME, before);

export const erase = () => forget(NAME);

/** @param {string} name whether something of this name concerns practice */
export const concerns = (name) => name === NAME || name === "";

/**
 * What was done, as text that a person and a program can read: by exercise, most missed first.
 * @param {import("./draw.js").Card[]} cards @param {Kept} state @param {string} when
 */
export function report(cards, { boxes }, when) {
  const done = cards
    .filter(({ slug }) => boxes[slug])
    .map(({ slug, chapter, level, kind }) => ({
      exercise: slug,
      chapter,
      level,
      kind,
      ...boxes[slug],
    }));
  done.sort((a, b) => a.box - b.box || b.tries - b.right - (a.tries - a.right));
  return JSON.stringify({ book: "The Chain Rule, Live", practice: done, saved: when }, null, 1);
}

/**
 * Hands a text to the reader as a file; works from a memory stick too.
 * @param {string} text @param {string} name
 */
export function save(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
