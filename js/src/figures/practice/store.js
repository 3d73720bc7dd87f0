/** What practice keeps in this browser, and how a reader takes it away. */
import { exported, recall, recallUnder, rememberAll } from "../../shell/memory.js";
import { BOXES } from "./draw.js";

const BOX = "box:",
  SLIP = "slip:",
  OTHER = "practice:";
/** Under these names practice keeps what it keeps. */
export const ALL = [BOX, SLIP, OTHER];

/** @typedef {import("./draw.js").Place} Place */
/** @typedef {import("./draw.js").Boxes} Boxes */
/** @typedef {{exercise: string, seed: number, answer: string, settled: boolean}} Problem */
/** @typedef {import("./slips.js").Owed} Owed */
/** @typedef {{boxes: Boxes, owed: Owed, drawn: number, now: Problem | null}} Kept */

/**
 * What is kept, as far as it makes sense: what another edition wrote is left out, and left alone.
 * @returns {Kept}
 */
export function kept() {
  const drawn = recall(`${OTHER}drawn`),
    now = recall(`${OTHER}now`);
  const boxes = Object.entries(recallUnder(BOX)).flatMap(([slug, place]) =>
    isPlace(place) ? [[slug, completed(place)]] : [],
  );
  const owed = Object.entries(recallUnder(SLIP)).flatMap(([name, count]) =>
    isCount(count) ? [[name, count]] : [],
  );
  const whole =
    now && typeof now.exercise === "string" && typeof now.answer === "string" && isCount(now.seed);
  return {
    boxes: Object.fromEntries(boxes),
    owed: Object.fromEntries(owed),
    drawn: isCount(drawn) ? drawn : 0,
    now: whole ? now : null,
  };
}

/** Of boxes and of owed mistakes, those that changed. @param {Partial<Kept>} changes */
export function keep({ boxes = {}, owed = {}, ...rest }) {
  rememberAll({ ...named(BOX, boxes), ...named(SLIP, owed), ...named(OTHER, rest) });
}

/** @param {string} start @param {Record<string, unknown>} values */
const named = (start, values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [start + name, value]));

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0;

/** @param {unknown} value @returns {value is Place} */
function isPlace(value) {
  const { box, tries, right } = /** @type {Partial<Place>} */ (value ?? {});
  return [box, tries, right].every(isCount) && Number(box) >= 1 && Number(box) <= BOXES;
}

/**
 * An edition without days kept a box and its counts alone.
 * @param {Place} place @returns {Place}
 */
function completed({ box, tries, right, due, last, slips }) {
  return {
    box,
    tries,
    right,
    due: typeof due === "string" && !Number.isNaN(Date.parse(due)) ? due : "",
    last: isCount(last) ? last : tries - 1,
    slips: Array.isArray(slips) ? slips : [],
  };
}

/** @param {string} name whether something of this name concerns practice */
export const concerns = (name) => name === "" || ALL.some((start) => name.startsWith(start));

/**
 * What was done, by exercise, most missed first: the part of a file that a person reads.
 * @param {import("./draw.js").Card[]} cards @param {Boxes} boxes
 */
export function rows(cards, boxes) {
  const done = cards
    .filter(({ slug }) => boxes[slug])
    .map(({ slug, topic, level, kind }) => {
      const { box, tries, right, due } = boxes[slug];
      return { exercise: slug, topic, level, kind, box, tries, right, due };
    });
  return done.sort((a, b) => a.box - b.box || b.tries - b.right - (a.tries - a.right));
}

/**
 * The file to take away: for a person, and to be loaded again.
 * @param {import("./draw.js").Card[]} cards
 */
export const report = (cards) => exported({ practice: rows(cards, kept().boxes) }, ALL);
