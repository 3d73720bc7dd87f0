/**
 * Which exercise comes next, and where it goes afterwards: five boxes, after Sebastian Leitner.
 * An exercise starts in the second box. Solved at the first try, it moves on by one box; missed, it
 * goes back to the first. If the first box holds something, every other problem comes from there,
 * on average. Otherwise each box is drawn from half as often as the one before.
 */
import { uniforms } from "../../core/random.js";

export const BOXES = 5;
const MISSED = 1,
  NEW = 2;
const WEIGHTS = [8, 8, 4, 2, 1];
/** Verdicts that are neither right nor wrong: the reader goes on typing. */
const OPEN = [
  "unreadable",
  "undecided",
  "misread",
  "unfinished",
  "incomplete",
  "unsimplified",
  "rounded",
];

/**
 * @typedef {import("../../../generated/figures.d.ts").Practice["data"]["exercises"][number]}
 *   Exercise
 */
/** @typedef {Pick<Exercise, "slug" | "chapter" | "level" | "kind">} Card */
/** @typedef {{box: number, tries: number, right: number}} Place */
/** @typedef {Record<string, Place>} Boxes the exercises that were tried, by slug */
/** @typedef {{chapter: number, level: number, sort: string}} Choice 0 and "all" choose all */

/** @param {Boxes} boxes @param {string} slug @returns {Place} */
export const placeOf = (boxes, slug) => boxes[slug] ?? { box: NEW, tries: 0, right: 0 };

/** @template {Card} Kind @param {Kind[]} cards @param {Choice} choice */
export function chosen(cards, { chapter, level, sort }) {
  return cards.filter(
    (card) =>
      (!chapter || card.chapter === chapter) &&
      (!level || card.level === level) &&
      (sort === "all" || card.kind === sort),
  );
}

/**
 * The next problem: an exercise, and the seed of numbers that it has not had yet. The same exercise
 * does not come twice in a row.
 * @param {Card[]} cards those that were chosen, at least one
 * @param {Boxes} boxes @param {string} last @param {number} seed
 */
export function draw(cards, boxes, last, seed) {
  const random = uniforms(seed);
  const others = cards.filter(({ slug }) => slug !== last);
  const offered = others.length ? others : cards;
  const missed = offered.filter(({ slug }) => placeOf(boxes, slug).box === MISSED);
  const from = random() < 0.5 && missed.length ? missed : offered;
  const weights = from.map(({ slug }) => WEIGHTS[placeOf(boxes, slug).box - 1]);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  const { slug } = from[Math.max(at, 0)];
  return { exercise: slug, seed: placeOf(boxes, slug).tries };
}

/** Whether a verdict decides where an exercise goes. @param {string} verdict its kind */
export const decides = (verdict) => !OPEN.includes(verdict);

/**
 * The boxes after the first deciding verdict on a problem.
 * @param {Boxes} boxes @param {string} slug @param {boolean} solved @returns {Boxes}
 */
export function settle(boxes, slug, solved) {
  const { box, tries, right } = placeOf(boxes, slug);
  const next = solved ? Math.min(BOXES, box + 1) : MISSED;
  return { ...boxes, [slug]: { box: next, tries: tries + 1, right: right + Number(solved) } };
}

/** How many of the cards lie in each box. @param {Card[]} cards @param {Boxes} boxes */
export function counts(cards, boxes) {
  const found = Array(BOXES).fill(0);
  for (const { slug } of cards) found[placeOf(boxes, slug).box - 1] += 1;
  return found;
}

/** Problems and those right at the first try. @param {Card[]} cards @param {Boxes} boxes */
export function summed(cards, boxes) {
  const places = cards.map(({ slug }) => placeOf(boxes, slug));
  return {
    tries: places.reduce((sum, { tries }) => sum + tries, 0),
    right: places.reduce((sum, { right }) => sum + right, 0),
    started: places.filter(({ tries }) => tries > 0).length,
  };
}
